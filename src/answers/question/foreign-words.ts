/** Short lists of words that tell a language which the product does not understand. */

/**
 * Folded words of no English, French or Russian sentence, in any typing: no surnames (Kim), no
 * slips of the pen (wer for were), no country, which keywords may name in any spelling.
 */
export const TELLING_WORDS: ReadonlySet<string> = words(`
  kasachisch kasachische kasachischen kasachischem kasachischer kasachisches
  ist sind wurde wurden werden wird nicht welche welcher welches wann wieviel warum zwischen
  unterzeichnet unterschrieben gibt haben vereinbarung abkommen
  hangi nedir nerede kadar icin hakkinda tarafindan nasil kac nelerdir imzaladi
  cuanto cuantos cuantas cuanta quien quienes cuando cuales donde firmo acuerdo
  quanto quanti quante quando quali dov accordo firmato vuole perche della degli
  kiedy gdzie jakie jaki jaka podpisal podpisala podpisano umowa umowe ktory
  quem quais onde acordo assinou
  hoeveel wanneer waarom ondertekend overeenkomst
  qancha qanday qachon qayerda haqida bilan uchun
  qansha qashan qandai turaly boiynsha kelisim
  hansi haqqinda berapa siapa kapan dengan yang
  туралы бойынша кандай канша кашан кайда неше болды немесе деген арасында жане жана айтып
  учун боюнча хакида канча имзолади качон какво къде колко подписа`);

/** Small words, which also stand in names. */
export const SMALL_WORDS: ReadonlySet<string> = words(`
  der die das den dem ein eine einen einer und oder mit vom zu zum zur im auf aus bei fur nach
  sich wer wie was wo wem hat war auch durch seit hatte sagte sie am an kasachstan
  ve ile bir mi mu ne var zaman kim olan bu da kazakistan
  el los las del que con por para una uno sobre hay cual como esta sus kazajistan kazajstan al
  il lo gli di dei delle nel nella che chi cosa per sono sul sulla come ha tra fra kazakistan
  jest na do kto co czy sie ma jak kazachstan kazachstanie kazachstanu
  os em no com qual foi um uma cazaquistao
  het een wat met voor zijn heeft tussen op te
  va qaysi nima qozogiston qazaqstan qazaxistan
  мен бар ма ме ба бе пе не бер ким ол бул билан жылы
  кой кога`);

/** Latin letters of no English or French word, names apart. */
export const FOREIGN_LATIN = /[ßäöğşıİñíóúąęłżźśćńãõòìəșțåøűő]|[og][ʻ‘](?=\p{L})/iu;
/** Marks that only Spanish sets. */
export const FOREIGN_MARKS = /[¿¡]/u;
/** Cyrillic letters that Russian does not have: Kazakh, Ukrainian, Uzbek, Serbian… */
export const FOREIGN_CYRILLIC = /(?![а-яё])\p{Script=Cyrillic}/iu;
/** Letters of Chinese, Arabic, Georgian…; Greek ones are also symbols. */
export const FOREIGN_SCRIPT = /(?![\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}])\p{L}/gu;

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

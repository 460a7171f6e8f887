import type { Language } from "../../model.ts";

/** Words that carry no subject of their own, folded; question words are among them. */
export const STOP_WORDS: Record<Language, ReadonlySet<string>> = {
  en: words(`
    a about above after again against ago all also although am among an and any anybody anyone
    anything are around as ask at away be became because been before being below between both but by
    came can cannot could did do does doing done down during each either else ever every everyone
    everything few for from further gave get gets getting give given gives go goes going got had has
    have having he her here hers him his how however i if in inside instead into is it its itself
    just kind know last let like list lot made make makes many may me might mine more most much must
    my name near neither news no nor not now of off on one ones only onto or other others our out
    over own particular people please put quite rather re really regarding same say see shall she
    should show since so some somebody someone something such take taken takes tell than thanks that
    the their them then there these they thing things this those though through thus to together too
    toward towards under until up upon us use used using various very via was way we well were what
    whatever when where whether which while who whom whose why will with within without would yes
    yet you your article articles hello hi exactly actually currently currentl today happen happened
    happening exist existing whats thereof wich s side come comes coming work works working play plays
    role question questions besides apart look looks looking overall altogether`),
  fr: words(`
    a actuellement ai ailleurs ainsi alors apres au aucun aucune aujourd aupres aura auront aussi
    autour autre autres aux avaient avait avant avec avez avoir avons ayant beaucoup bien bonjour ca
    car ce ceci cela celle celles celui ces cet cette ceux chacun chaque chez ci combien comme comment
    concernant contre dans de deja depuis dernier derniere dernieres derniers des desormais dire dis
    dit dites donc donne donner donnez dont du durant elle elles en encore enfin ensuite entre es est
    et etaient etait etant ete etes etre eu eux exactement existe fait faire faites faut fois font
    furent fut ici il ils je jusque la laquelle le lequel les lesquels lesquelles leur leurs liste
    lors lui ma mais mal me meme memes merci mes mettre mien moi moins mon montre moyen ne ni non nos
    notre nous nouveau on ont ou oui par parle parler parmi pas pendant peu peut peuvent plus plusieurs
    point pour pourquoi pourrait pouvoir pres prochain puis qu quand que quel quelle quelles quelque
    quelques quels qui quoi sa sans se sera serait seront ses seul si sien soi soient sois soit sommes
    son sont sous souvent suis sujet sur ta tandis tant te tel telle telles tels tes toi ton toujours
    tous tout toute toutes tres tu un une va vers veut veux voici voila vont vos votre vous vraiment y
    actualite actualites hui cote cotes cadre part comptent compte compter role roles joue jouer
    question questions article articles quoi-que stp svp propos savoir sait passe plait
    info infos information informations truc trucs`),
  ru: words(`
    а без более больше будет будто будут бы был была были было быть в вам вами вас ваш ваша ваше ваши
    вдоль ведь весь во вокруг вообще вот все всегда всего всей всем всеми всему всех всею всё вы где
    да давай дай даже для до другая другие других другой его ее ей ему если есть еще же за здесь и из
    или им ими иногда их к кажется как какая какие каким каких какого какое какой какую когда кого
    кем ком кому конечно которая которого которое которой котором которую которые который которых кто
    куда ли лишь лучше между меня мне много может можно мои мой моя мы на над надо назови назовите
    наконец нам нами нас наш наша наше наши не него нее ней нельзя нем нет неужели ни нибудь никогда
    ним них ничего но новости ну о об оба обо один одна одни одно однако около он она они оно от откуда
    очень перед перечисли перечислите по под подскажи подскажите покажи покажите пожалуйста после
    потом потому почему почти при привет про просто против пусть раз разве расскажи расскажите с сам
    сама сами само самый свое своего своей свои свой своих своя себе себя сейчас сколько со согласно
    список та так также такая такие такого такое такой там те тебе тебя тем теперь тех то тобой тогда
    того тоже той только том тот ту тут ты у уже уж хоть хотя чего чей чем через что чтоб чтобы чье
    чья эта эти этим этих это этого этой этом этот эту я является являются скажи скажите статья статье
    стороны сторона стороне стороной вопрос вопроса вопросы самой самого каков какова каково каковы
    роль сегодня известно именно касается относительно насчет последний последние последняя какими ж де нового
    плиз пж пжл спасибо спс инфа инфу инфо информация информацию информации`),
};

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

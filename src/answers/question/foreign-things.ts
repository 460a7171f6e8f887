/** What a question in a language that is not understood names all the same: minerals, countries… */
import { type Token, tokenize } from "../../knowledge/tokens.ts";
import { tellingUnits, type Unit, type UnitReading, unitOfMention } from "./units.ts";

/** Kazakh, Turkish and German hang endings on names: Қазақстанның, Koreas. */
const MAX_ENDING = 4;
const MIN_NAME = 4;
/** Every article is about it, so that it alone would bring anything. */
const COUNTRY_OF_ALL = "country:KZ";

/** The recognised things of a text; `reading` is that of the language that answers. */
export function foreignThings(text: string, reading: UnitReading): Unit[] {
  const tokens = apart(tokenize(text, reading.language), reading);
  const mentions = reading.vocabulary.recognise(tokens, reading.language);
  const units = tokens.flatMap((token, at) => {
    const mention = mentions.find(({ from, to }) => at >= from && at < to);
    if (!mention) return thingWithEnding(token, reading) ?? [];
    if (mention.from !== at) return [];
    return unitOfMention(mention, tokens.slice(mention.from, mention.to), reading) ?? [];
  });
  const things = units.filter((unit) => unit.kind === "thing");
  return tellingUnits(things).filter((unit) => !unit.concepts.includes(COUNTRY_OF_ALL));
}

/** Chinese sets no spaces, so each name in a run of signs becomes a word of its own. */
function apart(tokens: readonly Token[], { vocabulary, language }: UnitReading): Token[] {
  return tokens.flatMap((token) => {
    if (!HAN.test(token.text)) return token;
    const words: Token[] = [];
    for (let from = 0; from < token.text.length; ) {
      const lengths = Array.from({ length: MAX_SIGNS }, (_, at) => MAX_SIGNS - at);
      const part = (length: number): Token => ({
        ...token,
        text: token.text.slice(from, from + length),
        raw: token.raw.slice(from, from + length),
      });
      const named = lengths.find((length) => vocabulary.recognise([part(length)], language)[0]);
      words.push(part(named ?? 1));
      from += named ?? 1;
    }
    return words;
  });
}

const HAN = /\p{Script=Han}/u;
/** Kazakhstan has five. */
const MAX_SIGNS = 6;

function thingWithEnding(token: Token, reading: UnitReading): Unit | null {
  const longest = token.text.length - 1;
  const shortest = Math.max(MIN_NAME, token.text.length - MAX_ENDING);
  for (let length = longest; length >= shortest; length -= 1) {
    const name = { ...token, text: token.text.slice(0, length), raw: token.raw.slice(0, length) };
    const [mention] = reading.vocabulary.recognise([name], reading.language);
    const unit = mention ? unitOfMention(mention, [token], reading) : null;
    if (unit?.kind === "thing") return unit;
  }
  return null;
}

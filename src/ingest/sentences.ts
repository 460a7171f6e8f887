/** The sentences of a text. */
import type { Language } from "../model.ts";

/** A full stop behind these ends no sentence; the segmenter knows no abbreviations. */
const ABBREVIATION =
  /(?:^|[\s(«"“])(?:[A-ZА-ЯЁÉ]|mr|mrs|ms|dr|prof|st|no|inc|ltd|co|corp|vs|approx|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|u\.s|u\.k|e\.g|i\.e|m|mme|mlle|env|av|г|гг|млн|млрд|тыс|трлн|руб|долл|тг|им|ул|обл|т\.е|т\.д|т\.п|т\.к|др|см|рис|стр|пр)\.\s*$/iu;

const segmenters = new Map<Language, Intl.Segmenter>();

/** Each sentence of a paragraph as it stands there. */
export function sentencesOf(paragraph: string, language: Language): string[] {
  const segmenter =
    segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: "sentence" });
  segmenters.set(language, segmenter);
  const sentences: string[] = [];
  for (const { segment } of segmenter.segment(paragraph)) {
    const before = sentences.at(-1);
    const continues =
      before !== undefined && (ABBREVIATION.test(before) || /^\p{Ll}/u.test(segment));
    if (continues) sentences[sentences.length - 1] = before + segment;
    else sentences.push(segment);
  }
  return sentences.map((sentence) => sentence.trim()).filter((sentence) => sentence !== "");
}

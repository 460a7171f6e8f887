/** Whether two texts are nearly the same: a few numbers stand for each. */
import { fold } from "../knowledge/tokens.ts";

/** The smallest hashes of a text's runs of words, in order (Broder 1997). */
export type Fingerprint = readonly number[];

const RUN_WORDS = 4;
const KEPT = 128;
/** Copies of an agency's text with another headline have nearly all runs in common. */
const MIN_RESEMBLANCE = 0.6;

export function fingerprintOf(paragraphs: readonly string[]): Fingerprint {
  const words = fold(paragraphs.join(" ")).match(/[\p{L}\p{N}]+/gu) ?? [];
  const runs = words.slice(0, Math.max(1, words.length - RUN_WORDS + 1));
  const hashes = new Set(runs.map((_, at) => hash(words.slice(at, at + RUN_WORDS).join(" "))));
  return [...hashes].toSorted((left, right) => left - right).slice(0, KEPT);
}

/** Whether the texts are copies of each other. */
export function isNearDuplicate(left: Fingerprint, right: Fingerprint): boolean {
  return resemblance(left, right) >= MIN_RESEMBLANCE;
}

/** The share of runs in common, judged by the smallest of both. */
function resemblance(left: Fingerprint, right: Fingerprint): number {
  const union = [...new Set([...left, ...right])]
    .toSorted((one, other) => one - other)
    .slice(0, KEPT);
  const [own, others] = [new Set(left), new Set(right)];
  const shared = union.filter((each) => own.has(each) && others.has(each)).length;
  return union.length === 0 ? 0 : shared / union.length;
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1)
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return value;
}

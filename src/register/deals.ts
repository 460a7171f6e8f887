/** The register of deals: one row for each, although several articles tell of it. */
import { groupAlike } from "../answers/events/group-alike.ts";
import type { Vocabulary } from "../knowledge/vocabulary.ts";
import {
  type Article,
  type Deal,
  firstDay,
  type Instrument,
  type Language,
  type Translated,
} from "../model.ts";
import { type DealEntry, dealEntry } from "./deal-entry.ts";
import { createDealLikeness, isVague } from "./same-deal.ts";
import { inOrderTold } from "./told-order.ts";

/** A figure with the ids of the articles that tell it. */
type ToldAmount = { amount: number; currency: string | null; articles: readonly string[] };

export type DealRow = {
  /** `article/deal` of the first that told it. */
  id: string;
  name: Translated;
  /** The language of the name where it is an article's own sentence, and not ours. */
  excerpts: Language | null;
  /** Countries besides Kazakhstan, and organisations that are parties. */
  partners: readonly string[];
  /** Organisations that are parties or that the name names. */
  organisations: readonly string[];
  minerals: readonly string[];
  instrument: Instrument | null;
  /** As exact as any article tells it. */
  date: string | null;
  /** As told last. */
  status: Deal["status"];
  /** As told last; the others are in `conflicts`. */
  amount: number | null;
  currency: string | null;
  /** Ids, in the order in which they told it. */
  articles: readonly string[];
  /** Every amount that is told, where there are several; else empty. */
  conflicts: readonly ToldAmount[];
  /** What each article tells, in order. */
  told: readonly { article: Article; deal: Deal }[];
};

/** Set on the deals of the base (tests/golden/deals.yaml): between 0.55 and 0.59 nothing changes. */
const MIN_LIKENESS = 0.57;

/** The deals of these articles, the newest first. */
export function createRegister(articles: readonly Article[], vocabulary: Vocabulary): DealRow[] {
  return createRegisters(vocabulary)(articles);
}

/** Registers of several times; what is read of a deal is kept for the next one. */
export function createRegisters(
  vocabulary: Vocabulary,
): (articles: readonly Article[]) => DealRow[] {
  const read = new WeakMap<Deal, DealEntry>();
  const entryOf = (article: Article, deal: Deal) => {
    const known = read.get(deal);
    if (known?.article === article) return known;
    const entry = dealEntry(article, deal, vocabulary);
    read.set(deal, entry);
    return entry;
  };
  return (articles) => {
    const order = inOrderTold(articles);
    const entries = articles
      .flatMap((article) => article.deals.map((deal) => entryOf(article, deal)))
      .toSorted((left, right) => order(left, right) || keyOf(left).localeCompare(keyOf(right)));
    return groupAlike({
      items: entries,
      pairs: pairsOf(entries),
      likeness: createDealLikeness(entries),
      least: MIN_LIKENESS,
    })
      .map((group) => rowOf(group.toSorted(order)))
      .toSorted(
        (left, right) => dayOf(right).localeCompare(dayOf(left)) || left.id.localeCompare(right.id),
      );
  };
}

function keyOf({ article, deal }: DealEntry): string {
  return `${article.id}/${deal.id}`;
}

function dayOf({ date }: DealRow): string {
  return date === null ? "" : firstDay(date);
}

/** Entries with a partner in common, or with none. */
function pairsOf(entries: readonly DealEntry[]): [DealEntry, DealEntry][] {
  const sharing = new Map<string, DealEntry[]>();
  return entries.flatMap((entry) => {
    const partners = entry.partners.size > 0 ? [...entry.partners] : [""];
    const met = new Set(partners.flatMap((partner) => sharing.get(partner) ?? []));
    for (const partner of partners) sharing.set(partner, [...(sharing.get(partner) ?? []), entry]);
    return [...met].map((other): [DealEntry, DealEntry] => [other, entry]);
  });
}

/** A row from the entries of one deal in the order in which they were told. */
function rowOf(entries: readonly DealEntry[]): DealRow {
  const [first] = entries;
  const last = entries.at(-1);
  if (!first || !last) throw new RangeError("A deal without an entry");
  const instrument = instrumentOf(entries);
  const named = namingEntry(entries, instrument);
  const amounts = amountsOf(entries);
  const amount = amounts.at(-1);
  return {
    id: keyOf(first),
    name: named.deal.name,
    excerpts: named.article.excerpts ?? null,
    partners: distinct(entries.flatMap(({ partners }) => [...partners])),
    organisations: distinct(entries.flatMap(({ organisations }) => [...organisations])),
    minerals: distinct(entries.flatMap(({ deal }) => deal.minerals ?? [])),
    instrument,
    date: dateOf(entries),
    status: last.deal.status,
    amount: amount?.amount ?? null,
    currency: amount?.currency ?? null,
    articles: distinct(entries.map(({ article }) => article.id)),
    conflicts: amounts.length > 1 ? amounts : [],
    told: entries.map(({ article, deal }) => ({ article, deal })),
  };
}

function distinct<Value>(values: readonly Value[]): Value[] {
  return [...new Set(values)];
}

/** That whose name most of those give who say what it is; ours before an article's own sentence. */
function namingEntry(entries: readonly DealEntry[], instrument: Instrument | null): DealEntry {
  const ours = entries.filter(({ article }) => !article.excerpts);
  const naming = ours.length > 0 ? ours : entries;
  const precise = naming.filter(({ deal }) => (deal.instrument ?? null) === instrument);
  const byName = Map.groupBy(precise, ({ deal }) => deal.name.en);
  const [most] = [...byName.values()].toSorted((left, right) => right.length - left.length);
  const [told] = most ?? naming;
  if (!told) throw new RangeError("A deal without a name");
  return told;
}

/** What is said precisely; else what is said at all. */
function instrumentOf(entries: readonly DealEntry[]): Instrument | null {
  const said = entries.flatMap(({ deal }) => deal.instrument ?? []);
  return said.findLast((instrument) => !isVague(instrument)) ?? said.at(-1) ?? null;
}

/** The date that was told last, made exact by any other that it holds. */
function dateOf(entries: readonly DealEntry[]): string | null {
  const dates = entries.flatMap(({ deal }) => deal.date ?? []);
  const newest = dates.at(-1);
  if (newest === undefined) return null;
  const exact = dates
    .filter((date) => date.startsWith(newest))
    .toSorted((left, right) => right.length - left.length);
  return exact[0] ?? newest;
}

/** Each amount once, in the order in which it was told last. */
function amountsOf(entries: readonly DealEntry[]): ToldAmount[] {
  const told = entries.filter(({ deal }) => deal.amount !== null);
  const groups = Map.groupBy(told.toReversed(), ({ deal }) => `${deal.amount} ${deal.currency}`);
  return [...groups.values()].toReversed().flatMap((group) => {
    const [one] = group;
    if (!one || one.deal.amount === null) return [];
    const { amount, currency } = one.deal;
    return [{ amount, currency, articles: group.toReversed().map(({ article }) => article.id) }];
  });
}

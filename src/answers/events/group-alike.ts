/** Groups of things that are alike as a whole, so that no chain of neighbours joins strangers. */

type Pair<Item> = readonly [Item, Item];

/** Groups larger than this are compared by some of their members. */
const MAX_COMPARED = 8;

/**
 * Joins the likest first; a group takes in another where they are this much alike on average over
 * all pairs. `pairs` are those worth comparing; the groups are in the order of `items`.
 */
export function groupAlike<Item>({
  items,
  pairs,
  likeness,
  least,
}: {
  items: readonly Item[];
  pairs: Iterable<Pair<Item>>;
  likeness: (left: Item, right: Item) => number;
  least: number;
}): Item[][] {
  const groups = new Map(items.map((item) => [item, [item]]));
  const alike = [...pairs]
    .map(([left, right]) => ({ left, right, score: likeness(left, right) }))
    .filter(({ score }) => score >= least)
    .toSorted((one, other) => other.score - one.score);
  for (const { left, right } of alike) {
    const [mine, theirs] = [groups.get(left) ?? [], groups.get(right) ?? []];
    if (mine === theirs || averageLikeness(mine, theirs, likeness) < least) continue;
    const joined = [...mine, ...theirs];
    for (const each of joined) groups.set(each, joined);
  }
  return [...new Set(items.map((item) => groups.get(item) ?? [item]))];
}

function averageLikeness<Item>(
  left: readonly Item[],
  right: readonly Item[],
  likeness: (left: Item, right: Item) => number,
): number {
  const [some, others] = [left.slice(0, MAX_COMPARED), right.slice(0, MAX_COMPARED)];
  let sum = 0;
  for (const one of some) for (const other of others) sum += likeness(one, other);
  return sum / (some.length * others.length);
}

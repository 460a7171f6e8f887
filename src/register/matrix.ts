/** How many deals there are with each partner on each mineral. */
import type { DealRow } from "./deals.ts";

/** A partner or a mineral with its deals; null for those of which none is told. */
export type MatrixLine = { id: string | null; deals: number };

export type DealMatrix = {
  deals: number;
  /** The most frequent first, what is not told last. */
  partners: readonly MatrixLine[];
  minerals: readonly MatrixLine[];
  /** Deals with a partner on a mineral. */
  count: (partner: string | null, mineral: string | null) => number;
};

/** A deal with several partners or on several minerals counts for each. */
export function dealMatrix(rows: readonly Pick<DealRow, "partners" | "minerals">[]): DealMatrix {
  const counts = new Map<string, number>();
  for (const row of rows)
    for (const partner of orNone(row.partners))
      for (const mineral of orNone(row.minerals)) {
        const key = keyOf(partner, mineral);
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
  return {
    deals: rows.length,
    partners: linesOf(rows.map(({ partners }) => partners)),
    minerals: linesOf(rows.map(({ minerals }) => minerals)),
    count: (partner, mineral) => counts.get(keyOf(partner, mineral)) ?? 0,
  };
}

function linesOf(lists: readonly (readonly string[])[]): MatrixLine[] {
  const deals = Map.groupBy(lists.flatMap(orNone), (id) => id);
  return [...deals]
    .map(([id, same]) => ({ id, deals: same.length }))
    .toSorted(
      (left, right) =>
        Number(left.id === null) - Number(right.id === null) ||
        right.deals - left.deals ||
        String(left.id).localeCompare(String(right.id)),
    );
}

/** Each once, or the one that stands for none. */
function orNone(ids: readonly string[]): (string | null)[] {
  return ids.length > 0 ? [...new Set(ids)] : [null];
}

function keyOf(partner: string | null, mineral: string | null): string {
  return JSON.stringify([partner, mineral]);
}

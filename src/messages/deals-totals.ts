/** What the deals of a table come to, in small print below it. */
import type { Language } from "../model.ts";
import type { DealRow } from "../register/deals.ts";
import { totalsOf } from "../register/totals.ts";
import { stringsIn } from "../strings/strings.ts";
import { formatAmount, formatNumber } from "./format.ts";
import { note, type Paragraph } from "./text.ts";

/** Over all rows that a filter selects; nothing for a single one, which says it all itself. */
export function totalsNotes(rows: readonly DealRow[], language: Language): Paragraph[] {
  if (rows.length < 2) return [];
  const { status: statusNames, register } = stringsIn(language);
  const { statuses, amounts, blank, differing } = totalsOf(rows);
  const stages = statuses.map(({ status, deals }) =>
    register.labelled({ label: statusNames[status], count: formatNumber(deals, language) }),
  );
  const sums = amounts.map(({ amount, currency, deals }) =>
    register.amountOf({
      amount: currency
        ? formatAmount(amount, currency, language)
        : `${formatAmount(amount, null, language)} (${register.withoutCurrency})`,
      deals,
    }),
  );
  const parts = [...sums, ...(blank > 0 ? [register.withoutAmount(blank)] : [])];
  return [
    note(register.byStatus(stages.join(" · "))),
    note(register.byCurrency(parts.join(" · "))),
    ...(differing > 0 ? [note(register.differing(differing))] : []),
  ];
}

/** A table with the names of its columns told to screen readers too. */
import type { types } from "@slack/bolt";
import { createElement as h, type ReactElement, type ReactNode } from "react";

type Cell = types.TableBlock["rows"][number][number];

/** `draw` draws a cell that is more than plain text. */
export function tableView(
  { rows }: types.TableBlock,
  { key, draw }: { key: number; draw: (block: types.KnownBlock) => ReactNode },
): ReactElement {
  const [header = [], ...body] = rows;
  const drawCell = (cell: Cell): ReactNode => {
    if (cell.type === "rich_text") return draw(cell);
    return "text" in cell ? String(cell.text) : null;
  };
  return h(
    "div",
    // Wide tables are scrolled sideways, also with the keys.
    { key, className: "table", role: "region", "aria-label": "Table", tabIndex: 0 },
    h(
      "table",
      null,
      h(
        "thead",
        null,
        h(
          "tr",
          null,
          header.map((cell, at) => h("th", { key: at, scope: "col" }, drawCell(cell))),
        ),
      ),
      h(
        "tbody",
        null,
        body.map((row, at) =>
          h(
            "tr",
            { key: at },
            row.map((cell, column) => h("td", { key: column }, drawCell(cell))),
          ),
        ),
      ),
    ),
  );
}

/** The shortcuts that stand in the menu of each message. */
import { createElement as h, type ReactElement } from "react";
import { SHORTCUTS } from "./directory.ts";

export function messageMenu(ts: string): ReactElement {
  return h(
    "details",
    { className: "menu" },
    h("summary", { "aria-label": "More actions" }, "⋮"),
    h(
      "div",
      { className: "entries" },
      SHORTCUTS.map(({ callback, name }) =>
        h(
          "button",
          { key: callback, type: "button", "data-shortcut": callback, "data-of": ts },
          name,
        ),
      ),
    ),
  );
}

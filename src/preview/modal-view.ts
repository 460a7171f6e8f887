/** A modal as people see it: a form of plain HTML. */

import type { types } from "@slack/bolt";
import { createElement as h, type ReactElement, type ReactNode } from "react";
import { inputView } from "./input-view.ts";
import { blocksView } from "./message-view.ts";
import type { OpenView } from "./views.ts";

/** The modal that is open before a person. */
export function modalView(open: OpenView, user: string): ReactElement {
  const { view, errors, hash } = open;
  return h(
    "div",
    { className: "backdrop", "data-version": hash },
    h(
      "div",
      { role: "dialog", "aria-modal": true, "aria-labelledby": "modal-title", className: "modal" },
      h(
        "form",
        { "data-form": "modal", noValidate: true },
        h("header", null, h("h2", { id: "modal-title" }, view.title.text)),
        h(
          "div",
          { className: "fields" },
          errors[""] ? h("p", { role: "alert", className: "error" }, errors[""]) : null,
          parts(open, user),
        ),
        h(
          "footer",
          null,
          h(
            "button",
            { type: "button", className: "button", "data-close-modal": "true" },
            view.close?.text ?? "Close",
          ),
          view.submit
            ? h("button", { type: "submit", className: "button primary" }, view.submit.text)
            : null,
        ),
      ),
    ),
  );
}

/** Inputs one by one, and what stands between them together. */
function parts(open: OpenView, user: string): ReactNode[] {
  const drawn: ReactNode[] = [];
  let between: types.KnownBlock[] = [];
  const flush = () => {
    if (between.length > 0)
      drawn.push(h("div", { key: drawn.length, className: "between" }, blocksView(between, user)));
    between = [];
  };
  for (const block of open.view.blocks) {
    if (block.type !== "input") {
      between.push(block);
      continue;
    }
    flush();
    drawn.push(inputView(block, open, drawn.length));
  }
  flush();
  return drawn;
}

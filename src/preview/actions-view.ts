/** Buttons, which ask first where Slack would. */
import type { types } from "@slack/bolt";
import { Fragment, createElement as h, type ReactElement } from "react";

export function actionsView({ elements }: types.ActionsBlock, key: number): ReactElement {
  const buttons = elements.filter((element) => element.type === "button");
  return h("div", { key, className: "actions" }, buttons.map(buttonView));
}

function buttonView(
  { text, action_id, value, style, confirm, accessibility_label }: types.Button,
  at: number,
) {
  return h(
    Fragment,
    { key: at },
    h(
      "button",
      {
        type: "button",
        className: `button ${style ?? ""}`,
        "data-action": action_id,
        "data-value": value ?? "",
        ...(accessibility_label && { "aria-label": accessibility_label }),
        ...(confirm && { "data-asks": "true", "aria-haspopup": "dialog" }),
      },
      text.text,
    ),
    confirm ? confirmView(confirm) : null,
  );
}

/** Stands behind its button, and is opened by pressing it. */
function confirmView({ title, text, confirm, deny, style }: types.ConfirmationDialog) {
  return h(
    "dialog",
    { className: "confirm", "aria-label": title?.text },
    h("h2", null, title?.text),
    h("p", null, text.text),
    h(
      "form",
      { method: "dialog" },
      h("button", { type: "submit", value: "no", className: "button" }, deny?.text ?? "Cancel"),
      h(
        "button",
        {
          type: "submit",
          value: "yes",
          className: `button ${style === "danger" ? "certain" : "primary"}`,
        },
        confirm?.text ?? "OK",
      ),
    ),
  );
}

/** The inputs of modals as plain HTML; `slack-blocks-to-jsx` draws no options of a select. */

import type { types } from "@slack/bolt";
import { createElement as h, type ReactElement, type ReactNode } from "react";
import { initialValues } from "./view-state.ts";
import type { OpenView } from "./views.ts";

/** What every element needs: its name, the values in it, and what describes it. */
type Field = { name: string; values: readonly string[]; describedBy: string; isWrong: boolean };

export function inputView(
  { block_id = "", label, hint, optional, element }: types.InputBlock,
  { errors, entered, offered }: OpenView,
  key: number,
): ReactElement {
  const error = errors[block_id];
  const field = {
    name: block_id,
    values: entered[block_id] ?? initialValues(element),
    describedBy: `${error ? `${block_id}-error ` : ""}${hint ? `${block_id}-hint` : ""}`,
    isWrong: error !== undefined,
  };
  const title: ReactNode = [label.text, optional ? h("small", { key: 0 }, " (optional)") : null];
  const drawn = elementView(element, field, offered.get(block_id) ?? []);
  const rest = [
    error
      ? h("p", { key: "error", id: `${block_id}-error`, role: "alert", className: "error" }, error)
      : null,
    hint
      ? h("p", { key: "hint", id: `${block_id}-hint`, className: "hint-text" }, hint.text)
      : null,
  ];
  return element.type === "checkboxes" || element.type === "radio_buttons"
    ? h(
        "fieldset",
        { key, className: "field", "aria-describedby": field.describedBy },
        h("legend", null, title),
        drawn,
        rest,
      )
    : h("div", { key, className: "field" }, h("label", { htmlFor: block_id }, title), drawn, rest);
}

function elementView(
  element: types.InputBlock["element"],
  field: Field,
  offered: readonly types.PlainTextOption[],
): ReactNode {
  const { name, values, describedBy, isWrong } = field;
  const [value = ""] = values;
  const common = {
    id: name,
    name,
    "aria-describedby": describedBy || undefined,
    "aria-invalid": isWrong || undefined,
  };
  switch (element.type) {
    case "plain_text_input": {
      const typed = {
        ...common,
        defaultValue: value,
        maxLength: element.max_length,
        placeholder: element.placeholder?.text,
        autoComplete: "off",
      };
      return element.multiline ? h("textarea", { ...typed, rows: 3 }) : h("input", typed);
    }
    case "timepicker":
      return h("input", { ...common, type: "time", defaultValue: value });
    case "datepicker":
      return h("input", { ...common, type: "date", defaultValue: value });
    case "static_select":
      return h(
        "select",
        { ...common, defaultValue: value },
        (element.options ?? []).map(optionView),
      );
    case "external_select": {
      const initial = element.initial_option ? [element.initial_option] : [];
      const options = [...offered, ...initial].filter((each) => each.value === value);
      return h(
        "div",
        { className: "searched" },
        h("input", {
          type: "search",
          "data-suggest": name,
          "aria-label": "Search",
          placeholder: "Search…",
          autoComplete: "off",
        }),
        h("select", { ...common, defaultValue: value }, options.slice(0, 1).map(optionView)),
      );
    }
    case "checkboxes":
    case "radio_buttons":
      return element.options.map((option) =>
        h(
          "label",
          { key: option.value, className: "choice" },
          h("input", {
            type: element.type === "checkboxes" ? "checkbox" : "radio",
            name,
            value: option.value,
            defaultChecked: values.includes(option.value ?? ""),
          }),
          option.text.text,
        ),
      );
    default:
      throw new RangeError(`The preview draws no ${element.type}.`);
  }
}

function optionView({ text, value }: types.Option): ReactElement {
  return h("option", { key: value, value }, text.text);
}

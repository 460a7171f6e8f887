/** Slack's limits on what stands in blocks of messages and of modals alike. */
import type { types } from "@slack/bolt";

/** From Slack's Block Kit reference, read 2026-11. */
const LIMITS = {
  actionId: 255,
  buttonLabel: 75,
  buttonValue: 2_000,
  accessibilityLabel: 75,
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,
  optionText: 75,
  optionValue: 75,
  checkboxes: 10,
  selectOptions: 100,
  placeholder: 150,
  textInput: 3_000,
};

/** An element, in whichever block it stands. */
export type Element = types.InputBlock["element"] | types.ActionsBlock["elements"][number];

/** What breaks a limit in an element; null when nothing does. */
export function elementFault(element: Element): string | null {
  if ("action_id" in element && !isWithin(element.action_id ?? "x", LIMITS.actionId))
    return "action_id";
  if (
    "placeholder" in element &&
    element.placeholder &&
    !isText(element.placeholder, LIMITS.placeholder)
  )
    return "placeholder";
  switch (element.type) {
    case "button":
      return buttonFault(element);
    case "checkboxes":
    case "radio_buttons":
      return optionsFault(element.options, LIMITS.checkboxes) ?? initialFault(element);
    case "static_select":
      return optionsFault(element.options ?? [], LIMITS.selectOptions) ?? initialFault(element);
    case "external_select":
      return element.initial_option ? optionFault(element.initial_option) : null;
    case "plain_text_input":
      return textInputFault(element);
    case "timepicker":
      return isShaped(element.initial_time, /^([01]\d|2[0-3]):[0-5]\d$/) ? null : "initial_time";
    case "datepicker":
      return isShaped(element.initial_date, /^\d{4}-\d{2}-\d{2}$/) ? null : "initial_date";
    default:
      return null;
  }
}

/** Whether a list of elements has each of its names once. */
export function hasOwnNames(elements: readonly Element[]): boolean {
  const names = elements.flatMap((each) => ("action_id" in each ? (each.action_id ?? []) : []));
  return new Set(names).size === names.length;
}

/** A list of options as a loader gives them. */
export function optionsFault(
  options: readonly types.Option[],
  limit = LIMITS.selectOptions,
): string | null {
  if (options.length > limit) return "too many options";
  if (new Set(options.map(({ value }) => value)).size < options.length) return "options twice";
  return options.map(optionFault).find((fault) => fault !== null) ?? null;
}

export function isText({ text }: { text: string }, limit: number): boolean {
  return isWithin(text, limit);
}

function isWithin(text: string, limit: number): boolean {
  return text.length > 0 && text.length <= limit;
}

function isShaped(text: string | undefined, shape: RegExp): boolean {
  return text === undefined || shape.test(text);
}

function optionFault({ text, value }: types.Option): string | null {
  const isWell = isText(text, LIMITS.optionText) && isWithin(value ?? "x", LIMITS.optionValue);
  return isWell ? null : "option";
}

function buttonFault({
  text,
  value = "",
  confirm,
  accessibility_label = "x",
}: types.Button): string | null {
  if (!isText(text, LIMITS.buttonLabel)) return "button label";
  if (!isWithin(accessibility_label, LIMITS.accessibilityLabel)) return "accessibility_label";
  if (value.length > LIMITS.buttonValue) return "button value";
  if (!confirm) return null;
  const isWell =
    isText(confirm.title ?? { text: "x" }, LIMITS.confirmTitle) &&
    isText(confirm.text, LIMITS.confirmText) &&
    isText(confirm.confirm ?? { text: "x" }, LIMITS.confirmButton) &&
    isText(confirm.deny ?? { text: "x" }, LIMITS.confirmButton);
  return isWell ? null : "confirm";
}

function textInputFault({
  initial_value = "",
  min_length = 0,
  max_length = LIMITS.textInput,
}: types.PlainTextInput): string | null {
  if (max_length > LIMITS.textInput || min_length > max_length) return "max_length";
  return initial_value.length > max_length ? "initial_value" : null;
}

/** Slack wants what is chosen at first among the options, letter by letter, and no empty list. */
function initialFault(
  element: types.Checkboxes | types.RadioButtons | types.StaticSelect,
): string | null {
  const initial =
    "initial_options" in element
      ? (element.initial_options ?? [])
      : "initial_option" in element && element.initial_option
        ? [element.initial_option]
        : null;
  if (initial === null) return null;
  const known = (element.options ?? []).map((each) => JSON.stringify(each));
  const isKnown = initial.every((each) => known.includes(JSON.stringify(each)));
  return isKnown && initial.length > 0 ? null : "initial option";
}

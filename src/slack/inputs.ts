/** Inputs of modals: each in a block of its own that is named after its field. */
import type { types } from "@slack/bolt";
import { z } from "zod";
import { plain } from "./blocks.ts";

type Common = { field: string; label: string; hint?: string; isOptional?: boolean };
type Choice = { value: string; label: string };

/** The element's own name says nothing, except where Slack asks for its options. */
const ACTION = "value";

export function textInput({
  initial,
  example,
  isLong = false,
  maxChars,
  ...common
}: Common & {
  initial: string;
  example?: string;
  isLong?: boolean;
  maxChars: number;
}): types.InputBlock {
  return input(common, {
    type: "plain_text_input",
    action_id: ACTION,
    multiline: isLong,
    max_length: maxChars,
    ...(initial && { initial_value: initial }),
    ...(example && { placeholder: plain(example) }),
  });
}

export function checkboxes({
  choices,
  chosen,
  ...common
}: Common & { choices: readonly Choice[]; chosen: readonly string[] }): types.InputBlock {
  const initial = choices.filter(({ value }) => chosen.includes(value)).map(option);
  return input(common, {
    type: "checkboxes",
    action_id: ACTION,
    options: choices.map(option),
    // Slack takes no empty list here.
    ...(initial.length > 0 && { initial_options: initial }),
  });
}

/** One of a few, none of them chosen at first. */
export function radioButtons({
  choices,
  ...common
}: Common & { choices: readonly Choice[] }): types.InputBlock {
  return input(common, {
    type: "radio_buttons",
    action_id: ACTION,
    options: choices.map(option),
  });
}

export function select({
  choices,
  chosen,
  ...common
}: Common & { choices: readonly Choice[]; chosen: string }): types.InputBlock {
  const initial = choices.find(({ value }) => value === chosen);
  return input(common, {
    type: "static_select",
    action_id: ACTION,
    options: choices.map(option),
    ...(initial && { initial_option: option(initial) }),
  });
}

/** A select whose options Slack asks for, by the name of `action`, while a person types. */
export function searchedSelect({
  action,
  chosen,
  ...common
}: Common & { action: string; chosen: Choice | null }): types.InputBlock {
  return input(common, {
    type: "external_select",
    action_id: action,
    min_query_length: 0,
    ...(chosen && { initial_option: option(chosen) }),
  });
}

export function timeInput({ initial, ...common }: Common & { initial: string }): types.InputBlock {
  return input(common, { type: "timepicker", action_id: ACTION, initial_time: initial });
}

export function dateInput({ initial, ...common }: Common & { initial?: string }): types.InputBlock {
  return input(common, {
    type: "datepicker",
    action_id: ACTION,
    ...(initial && { initial_date: initial }),
  });
}

export function option({ value, label }: Choice): types.PlainTextOption {
  return { text: plain(label), value };
}

function input(
  { field, label, hint, isOptional = false }: Common,
  element: types.InputBlock["element"],
): types.InputBlock {
  return {
    type: "input",
    block_id: field,
    label: plain(label),
    element,
    optional: isOptional,
    ...(hint && { hint: plain(hint) }),
  };
}

const Chosen = z.object({ value: z.string() });
const FilledIn = z.object({
  value: z.string().nullish(),
  selected_time: z.string().nullish(),
  selected_date: z.string().nullish(),
  selected_option: Chosen.nullish(),
  selected_options: z.array(Chosen).nullish(),
});
const Values = z.record(z.string(), z.record(z.string(), FilledIn));

/** What was filled in, by field: `undefined` where the form has no such field. */
export function readInputs(values: unknown) {
  const filledIn = Values.parse(values);
  const find = (field: string) => Object.values(filledIn[field] ?? {})[0];
  return {
    /** A text, a time, a day or the value of an option; empty where nothing was filled in. */
    one: (field: string): string | undefined => {
      const found = find(field);
      return (
        found &&
        (found.value ??
          found.selected_time ??
          found.selected_date ??
          found.selected_option?.value ??
          "")
      );
    },
    /** The values of the boxes that are ticked. */
    many: (field: string): string[] | undefined =>
      find(field) && (find(field)?.selected_options ?? []).map(({ value }) => value),
  };
}

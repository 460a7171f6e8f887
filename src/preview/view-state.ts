/** What a person has entered in a modal, in the shapes that Slack sends. */
import type { types } from "@slack/bolt";

/** A modal whose blocks are those that Slack knows. */
export type Modal = Omit<types.ModalView, "blocks"> & { blocks: types.KnownBlock[] };

/** The texts, times and option values of each block, as a page sends them. */
export type Entered = Readonly<Record<string, readonly string[]>>;
/** The options that were offered while a person typed, by block. */
export type Offered = ReadonlyMap<string, readonly types.PlainTextOption[]>;

type InputElement = types.InputBlock["element"];

export function inputsOf({ blocks }: Modal): (types.InputBlock & { block_id: string })[] {
  return blocks.flatMap((block, at) =>
    block.type === "input" ? [{ ...block, block_id: block.block_id ?? `block-${at}` }] : [],
  );
}

/** The values of a view: what was entered, and what stood there at first where nothing was. */
export function stateValues(view: Modal, entered: Entered, offered: Offered) {
  return Object.fromEntries(
    inputsOf(view).map(({ block_id: id, element }) => {
      const values = entered[id] ?? initialValues(element);
      const action = "action_id" in element ? (element.action_id ?? "") : "";
      return [id, { [action]: elementState(element, values, offered.get(id) ?? []) }];
    }),
  );
}

/** The blocks that must be filled in and are not. */
export function missingInputs(view: Modal, entered: Entered): string[] {
  return inputsOf(view)
    .filter(({ block_id: id, element, optional }) => {
      const values = entered[id] ?? initialValues(element);
      return !optional && values.every((value) => value.trim() === "");
    })
    .map(({ block_id }) => block_id);
}

/** What stands in an element before anything is entered. */
export function initialValues(element: InputElement): string[] {
  switch (element.type) {
    case "plain_text_input":
      return [element.initial_value ?? ""];
    case "timepicker":
      return [element.initial_time ?? ""];
    case "datepicker":
      return [element.initial_date ?? ""];
    case "checkboxes":
      return (element.initial_options ?? []).map(({ value }) => value ?? "");
    case "static_select":
    case "external_select":
    case "radio_buttons":
      return [element.initial_option?.value ?? ""];
    default:
      return [];
  }
}

function elementState(
  element: InputElement,
  values: readonly string[],
  offered: readonly types.PlainTextOption[],
): Record<string, unknown> {
  const { type } = element;
  const [value = ""] = values;
  switch (type) {
    case "plain_text_input":
      return { type, value: value || null };
    case "timepicker":
      return { type, selected_time: value || null };
    case "datepicker":
      return { type, selected_date: value || null };
    case "checkboxes":
      return {
        type,
        selected_options: element.options.filter((option) => values.includes(option.value ?? "")),
      };
    case "static_select":
    case "radio_buttons":
      return { type, selected_option: optionOf(element.options ?? [], value) };
    case "external_select": {
      const initial = element.initial_option ? [element.initial_option] : [];
      return { type, selected_option: optionOf([...offered, ...initial], value) };
    }
    default:
      return { type };
  }
}

function optionOf(options: readonly types.Option[], value: string): types.Option | null {
  return options.find((option) => option.value === value) ?? null;
}

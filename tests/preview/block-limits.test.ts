import type { types } from "@slack/bolt";
import { describe, expect, test } from "vitest";
import { limitBroken, viewFault } from "../../src/preview/block-limits.ts";
import type { Modal } from "../../src/preview/view-state.ts";

const plain = (text: string): types.PlainTextElement => ({ type: "plain_text", text });
const option = (value: string) => ({ text: plain(value), value });

function input(element: types.InputBlock["element"], id = "field"): types.InputBlock {
  return { type: "input", block_id: id, label: plain("Label"), element };
}

function modal(fields: Partial<Modal> = {}): Modal {
  const element = { type: "plain_text_input", action_id: "value" } as const;
  return {
    type: "modal",
    title: plain("Title"),
    submit: plain("Save"),
    blocks: [input(element)],
    ...fields,
  };
}

test("a modal within the limits is taken", () => {
  expect(viewFault(modal())).toBeNull();
});

describe("a modal that Slack would refuse is refused", () => {
  test.each<[string, Partial<Modal>]>([
    ["a title of 25 characters", { title: plain("x".repeat(25)) }],
    ["an empty label of a button", { close: plain("") }],
    ["more private metadata than Slack keeps", { private_metadata: "x".repeat(3_001) }],
    ["no blocks", { blocks: [] }],
    ["101 blocks", { blocks: Array(101).fill({ type: "divider" }) }],
    ["two blocks of one name", { blocks: [input(text()), input(text())] }],
    ["eleven checkboxes", { blocks: [input(boxes(11))] }],
    ["an empty list of ticked boxes", { blocks: [input({ ...boxes(2), initial_options: [] })] }],
    [
      "a ticked box that is none",
      { blocks: [input({ ...boxes(2), initial_options: [option("9")] })] },
    ],
    ["101 options", { blocks: [input(select(101))] }],
    ["an option twice", { blocks: [input({ ...select(1), options: [option("1"), option("1")] })] }],
    ["a long option", { blocks: [input({ ...select(1), options: [option("x".repeat(76))] })] }],
    [
      "a chosen option that is none",
      { blocks: [input({ ...select(2), initial_option: option("9") })] },
    ],
    [
      "a time that is none",
      { blocks: [input({ type: "timepicker", action_id: "a", initial_time: "9:00" })] },
    ],
    [
      "a day that is none",
      { blocks: [input({ type: "datepicker", action_id: "a", initial_date: "soon" })] },
    ],
    [
      "a text longer than its box",
      { blocks: [input({ ...text(), max_length: 3, initial_value: "four" })] },
    ],
    ["a long example", { blocks: [input({ ...text(), placeholder: plain("x".repeat(151)) })] }],
    ["a long hint", { blocks: [{ ...input(text()), hint: plain("x".repeat(2_001)) }] }],
  ])("%s", (_, fields) => {
    expect(viewFault(modal(fields))).not.toBeNull();
  });

  test("inputs without a button that submits them", () => {
    const { submit: _, ...without } = modal();
    expect(viewFault(without)).toBe("submit is missing");
  });
});

describe("a message that Slack would refuse is refused", () => {
  const button = (fields: Partial<types.Button> = {}): types.Button => ({
    type: "button",
    action_id: "press",
    text: plain("Press"),
    ...fields,
  });
  const confirm = {
    title: plain("Sure?"),
    text: plain("Really?"),
    confirm: plain("Yes"),
    deny: plain("No"),
  };

  test.each<[string, types.Button[]]>([
    ["no buttons", []],
    ["two buttons of one name", [button(), button()]],
    ["26 buttons", Array.from({ length: 26 }, (_, at) => button({ action_id: `${at}` }))],
    ["a long label", [button({ text: plain("x".repeat(76)) })]],
    ["a long value", [button({ value: "x".repeat(2_001) })]],
    ["a long question", [button({ confirm: { ...confirm, text: plain("x".repeat(301)) } })]],
    ["a long answer", [button({ confirm: { ...confirm, deny: plain("x".repeat(31)) } })]],
  ])("%s", (_, elements) => {
    expect(limitBroken("text", [{ type: "actions", elements }])).toBe("invalid_blocks");
  });

  test("but not one that asks first within the limits", () => {
    expect(limitBroken("text", [{ type: "actions", elements: [button({ confirm })] }])).toBeNull();
  });
});

describe("a table that Slack would refuse is refused", () => {
  const cell = (text: string) => ({ type: "raw_text" as const, text });
  const table = (rows: number, columns = 2, text = "x"): types.TableBlock => ({
    type: "table",
    rows: Array.from({ length: rows }, () => Array.from({ length: columns }, () => cell(text))),
  });

  test.each<[string, types.KnownBlock[], string]>([
    ["without rows", [table(0)], "invalid_blocks"],
    ["of 101 rows", [table(101)], "invalid_blocks"],
    ["of 21 columns", [table(1, 21)], "invalid_blocks"],
    ["with an empty cell", [table(2, 2, " ")], "invalid_blocks"],
    [
      "with a row that is shorter",
      [{ ...table(0), rows: [[cell("a"), cell("b")], [cell("c")]] }],
      "invalid_blocks",
    ],
    [
      "with more settings than columns",
      [{ ...table(1), column_settings: [{}, {}, {}] }],
      "invalid_blocks",
    ],
    ["beside another", [table(1), table(1)], "only_one_table_allowed"],
  ])("%s", (_, blocks, error) => {
    expect(limitBroken("text", blocks)).toBe(error);
  });

  test("but not one of 100 rows of 20 columns", () => {
    expect(limitBroken("text", [table(100, 20, "x")])).toBeNull();
  });

  test("in a modal, which shows none", () => {
    expect(viewFault(modal({ blocks: [table(1)] }))).not.toBeNull();
  });
});

test("a Home tab takes a hundred blocks and no more", () => {
  const home = (count: number) => ({
    type: "home" as const,
    blocks: Array<types.KnownBlock>(count).fill({ type: "divider" }),
  });
  expect(viewFault(home(100))).toBeNull();
  expect(viewFault(home(101))).not.toBeNull();
});

function text(): types.PlainTextInput {
  return { type: "plain_text_input", action_id: "value" };
}

function boxes(count: number): types.Checkboxes {
  return { type: "checkboxes", action_id: "value", options: options(count) };
}

function select(count: number): types.StaticSelect {
  return { type: "static_select", action_id: "value", options: options(count) };
}

function options(count: number) {
  return Array.from({ length: count }, (_, at) => option(String(at)));
}

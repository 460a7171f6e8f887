import { type Arbitrary, array, constantFrom, oneof, record, webUrl } from "fast-check";
import { expect } from "vitest";
import { buttonValue } from "../../src/messages/button-value.ts";
import {
  MAX_BUTTON_VALUE,
  type Message,
  type Paragraph,
  type Span,
} from "../../src/messages/text.ts";
import { LANGUAGES } from "../../src/model.ts";
import { drawMessage, drawWithoutTable } from "../../src/slack/blocks.ts";
import { messageText } from "../../src/slack/message-text.ts";
import { escapeMrkdwn, mrkdwnLink, readMrkdwn, webAddress } from "../../src/slack/mrkdwn.ts";
import { expectHarmless, meantBy } from "./harmless.ts";
import { property } from "./property.ts";
import { text } from "./texts.ts";

const address = oneof(webUrl({ withQueryParameters: true, withFragments: true }), text);

const span: Arbitrary<Span> = oneof(
  { weight: 5, arbitrary: record({ text }) },
  { weight: 2, arbitrary: record({ text, bold: constantFrom(true) }) },
  { weight: 2, arbitrary: record({ text, italic: constantFrom(true) }) },
  { weight: 3, arbitrary: record({ text, link: address }) },
  { weight: 1, arbitrary: record({ text, user: constantFrom("U1", "W2") }) },
  { weight: 1, arbitrary: record({ text, channel: constantFrom("C1", "G2") }) },
);
/** No table names people. */
const cellSpan: Arbitrary<Span> = oneof(record({ text }), record({ text, link: address }));
const paragraph: Arbitrary<Paragraph> = record({
  style: constantFrom("body", "item", "note"),
  spans: array(span, { maxLength: 4 }),
});
const table = constantFrom(1, 2, 7).chain((columns) =>
  record({
    header: array(constantFrom("Name", "Дата", "Signé"), {
      minLength: columns,
      maxLength: columns,
    }),
    rows: array(
      array(array(cellSpan, { maxLength: 2 }), { minLength: columns, maxLength: columns }),
      {
        maxLength: 12,
      },
    ),
  }),
);
const message: Arbitrary<Message> = record(
  {
    language: constantFrom(...LANGUAGES),
    paragraphs: array(paragraph, { maxLength: 60 }),
    closing: array(paragraph, { maxLength: 3 }),
    table,
  },
  { requiredKeys: ["language", "paragraphs"] },
);

property(
  "a message stays within Slack's limits, and only what it means is live",
  { of: message, runs: 400 },
  (each) => {
    expectHarmless(drawMessage(each), meantBy(each));
    expectHarmless(drawWithoutTable(each), meantBy(each));
  },
);

const plainSpan = oneof(record({ text }), record({ text, link: address }));
/** Bold, struck out, code, a sign by its name, a quote. */
const FORMATTED = /(^|\s)([*~])[^\s*~]([^*~\n]*[^\s*~])?\2(\s|$)|`|:[\w+-]+:|^\s*&gt;/m;

property(
  "small print has no other form than it is given",
  { of: array(plainSpan, { maxLength: 5 }), runs: 300 },
  (spans) => {
    const { blocks } = drawMessage({ language: "en", paragraphs: [{ style: "note", spans }] });
    for (const block of blocks)
      for (const element of block.type === "context" ? block.elements : [])
        if (element.type === "mrkdwn")
          expect(element.text.replace(/<[^>]*>/g, "x")).not.toMatch(FORMATTED);
  },
);

property(
  "escaped text holds nothing live, and is read back as it was",
  { of: text, runs: 500 },
  (written) => {
    const escaped = escapeMrkdwn(written);
    expect(escaped).not.toMatch(/[<>]/);
    expect(escaped).not.toMatch(/&(?!amp;|lt;|gt;)/);
    expect(readMrkdwn(escaped)).toBe(written.trim());
  },
);

property(
  "a link in small print is one link or none",
  { of: record({ url: address, label: text }), runs: 500 },
  ({ url, label }) => {
    const drawn = mrkdwnLink(url, label);
    const shape = webAddress(url) === null ? /^[^<>]*$/ : /^<https?:\/\/[^<>|\s]*\|[^<>\n]*>$/;
    expect(drawn).toMatch(shape);
  },
);

property(
  "what a message says is what was written, without its mentions",
  {
    of: record({
      text,
      blocks: array(record({ type: text, text })),
      attachments: array(record({ title: text, text, fallback: text })),
    }),
    runs: 300,
  },
  (said) => {
    // Whoever writes <!channel> sends it escaped; what is not escaped is a mention.
    const escaped = escapeMrkdwn(said.text);
    expect(readMrkdwn(`<@U1> ${escaped} <!channel> <!subteam^S1|@team>`)).toBe(said.text.trim());
    expect(messageText({ ...said, text: escaped }).startsWith(said.text.trim())).toBe(true);
  },
);

property("a button carries a question or its beginning", { of: text, runs: 400 }, (question) => {
  const value = buttonValue(question, (carried) => ({ question: carried, facts: ["a/b"] }));
  expect(value).not.toBeNull();
  expect(value?.length).toBeLessThanOrEqual(MAX_BUTTON_VALUE);
  const { question: carried } = JSON.parse(value ?? "");
  expect(carried === question || question.startsWith(carried.slice(0, -1))).toBe(true);
});

/** The same question within a conversation is no follow-up of itself. */
import { expect, test } from "vitest";
import { factKey } from "../../src/model.ts";
import { answers, TODAY } from "./base.ts";

test.each([
  "Who explores lithium in Kazakhstan?",
  "how many tonnes of uranium in 2024?",
  "Combien d'entreprises françaises travaillent au Kazakhstan ?",
  "кто покупает титан?",
  "latest on rare earths",
])("“%s” is answered alike however often it is asked", (text) => {
  let { thread, ...first } = answers.ask({ text, today: TODAY });
  const quoted = first.citations.map(factKey);
  for (const again of [text, text.toUpperCase(), `${text} `]) {
    const answer = answers.ask({ text: again, today: TODAY, previous: thread });
    expect(answer.citations.map(factKey)).toEqual(quoted);
    thread = answer.thread;
  }
});

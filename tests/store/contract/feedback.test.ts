/** What the database keeps of what people say of answers. */
import { expect, test } from "vitest";
import { openTestStore, temporaryDatabase } from "../../temporary.ts";

const GIVEN = {
  id: "one",
  workspace: "T1",
  person: "U1",
  question: "How much lithium?",
  answer: "korea-lithium-2024/first",
  language: "en",
  surface: "slash",
  kind: "right",
  text: "",
  index_version: "0123456789abcdef",
  words_key: "words",
  subjects: "[]",
  given_at: "2026-06-08T04:00:00.000Z",
};
const ALL = { from: new Date(0), until: new Date("2100-01-01") };

test("whoever changes their mind has said one thing", async () => {
  const { feedback } = await openTestStore(await temporaryDatabase());
  await feedback.give(GIVEN);
  await feedback.give({ ...GIVEN, kind: "outdated", text: "Since then it is more." });
  expect(await feedback.within("T1", ALL)).toEqual([
    { ...GIVEN, kind: "outdated", text: "Since then it is more." },
  ]);
});

test("two programs that are told the same at once keep it once", async () => {
  const url = await temporaryDatabase();
  const stores = [await openTestStore(url), await openTestStore(url)];
  await Promise.all(stores.map(({ feedback }) => feedback.give(GIVEN)));
  expect(await stores[0]?.feedback.within("T1", ALL)).toHaveLength(1);
});

test("another workspace has feedback of its own", async () => {
  const { feedback } = await openTestStore(await temporaryDatabase());
  await feedback.give(GIVEN);
  expect(await feedback.within("T2", ALL)).toEqual([]);
});

test("words and people are forgotten in time, and what it was about stays", async () => {
  const { feedback } = await openTestStore(await temporaryDatabase());
  await feedback.give(GIVEN);
  await feedback.give({ ...GIVEN, id: "two", given_at: "2026-09-08T04:00:00.000Z" });
  await feedback.forgetWords(new Date("2026-09-01"));
  const [kept, forgotten] = await feedback.within("T1", ALL);
  expect(kept).toMatchObject({ person: "U1", question: "How much lithium?" });
  expect(forgotten).toEqual({ ...GIVEN, person: null, question: null, text: null });
});

/** What the database keeps of questions that have no answer. */
import { expect, test } from "vitest";
import { openTestStore, temporaryDatabase } from "../../temporary.ts";

const ASKED = {
  id: "T1:one",
  workspace: "T1",
  question: "What does Mars export?",
  language: "en",
  surface: "slash",
  missing_key: "mars",
  words_key: "mars-export",
  subjects: '["Mars"]',
  asked_at: "2026-06-08T04:00:00.000Z",
};
const ALL = { from: new Date(0), until: new Date("2100-01-01") };

test("a question is kept once, however often it is delivered", async () => {
  const url = await temporaryDatabase();
  const stores = [await openTestStore(url), await openTestStore(url)];
  await Promise.all([...stores, ...stores].map(({ gaps }) => gaps.note(ASKED)));
  expect(await stores[0]?.gaps.counts("T1", ALL)).toEqual([
    {
      missing_key: "mars",
      words_key: "mars-export",
      subjects: '["Mars"]',
      count: 1,
      lastAt: ASKED.asked_at,
      isKept: true,
    },
  ]);
});

test("questions of one subject are counted, within a time and a workspace", async () => {
  const { gaps } = await openTestStore(await temporaryDatabase());
  await gaps.note(ASKED);
  await gaps.note({ ...ASKED, id: "T1:two", asked_at: "2026-07-01T00:00:00.000Z" });
  await gaps.note({ ...ASKED, id: "T2:one", workspace: "T2" });
  expect(await gaps.counts("T1", ALL)).toMatchObject([
    { count: 2, lastAt: "2026-07-01T00:00:00.000Z" },
  ]);
  const june = { from: new Date("2026-06-01"), until: new Date("2026-07-01") };
  expect(await gaps.counts("T1", june)).toMatchObject([{ count: 1 }]);
  expect(await gaps.counts("T3", ALL)).toEqual([]);
  expect(await gaps.questions("T2", ["mars-export"], 9)).toHaveLength(1);
});

test("words are forgotten in time, and are counted still", async () => {
  const { gaps } = await openTestStore(await temporaryDatabase());
  await gaps.note(ASKED);
  await gaps.forgetWords(new Date("2026-06-09"));
  expect(await gaps.questions("T1", ["mars-export"], 9)).toEqual([]);
  expect(await gaps.counts("T1", ALL)).toMatchObject([
    { count: 1, subjects: '["Mars"]', isKept: false },
  ]);
});

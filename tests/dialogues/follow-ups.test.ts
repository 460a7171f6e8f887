import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPreviewWorkspace } from "../open-preview-workspace.ts";

let room: Awaited<ReturnType<typeof openPreviewWorkspace>>;
beforeAll(async () => {
  room = await openPreviewWorkspace();
});
afterAll(() => room.close());

/** Each question of a thread with what its answer must hold. */
const THREADS: [name: string, turns: [said: string, expected: RegExp][]][] = [
  [
    "a pronoun stands for the deal just named",
    [
      ["What did Kazakhstan and the United States sign?", /memorandum/],
      ["Who signed it?", /Lutnick/],
    ],
  ],
  [
    "another country replaces the country",
    [
      ["Le Kazakhstan veut-il coopérer avec la France ?", /France|français/],
      ["et avec la Corée du Sud ?", /Corée|coréen/],
    ],
  ],
  [
    "why alone asks for the reason of what was said",
    [
      ["Южная Корея хочет казахстанский литий?", /лити/],
      ["А зачем?", /Кор|корейс/],
    ],
  ],
  [
    "where it is from shows the same fact again, with its source",
    [
      ["How many French companies work in Kazakhstan?", /170/],
      ["Where is that from?", /170/],
    ],
  ],
  [
    "what nothing quoted tells is not known",
    [
      ["Combien d'entreprises françaises travaillent au Kazakhstan ?", /170/],
      ["et norvégiennes ?", /Rien dans la base/],
    ],
  ],
  [
    "a question with a subject of its own starts anew",
    [
      ["How many French companies work in Kazakhstan?", /170/],
      ["Who hosted the C5+1 summit?", /Trump/],
    ],
  ],
];

describe("a conversation in a thread", () => {
  test.each(THREADS)("%s", async (_, turns) => {
    const opening = await room.workspace.say({ channel: "C0DESK", text: "Some questions" });
    for (const [said, expected] of turns) {
      const [answer] = await room.say(`@kzminerals ${said}`, {
        channel: "C0DESK",
        threadTs: opening.ts,
      });
      expect(answer?.plain).toMatch(expected);
    }
  });
});

test("slash questions of one person belong together for a quarter of an hour", async () => {
  await room.slash("What did Kazakhstan and the United States sign?");
  const [soon] = await room.slash("and who signed it?");
  expect(soon?.plain).toMatch(/Lutnick/);
  expect(soon?.plain).not.toMatch(/Macron/);

  room.clock.set(new Date(room.clock.now().getTime() + 16 * 60_000));
  const [late] = await room.slash("and who signed it?");
  expect(late?.plain).toMatch(/Macron/);
});

/** The page that tells what can be asked. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadKnowledge } from "../../src/knowledge/load-knowledge.ts";
import { LANGUAGES } from "../../src/model.ts";
import { stringsIn } from "../../src/strings/strings.ts";
import { DIRECT, openPreviewWorkspace } from "../open-preview-workspace.ts";
import { AIGERIM, CAMILLE, READER } from "./digest-scene.ts";

let room: Awaited<ReturnType<typeof openPreviewWorkspace>>;
beforeAll(async () => {
  room = await openPreviewWorkspace({ knowledge: await loadKnowledge("knowledge") });
});
afterAll(() => room.close());

const WORDS = { en: "help", fr: "aide", ru: "помощь" } as const;

describe.each(LANGUAGES)("help in %s", (language) => {
  const { help } = stringsIn(language);

  test("tells every command in its own words, whole, on every surface", async () => {
    const said = [
      ...(await room.slash(WORDS[language])),
      ...(await room.say(WORDS[language], { channel: DIRECT })),
      ...(await room.say(`@kzminerals ${WORDS[language]}`)),
    ];
    expect(said).toHaveLength(3);
    for (const { plain } of said) {
      for (const { write, does } of Object.values(help.commands))
        expect(plain).toContain(`${write} · ${does}`);
      expect(plain).toContain("help · aide · помощь");
    }
  });

  test.each(Object.entries(help.commands))(
    "%s is understood as it is written there",
    (name, { write }) => {
      const read = room.product.read(write);
      expect(read.kind === "command" ? read.name : read.kind).toBe(name);
      const said = "language" in read ? read.language : null;
      expect([language, null]).toContain(said);
      if (read.kind === "command") expect(read.filter.notUnderstood).toEqual([]);
    },
  );

  test("its filters are understood", () => {
    const [, example = ""] = help.filters.split(/:\s/);
    const read = room.product.read(example.replace(/\.$/, ""));
    expect(read).toMatchObject({ kind: "command", name: "deals", filter: { notUnderstood: [] } });
  });

  test.each(help.examples)("the base answers: %s", async (text) => {
    const { kind, language: answered } = await room.product.ask({ text, conversation: null });
    expect([kind, answered]).toEqual(["answer", language]);
  });
});

test.each([
  [READER, /Ways to ask/],
  [AIGERIM, /Как спросить/],
  [CAMILLE, /Comment demander/],
])(
  "whoever writes nothing, or only “?”, reads it in their language: %s",
  async (user, expected) => {
    for (const text of ["", "?"]) {
      const [help] = await room.slash(text, { user });
      expect(help?.plain).toMatch(expected);
    }
  },
);

import { expect, test } from "vitest";
import { fileOutcomeText, type OutgoingFile } from "../../src/messages/outgoing-file.ts";
import { LANGUAGES } from "../../src/model.ts";
import { createFetch } from "../../src/preview/web-api.ts";
import { createWorkspace } from "../../src/preview/workspace.ts";
import { createCall } from "../../src/slack/call.ts";
import { createSendFile } from "../../src/slack/files.ts";

const FILE: OutgoingFile = {
  name: "deals.csv",
  title: "Deals · France",
  type: "text/csv",
  bytes: Buffer.from("name\r\nÉnergie\r\n"),
  altText: null,
};
const CHANNEL = { channel: "C0MINERALS", threadTs: null };

type Answer = (method: string) => Response | null;

/** The workspace, some of whose requests are answered otherwise. */
function slackWhere(answer: Answer = () => null, apiUrl?: string) {
  const workspace = createWorkspace({ now: () => new Date("2026-06-08T04:00:00Z") });
  const inner = createFetch(workspace);
  const asked: string[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const method = new URL(String(input)).pathname.split("/").at(-1) ?? "";
    asked.push(method);
    return answer(method) ?? inner(input, init);
  };
  const transport = { fetch, apiUrl };
  return { workspace, asked, send: createSendFile(createCall("xoxb-1", transport), transport) };
}

const json = (body: object) => Response.json(body);

test("a file goes to a person's direct messages, bytes and all", async () => {
  const { workspace, send } = slackWhere();
  expect(await send(FILE, { channel: "U0READER", threadTs: null })).toMatchObject({ kind: "sent" });
  const message = workspace.messages.at(-1);
  expect(message?.channel).toBe("D0KZMINERALS");
  const [shown] = message?.files ?? [];
  expect(shown).toMatchObject({ name: "deals.csv", title: "Deals · France", mimetype: "text/csv" });
  expect(workspace.files.at(shown?.url_private ?? "")?.bytes).toEqual(new Uint8Array(FILE.bytes));
});

test("a picture goes into a thread with its description", async () => {
  const { workspace, send } = slackWhere();
  const picture = { ...FILE, name: "matrix.png", type: "image/png", altText: "Six rows" } as const;
  await send(picture, { channel: "C0MINERALS", threadTs: "1.000001" });
  expect(workspace.messages.at(-1)).toMatchObject({
    threadTs: "1.000001",
    files: [{ mimetype: "image/png", alt_txt: "Six rows" }],
  });
});

test("a public channel is joined, since only members may send files there", async () => {
  const { workspace, send } = slackWhere();
  expect(await send(FILE, { channel: "C0TRADE", threadTs: null })).toMatchObject({ kind: "sent" });
  expect(workspace.messages.at(-1)?.channel).toBe("C0TRADE");
});

test.each<[string, Answer, object]>([
  [
    "without the scope",
    (method) =>
      method === "files.getUploadURLExternal" ? json({ ok: false, error: "missing_scope" }) : null,
    { kind: "refused", reason: "missing_scope" },
  ],
  [
    "where Slack knows no such method",
    (method) => (method.startsWith("files.") ? json({ ok: false, error: "unknown_method" }) : null),
    { kind: "refused", reason: "unknown_method" },
  ],
  [
    "when the bytes do not arrive",
    (method) => (method.startsWith("F0") ? new Response("", { status: 503 }) : null),
    { kind: "later" },
  ],
  [
    "when the bytes are refused",
    (method) => (method.startsWith("F0") ? new Response("", { status: 403 }) : null),
    { kind: "refused" },
  ],
  [
    "at a rate limit",
    (method) =>
      method === "files.completeUploadExternal"
        ? new Response("", { status: 429, headers: { "retry-after": "7" } })
        : null,
    { kind: "later", afterMs: 7_000 },
  ],
  [
    "when the last answer is lost",
    (method) => {
      if (method === "files.completeUploadExternal") throw new TypeError("fetch failed");
      return null;
    },
    { kind: "unclear" },
  ],
  [
    "when an answer before the last one is lost",
    (method) => {
      if (method === "files.getUploadURLExternal") throw new TypeError("fetch failed");
      return null;
    },
    { kind: "later" },
  ],
  [
    "with an answer that makes no sense",
    (method) => (method === "files.getUploadURLExternal" ? json({ ok: true }) : null),
    { kind: "refused" },
  ],
])("%s nothing is shown, and it is said why", async (_, answer, expected) => {
  const { workspace, send } = slackWhere(answer);
  const outcome = await send(FILE, CHANNEL);
  expect(outcome).toMatchObject(expected);
  expect(workspace.messages).toEqual([]);
  for (const language of LANGUAGES)
    expect(fileOutcomeText(outcome, "deals.csv", language)).toContain("deals.csv");
});

test.each([
  ["https://slack.com/api/", "http://files.example/1", false],
  ["https://slack.com/api/", "ftp://files.example/1", false],
  ["http://127.0.0.1:9/api/", "http://127.0.0.1:9/upload/1", true],
])("from %s the address %s is used: %s", async (apiUrl, upload_url, isUsed) => {
  const { asked, send } = slackWhere(
    (method) =>
      json(method.startsWith("files.get") ? { ok: true, upload_url, file_id: "F1" } : { ok: true }),
    apiUrl,
  );
  expect((await send(FILE, CHANNEL)).kind).toBe(isUsed ? "sent" : "refused");
  expect(asked.includes("1")).toBe(isUsed);
});

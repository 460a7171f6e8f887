/** What the workspace in memory answers as Slack would, beside messages. */
import { webApi } from "@slack/bolt";
import { beforeEach, describe, expect, test } from "vitest";
import { WORKSPACE } from "../../src/preview/directory.ts";
import { createFetch } from "../../src/preview/web-api.ts";
import { createWorkspace } from "../../src/preview/workspace.ts";

const DIRECT = "D0KZMINERALS";
const THREAD = "1718600000.000100";

let workspace: ReturnType<typeof createWorkspace>;
let client: webApi.WebClient;
beforeEach(() => {
  workspace = createWorkspace({ now: () => new Date("2024-06-17T04:00:00Z") });
  client = new webApi.WebClient("xoxb-test", {
    fetch: createFetch(workspace),
    retryConfig: { retries: 0 },
  });
});

const home = (blocks: number) => ({
  type: "home" as const,
  blocks: Array.from({ length: blocks }, () => ({ type: "divider" as const })),
});

describe("a Home tab", () => {
  test("is published for one person, and again in its place", async () => {
    await client.views.publish({ user_id: WORKSPACE.person, view: home(1) });
    const { view } = await client.views.publish({ user_id: WORKSPACE.person, view: home(2) });
    expect(workspace.homes.of(WORKSPACE.person)).toMatchObject({ id: view?.id, view: home(2) });
    expect(workspace.homes.of("U0AIGERIM")).toBeNull();
  });

  test.each([
    ["more blocks than Slack takes", { user_id: WORKSPACE.person, view: home(101) }],
    ["nobody's", { user_id: "U0NOBODY", view: home(1) }],
    ["an older one", { user_id: WORKSPACE.person, view: home(1), hash: "old" }],
  ])("is refused: %s", async (_, publishing) => {
    await expect(client.views.publish(publishing)).rejects.toThrow(webApi.WebAPIPlatformError);
  });
});

describe("an agent's prompts and status", () => {
  const prompts = (count: number) => ({
    channel_id: DIRECT,
    prompts: Array.from({ length: count }, (_, at) => ({ title: `T${at}`, message: `M${at}` })),
  });

  test("are shown, and the status ends with the answer", async () => {
    await client.apiCall("assistant.threads.setSuggestedPrompts", prompts(4));
    expect(workspace.assistant.promptsOf(DIRECT)).toHaveLength(4);
    const at = { channel_id: DIRECT, thread_ts: THREAD };
    await client.assistant.threads.setStatus({ ...at, status: "is searching…" });
    expect(workspace.assistant.statusOf(DIRECT, THREAD)).toBe("is searching…");
    await client.chat.postMessage({ channel: DIRECT, thread_ts: THREAD, text: "Found." });
    expect(workspace.assistant.statusOf(DIRECT, THREAD)).toBeNull();
  });

  test.each([
    ["five prompts", "setSuggestedPrompts", prompts(5)],
    ["no prompts", "setSuggestedPrompts", prompts(0)],
    ["prompts in a channel", "setSuggestedPrompts", { ...prompts(1), channel_id: "C0MINERALS" }],
    ["a status of no thread", "setStatus", { channel_id: DIRECT, status: "is thinking…" }],
    [
      "a status where the bot is not",
      "setStatus",
      { channel_id: "C0TRADE", thread_ts: THREAD, status: "is thinking…" },
    ],
  ])("are refused: %s", async (_, method, given) => {
    await expect(client.apiCall(`assistant.threads.${method}`, given)).rejects.toThrow(
      webApi.WebAPIPlatformError,
    );
  });
});

test("an address that came with a press takes five answers", async () => {
  const url = workspace.newResponseUrl({ channel: DIRECT, user: WORKSPACE.person, ts: null });
  const answer = () => createFetch(workspace)(url, { method: "POST", body: '{"text":"Hello"}' });
  const statuses: number[] = [];
  for (let count = 0; count < 6; count += 1) statuses.push((await answer()).status);
  expect(statuses).toEqual([200, 200, 200, 200, 200, 404]);
});

test("what only one person sees has no menu", async () => {
  const { ts } = workspace.add({
    channel: DIRECT,
    user: WORKSPACE.bot,
    text: "x",
    ephemeralTo: WORKSPACE.person,
  });
  await expect(workspace.shortcut({ ts, callback: "ask_about_message" })).rejects.toThrow(
    RangeError,
  );
});

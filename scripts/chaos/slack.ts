/** A Slack over real HTTP that is in trouble: limits, failures, and answers that get lost. */
import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";

export type Post = {
  channel: string;
  threadTs: string | null;
  ts: string;
  text: string;
  at: number;
};

const TEAM = "T0CHAOS";
const ANSWER_MS = { from: 20, to: 120 };
const RETRY_AFTER_SECONDS = 2;
/** One call in a hundred each. */
const TROUBLE = 0.01;

type Answer = { ok: boolean; [field: string]: unknown };
type Stored = Post & { metadata: unknown; files: readonly { name: string }[] };

const Arguments = z.object({
  channel: z.string().default(""),
  thread_ts: z.string().optional(),
  ts: z.string().default(""),
  text: z.string().default(""),
  metadata: z.string().default("null"),
  filename: z.string().default(""),
  channel_id: z.string().default(""),
  files: z.string().default("[]"),
});
type Arguments = z.infer<typeof Arguments>;
const Shown = z.tuple([z.object({ id: z.string() })]);
/** The methods that post. */
const POSTING = new Set(["chat.postMessage", "files.completeUploadExternal"]);

export async function openTroubledSlack() {
  const posts: Stored[] = [];
  const byChannel = new Map<string, Stored[]>();
  /** When each request to post came, taken or not. */
  const attempts: number[] = [];
  let counter = 0;

  /** Names of files, by their ids. */
  const names = new Map<string, string>();

  function post(
    { channel, thread_ts, text: said, metadata }: Arguments,
    files: Stored["files"] = [],
  ): Answer {
    counter += 1;
    const at = Date.now();
    const ts = `${Math.floor(at / 1000)}.${String(counter).padStart(6, "0")}`;
    const stored = {
      channel,
      threadTs: thread_ts ?? null,
      ts,
      text: said,
      at,
      metadata: JSON.parse(metadata),
      files,
    };
    posts.push(stored);
    const before = byChannel.get(channel);
    if (before) before.push(stored);
    else byChannel.set(channel, [stored]);
    return { ok: true, channel, ts };
  }

  function read(method: string, { channel, ts }: Arguments): Answer {
    const all = byChannel.get(channel) ?? [];
    const wanted =
      method === "conversations.history"
        ? all.filter(({ threadTs }) => threadTs === null).toReversed()
        : all.filter((each) => each.ts === ts || each.threadTs === ts);
    return { ok: true, has_more: false, messages: wanted.map(asMessage) };
  }

  function perform(method: string, values: Arguments): Answer {
    switch (method) {
      case "auth.test":
        return { ok: true, team_id: TEAM, user_id: "U0CHAOS", url: "https://chaos.slack.com/" };
      case "chat.postMessage":
        return post(values);
      case "files.getUploadURLExternal": {
        counter += 1;
        names.set(`F${counter}`, values.filename);
        return { ok: true, file_id: `F${counter}`, upload_url: `${address()}upload` };
      }
      case "upload":
        return { ok: true };
      case "files.completeUploadExternal": {
        const [{ id }] = Shown.parse(JSON.parse(values.files));
        return post({ ...values, channel: values.channel_id }, [{ name: names.get(id) ?? "" }]);
      }
      case "conversations.history":
      case "conversations.replies":
        return read(method, values);
      default:
        return { ok: false, error: "unknown_method" };
    }
  }

  /** Starts go through: what matters is what happens to posts and looks. */
  async function serve(method: string, values: Arguments, response: ServerResponse): Promise<void> {
    await sleep(ANSWER_MS.from + Math.random() * (ANSWER_MS.to - ANSWER_MS.from));
    // A caller that is gone by now may have been killed; what it asked for happens all the same.
    const trouble = method === "auth.test" ? 1 : Math.random();
    if (trouble < TROUBLE)
      return void response.writeHead(429, { "retry-after": String(RETRY_AFTER_SECONDS) }).end();
    // Half of the failures come after the work was done.
    const isBefore = trouble < 1.5 * TROUBLE;
    if (isBefore) return void response.writeHead(500).end();
    const answer = perform(method, values);
    if (trouble < 2 * TROUBLE) return void response.writeHead(500).end();
    if (trouble < 3 * TROUBLE) return void response.destroy();
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(answer));
  }

  const server = createServer(async (request, response) => {
    const method = (request.url ?? "").replace("/api/", "");
    if (POSTING.has(method)) attempts.push(Date.now());
    const said = await text(request);
    const body = new URLSearchParams(method === "upload" ? "" : said);
    await serve(method, Arguments.parse(Object.fromEntries(body)), response);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = z.object({ port: z.number() }).parse(server.address());

  function address(): string {
    return `http://127.0.0.1:${port}/api/`;
  }

  return {
    workspace: TEAM,
    apiUrl: address(),
    posts: posts as readonly Post[],
    attempts: attempts as readonly number[],
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function asMessage({ ts, threadTs, text: said, metadata, files }: Stored) {
  return { ts, text: said, metadata, files, ...(threadTs && { thread_ts: threadTs }) };
}

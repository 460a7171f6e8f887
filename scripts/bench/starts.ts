/** How long the programs take from the start of their process, and what the preview then holds. */
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { percentile } from "../measure/percentile.ts";
import { residentMb } from "../measure/process-use.ts";
import { type StartCommand, startCommand } from "../stand-in/start-command.ts";

/** Medians; `first…` is a start after `npm ci`, the others find what Node kept of the sources. */
export type StartsMeasure = {
  /** From the start of `npm run ask`'s program to its end. */
  firstStartToAnswerMs: number;
  startToAnswerMs: number;
  /** From the start of `npm start`'s program to the page of the preview. */
  firstStartToPreviewMs: number;
  startToPreviewMs: number;
  /** What the preview holds after a question in each language; null where the system does not tell. */
  previewMb: number | null;
};

const ROUNDS = 5;
const QUESTIONS = [
  "Who buys Kazakh titanium?",
  "Qui achète du titane kazakh ?",
  "Кто покупает казахстанский титан?",
];
const PREVIEW_URL = /http:\/\/\S+/;

export async function measureStarts(): Promise<StartsMeasure> {
  const ask = await startCommand("ask");
  const start = await startCommand("start");
  const fresh = { NODE_DISABLE_COMPILE_CACHE: "1" };
  await startToAnswer(ask, {});
  const previews = await repeated(() => startToPreview(start, {}));
  const held = previews.flatMap(({ mb }) => mb ?? []);
  return {
    firstStartToAnswerMs: median(await repeated(() => startToAnswer(ask, fresh))),
    startToAnswerMs: median(await repeated(() => startToAnswer(ask, {}))),
    firstStartToPreviewMs: median(
      (await repeated(() => startToPreview(start, fresh))).map(({ ms }) => ms),
    ),
    startToPreviewMs: median(previews.map(({ ms }) => ms)),
    previewMb: held.length > 0 ? median(held) : null,
  };
}

async function startToAnswer(ask: StartCommand, env: Environment): Promise<number> {
  const before = performance.now();
  await promisify(execFile)(process.execPath, [...ask.args, "--json", QUESTIONS[0] ?? ""], {
    env: { ...process.env, ...ask.env, ...env },
  });
  return performance.now() - before;
}

type Environment = Record<string, string>;

async function startToPreview(
  start: StartCommand,
  env: Environment,
): Promise<{ ms: number; mb: number | null }> {
  const before = performance.now();
  const preview = spawn(process.execPath, start.args, {
    env: { ...withoutTokens(process.env), ...start.env, ...env, PORT: "0", LOG_LEVEL: "error" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    const url = await urlOf(createInterface({ input: preview.stdout }));
    await page(url);
    const ms = performance.now() - before;
    for (const text of QUESTIONS) await say(url, text);
    await page(url);
    return { ms, mb: await residentMb(preview.pid) };
  } finally {
    preview.kill();
    await once(preview, "close");
  }
}

function withoutTokens(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith("SLACK_")));
}

async function urlOf(lines: AsyncIterable<string>): Promise<string> {
  for await (const line of lines) {
    const [url] = PREVIEW_URL.exec(line) ?? [];
    if (url) return url;
  }
  throw new Error("the preview ended without an address");
}

async function page(url: string): Promise<void> {
  const response = await fetch(url);
  await response.text();
  if (!response.ok) throw new Error(`the preview's page has status ${response.status}`);
}

async function say(url: string, text: string): Promise<void> {
  const response = await fetch(new URL("/say", url), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ user: "U0READER", channel: "D0KZMINERALS", thread: "", text }),
  });
  if (!response.ok) throw new Error(`the preview refused "${text}" with ${response.status}`);
}

async function repeated<Value>(measure: () => Promise<Value>): Promise<Value[]> {
  const values: Value[] = [];
  for (let round = 0; round < ROUNDS; round += 1) values.push(await measure());
  return values;
}

function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

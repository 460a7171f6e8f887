/** Reading pages and feeds beside the program: with a limit on time and memory, one after the other. */
import { Worker } from "node:worker_threads";
import type { Feed } from "./read-feed.ts";
import type { Page } from "./read-page.ts";

/** Bytes as they came, with what their sender says of them and where they were found. */
export type Received = { bytes: Uint8Array; contentType: string; url: string };

export type ReadTask = Received & { kind: "feed" | "page" };

export type ReadOutcome =
  | { kind: "feed"; feed: Feed }
  | { kind: "page"; page: Page }
  | { kind: "failed"; reason: string };

/** What was received cannot be read; `reason` is for the log. */
export class UnreadableError extends Error {}

export type Reader = {
  feed: (received: Received) => Promise<Feed>;
  page: (received: Received) => Promise<Page>;
  close: () => Promise<void>;
};

export type ReaderLimits = { timeMs: number; memoryMb: number };

const LIMITS: ReaderLimits = { timeMs: 10_000, memoryMb: 256 };
/** A thread that reads nothing gives its memory back. */
const IDLE_MS = 30_000;
/** Deep nesting is met by an error long before this much of a stack is used up. */
const STACK_MB = 8;

/** Starts a thread when there is something to read. All methods throw UnreadableError. */
export function createReader(limits: ReaderLimits = LIMITS): Reader {
  let worker: Worker | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let idle: NodeJS.Timeout | undefined;

  function thread(): Worker {
    if (worker) return worker;
    const started = new Worker(new URL("reading-worker.ts", import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb, stackSizeMb: STACK_MB },
    });
    started.unref();
    worker = started;
    return started;
  }

  async function end(): Promise<void> {
    const ended = worker;
    worker = null;
    await ended?.terminate();
  }

  async function read(task: ReadTask): Promise<ReadOutcome> {
    clearTimeout(idle);
    const { promise, resolve, reject } = Promise.withResolvers<ReadOutcome>();
    const reader = thread();
    reader.ref();
    const overdue = setTimeout(
      () => reject(new UnreadableError(`reading took more than ${limits.timeMs} ms`)),
      limits.timeMs,
    );
    const failed = (cause: Error) => reject(new UnreadableError(cause.message, { cause }));
    const left = () => reject(new UnreadableError("the reading thread ended"));
    reader.once("message", resolve).once("error", failed).once("exit", left);
    try {
      reader.postMessage(task);
      return await promise;
    } catch (cause) {
      await end();
      throw cause;
    } finally {
      clearTimeout(overdue);
      reader.off("message", resolve).off("error", failed).off("exit", left);
      reader.unref();
      idle = setTimeout(() => void end(), IDLE_MS).unref();
    }
  }

  function inTurn(task: ReadTask): Promise<ReadOutcome> {
    const turn = last.then(() => read(task));
    last = turn.catch(() => {});
    return turn;
  }

  return {
    feed: async (received) => {
      const outcome = await inTurn({ kind: "feed", ...received });
      if (outcome.kind === "feed") return outcome.feed;
      throw new UnreadableError(outcome.kind === "failed" ? outcome.reason : "no feed");
    },
    page: async (received) => {
      const outcome = await inTurn({ kind: "page", ...received });
      if (outcome.kind === "page") return outcome.page;
      throw new UnreadableError(outcome.kind === "failed" ? outcome.reason : "no page");
    },
    close: async () => {
      clearTimeout(idle);
      await end();
    },
  };
}

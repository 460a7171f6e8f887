/** Reads what strangers wrote, in a thread of its own that may be ended at any time. */
import { parentPort } from "node:worker_threads";
import { decodeText } from "./decode-text.ts";
import { readFeed } from "./read-feed.ts";
import { readPage } from "./read-page.ts";
import type { ReadOutcome, ReadTask } from "./reader.ts";

parentPort?.on("message", (task: ReadTask) => {
  parentPort?.postMessage(outcomeOf(task));
});

function outcomeOf({ kind, bytes, contentType, url }: ReadTask): ReadOutcome {
  try {
    const text = decodeText(bytes, contentType);
    return kind === "feed"
      ? { kind: "feed", feed: readFeed(text, url) }
      : { kind: "page", page: readPage(text, url) };
  } catch (cause) {
    return {
      kind: "failed",
      reason: cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause),
    };
  }
}

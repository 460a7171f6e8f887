import type { LookUpOutcome, Poster, Posting } from "../../src/messages/posting.ts";

/** What happens to a post; after `lost` and `crash` nobody was told whether it was made. */
export type Happening =
  | "sent"
  | "lost before it was posted"
  | "lost after it was posted"
  | "crash before it was posted"
  | "crash after it was posted"
  | { laterMs: number }
  | { refusedFor: string };

/** A channel's history with a script: each post takes the next happening; then all are sent. */
export function scriptedSlack(script: readonly Happening[] = []) {
  const happenings = [...script];
  const posted: Posting[] = [];
  /** Every request, in order. */
  const calls: string[] = [];
  let reading: "possible" | "later" | "unreadable" = "possible";

  const tsOf = (posting: Posting) => `${posted.indexOf(posting) + 1}.0`;
  const poster: Poster = {
    post: async (posting) => {
      calls.push(`post ${posting.id}`);
      const happening = happenings.shift() ?? "sent";
      if (typeof happening === "object")
        return "laterMs" in happening
          ? { kind: "later", afterMs: happening.laterMs }
          : { kind: "refused", reason: happening.refusedFor };
      if (!happening.includes("before")) posted.push(posting);
      if (happening.startsWith("crash")) throw new Error("killed");
      if (happening.startsWith("lost")) return { kind: "unclear", reason: "no response" };
      return { kind: "sent", ts: tsOf(posting) };
    },
    lookUp: async ({ id }): Promise<LookUpOutcome> => {
      calls.push(`look up ${id}`);
      const reason = `reading is ${reading}`;
      if (reading === "later") return { kind: "later", reason, afterMs: 0 };
      if (reading === "unreadable") return { kind: "unreadable", reason };
      const found = posted.find((posting) => posting.id === id);
      return found ? { kind: "found", ts: tsOf(found) } : { kind: "absent" };
    },
  };
  return {
    poster,
    posted,
    calls,
    /** What happens next. */
    script: (...next: readonly Happening[]) => void happenings.push(...next),
    setReading: (state: typeof reading) => {
      reading = state;
    },
  };
}

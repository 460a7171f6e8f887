/** What is told of every event: a line in the log, and numbers; never what was said or by whom. */
import { AsyncLocalStorage } from "node:async_hooks";
import { inLogContext, type Log } from "../log.ts";
import type { AskedOn } from "../messages/person.ts";
import type { Reply } from "../messages/reply.ts";
import type { Product } from "../product/contract.ts";

/** `command` is everything that is no question. */
type Outcome = NonNullable<Reply["answer"]>["kind"] | "command" | "failed";

/** Takes note of what happened; must be quick and never throw. */
export type Observer = {
  replied: (reply: { surface: AskedOn; outcome: Outcome; seconds: number }) => void;
  /** An event of Slack's is done with, its answer posted included. */
  eventEnded: (event: { kind: string; seconds: number }) => void;
  jobEnded: (run: { job: string; outcome: JobOutcome; seconds: number }) => void;
};

/** `away`: it waits for the database. */
export type JobOutcome = "done" | "away" | "failed";

export type Observing = {
  /** Does the work that an event asks for; `id` names it in every line of the log from then on. */
  attend: (event: { id: string; kind: string }, work: () => Promise<void>) => Promise<void>;
  /** The same verb, observed. */
  reply: (reply: Product["reply"]) => Product["reply"];
};

type Notes = { surface?: AskedOn; outcome?: Outcome };

export function createObserving({
  observer,
  log,
}: {
  observer: Pick<Observer, "replied" | "eventEnded">;
  log: Log;
}): Observing {
  const notes = new AsyncLocalStorage<Notes>();

  return {
    attend: ({ id, kind }, work) =>
      inLogContext({ event: id }, async () => {
        const began = performance.now();
        const noted: Notes = {};
        try {
          await notes.run(noted, work);
        } finally {
          const ms = performance.now() - began;
          log.info({ kind, ...noted, ms: Math.round(ms) }, "event done");
          observer.eventEnded({ kind, seconds: ms / 1_000 });
        }
      }),

    reply: (reply) => async (said) => {
      const began = performance.now();
      const { surface } = said.asker;
      const note = (outcome: Outcome) => {
        observer.replied({ surface, outcome, seconds: (performance.now() - began) / 1_000 });
        Object.assign(notes.getStore() ?? {}, { surface, outcome });
      };
      try {
        const made = await reply(said);
        note(made.answer?.kind ?? "command");
        return made;
      } catch (cause) {
        note("failed");
        throw cause;
      }
    },
  };
}

/** Where nobody asks for numbers. */
export const UNOBSERVED: Observer = {
  replied: () => {},
  eventEnded: () => {},
  jobEnded: () => {},
};

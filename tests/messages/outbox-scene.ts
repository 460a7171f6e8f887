/** Processes over one database, with a clock that only moves when it is told to. */
import { type ChildProcess, fork } from "node:child_process";
import { createLog } from "../../src/log.ts";
import { createOutbox } from "../../src/messages/outbox.ts";
import { body } from "../../src/messages/text.ts";
import type { NewOutboxRow } from "../../src/store/outbox-rows.ts";
import type { Store } from "../../src/store/store.ts";
import { openTestStore, temporaryDatabase } from "../temporary.ts";

export const START = Date.parse("2026-06-08T04:00:00.000Z");

export type Clock = ReturnType<typeof clockAt>;

function clockAt(start: number) {
  let time = start;
  return {
    now: () => new Date(time),
    forward: (ms: number) => {
      time += ms;
    },
    /** What a process does that has nothing to do until then. */
    wait: async (ms: number) => {
      const until = time + ms;
      await Promise.resolve();
      time = Math.max(time, until);
    },
  };
}

type Settings = { postsPerSecond?: number; adminUsers?: readonly string[] };

/** A process with an outbox that holds rows, its store and its clock. */
export async function outboxWith(...rows: NewOutboxRow[]) {
  const file = await temporaryDatabase();
  const clock = clockAt(START);
  const store = await openTestStore(file);
  await store.outbox.add(rows);
  return { file, store, clock, process: processOver(store, clock) };
}

export async function anotherProcess(file: string, clock: Clock, settings?: Settings) {
  return processOver(await openTestStore(file), clock, settings);
}

export function sendingProcess(database: string, notes: string): ChildProcess {
  return fork(new URL("sending-process.ts", import.meta.url), [database, notes]);
}

export function processOver(store: Store, { now, wait }: Clock, settings: Settings = {}) {
  return createOutbox({ store, now, wait, log: createLog("silent"), ...settings });
}

export function row(id: string, fields: Partial<NewOutboxRow> = {}): NewOutboxRow {
  return {
    id,
    workspace: "T1",
    channel: "C1",
    threadOf: null,
    position: 0,
    message: JSON.stringify({ language: "en", paragraphs: [body(`text of ${id}`)] }),
    subscription: null,
    sendAfter: new Date(START),
    ...fields,
  };
}

/** A lead and its replies, `id:1`, `id:2` and so on. */
export function thread(id: string, replies: number): NewOutboxRow[] {
  return Array.from({ length: replies + 1 }, (_, position) =>
    position === 0 ? row(id) : row(`${id}:${position}`, { threadOf: id, position }),
  );
}

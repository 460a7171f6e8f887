/** A process that watches until nothing is left to read: DATABASE_URL, HOST and START as arguments. */
import { openWatcher } from "./feed-scene.ts";

const [databaseUrl = "", allowed = "", start = ""] = process.argv.slice(2);
/** Longer than pauses between passes. */
const STEP_MS = 61_000;

let at = new Date(start).getTime();
const { store, poll, close } = await openWatcher({
  databaseUrl,
  allowed,
  now: () => new Date(at),
});
do {
  await poll();
  at += STEP_MS;
} while ((await store.candidates.counts()).some(({ state }) => state === "new"));
await close();

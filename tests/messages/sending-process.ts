/** A process of its own that sends what is due in a database, and notes each post in a file. */
import { appendFile } from "node:fs/promises";
import { createLog } from "../../src/log.ts";
import { createOutbox } from "../../src/messages/outbox.ts";
import type { Poster } from "../../src/messages/posting.ts";
import { openStore } from "../../src/store/store.ts";

const [database = "", notes = ""] = process.argv.slice(2);
const store = await openStore(database);
const outbox = createOutbox({ store, now: () => new Date(), log: createLog("silent") });
let posts = 0;
const poster: Poster = {
  post: async ({ id }) => {
    await appendFile(notes, `${id}\n`);
    posts += 1;
    return { kind: "sent", ts: `${process.pid}.${posts}` };
  },
  lookUp: async () => ({ kind: "absent" }),
};

process.once("message", async () => {
  await outbox.sendDue(poster);
  await store.close();
  process.disconnect?.();
});
process.send?.("ready");

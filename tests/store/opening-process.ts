/** A process of its own that opens a database when it is told to, and says how that ended. */
import { openStore } from "../../src/store/store.ts";

const [databaseUrl = ""] = process.argv.slice(2);
process.once("message", async () => {
  const opened = await openStore(databaseUrl).then(
    (store) => store.close().then(() => "opened"),
    (cause: unknown) => String(cause),
  );
  process.send?.(opened);
  process.disconnect?.();
});
process.send?.("ready");

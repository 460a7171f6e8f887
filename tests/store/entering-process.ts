/** A process of its own that starts with articles when it is told to, at its own hour. */
import { createEntries } from "../../src/register/entries.ts";
import { openStore } from "../../src/store/store.ts";
import { article } from "../builders.ts";

const [databaseUrl = "", count = "", at = ""] = process.argv.slice(2);
const articles = Array.from({ length: Number(count) }, (_, index) => article({ id: `a${index}` }));
process.once("message", async () => {
  const store = await openStore(databaseUrl);
  const entries = createEntries({
    articles: () => articles,
    isWhole: true,
    store,
    now: () => new Date(at),
  });
  const outcome = await entries.sync().then(() => "entered", String);
  await store.close();
  process.send?.(outcome);
  process.disconnect?.();
});
process.send?.("ready");

/** A process of its own that starts with articles when it is told to, at its own hour. */
import { createEntries } from "../../src/register/entries.ts";
import { openStore } from "../../src/store/store.ts";
import { article } from "../builders.ts";

const [databaseUrl = "", count = "", at = ""] = process.argv.slice(2);
const articles = Array.from({ length: Number(count) }, (_, index) => article({ id: `a${index}` }));

async function enter(): Promise<string> {
  const store = await openStore(databaseUrl);
  const entries = createEntries({
    articles: () => articles,
    isWhole: true,
    store,
    now: () => new Date(at),
  });
  await entries.sync();
  await store.close();
  return "entered";
}

process.once("message", async () => {
  process.send?.(await enter().catch(String));
  process.disconnect?.();
});
process.send?.("ready");

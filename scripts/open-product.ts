import { createLog } from "../src/log.ts";
import { createProduct } from "../src/product.ts";
import { openStore } from "../src/store/store.ts";
import { openKnowledge } from "./open-knowledge.ts";

/** The product for a command: over the knowledge files, with a memory that ends with the command. */
export async function openProduct() {
  const { knowledge, digest, logLevel } = await openKnowledge();
  const log = createLog(logLevel);
  const store = await openStore("sqlite::memory:");
  const product = await createProduct({ knowledge, digest, store, now: () => new Date(), log });
  return { product, knowledge, digest, close: () => store.close() };
}

/** Whoever sends more in one moment waits for the next one; databases limit the values of a statement. */
const MAX_BATCH = 500;

/**
 * Does at once what comes within one turn of the event loop: many rows reach the disk in the time
 * of one. `work` gives a result for each item, in their order.
 */
export function inBatches<Item, Result>(
  work: (items: readonly Item[]) => Promise<readonly Result[]>,
): (item: Item) => Promise<Result> {
  type Waiting = {
    item: Item;
    resolve: (result: Result) => void;
    reject: (cause: unknown) => void;
  };
  let waiting: Waiting[] = [];

  async function doTogether(): Promise<void> {
    const batch = waiting.slice(0, MAX_BATCH);
    waiting = waiting.slice(MAX_BATCH);
    if (waiting.length > 0) setImmediate(doTogether);
    try {
      const results = await work(batch.map(({ item }) => item));
      for (const [at, { resolve, reject }] of batch.entries()) {
        const result = results[at];
        if (result === undefined) reject(new Error("A batch has fewer results than items."));
        else resolve(result);
      }
    } catch (cause) {
      for (const { reject } of batch) reject(cause);
    }
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (waiting.length === 1) setImmediate(doTogether);
    });
}

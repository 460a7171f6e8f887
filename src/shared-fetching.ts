/** One set of what fetches for all workspaces: one thread that reads, and one pace towards a site. */
import type { Fetching } from "./ingest/fetching.ts";
import { openOwnFetching } from "./product.ts";

export function createSharedFetching(options: Parameters<typeof openOwnFetching>[0]): {
  open: () => Promise<Fetching>;
  close: () => Promise<void>;
} {
  let opened: Promise<Fetching> | null = null;
  return {
    open: async () => {
      opened ??= openOwnFetching(options);
      return { ...(await opened), close: async () => {} };
    },
    close: async () => (await opened)?.close(),
  };
}

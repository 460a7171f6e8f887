/** The Bolt app: listeners over the product, behind the inbox. */
import { randomUUID } from "node:crypto";
import { App, type Receiver } from "@slack/bolt";
import type { Log } from "../log.ts";
import type { Poster } from "../messages/outbox.ts";
import type { Product } from "../product.ts";
import { boltLogger } from "./bolt-logger.ts";
import { listenForCommands } from "./command.ts";
import { tellFailure } from "./failure.ts";
import { guardWithInbox } from "./inbox-gate.ts";
import { listenForMessages } from "./messages.ts";
import { clientOptions, createPoster, type SlackTransport } from "./poster.ts";
import { listenForShares } from "./share.ts";

export type SlackApp = {
  /** The workspace that the token belongs to. */
  workspace: string;
  poster: Poster;
  /** Starts to receive, then answers what an earlier process left unanswered. */
  start: () => Promise<void>;
  /** Stops receiving and waits for the answers under way. */
  stop: () => Promise<void>;
};

/** Connects the product to a workspace; throws when Slack does not accept the token. */
export async function createSlackApp(
  product: Product,
  {
    receiver,
    token,
    transport,
    log,
  }: { receiver: Receiver; token: string; transport: SlackTransport; log: Log },
): Promise<SlackApp> {
  const app = new App({
    receiver,
    token,
    logger: boltLogger(log),
    clientOptions: clientOptions(transport),
    convoStore: false,
    extendedErrorHandler: true,
    // A bad token then rejects init() and not a promise that nobody waits for.
    deferInitialization: true,
  });
  const poster = createPoster(app.client);
  const gate = guardWithInbox(app, product.inbox, product.now);

  listenForCommands(app, product);
  listenForMessages(app, product, poster);
  listenForShares(app, product, poster);
  app.error(async ({ error, body }: { error: Error; body: unknown }) => {
    const reference = randomUUID().slice(0, 8);
    log.error({ reference, err: error }, "an answer failed");
    await tellFailure({ body, reference, client: app.client, transport, product });
  });

  await app.init();
  const { team_id: workspace = "unknown" } = await app.client.auth.test();

  return {
    workspace,
    poster,
    start: async () => {
      await receiver.start();
      await gate.replay();
    },
    stop: async () => {
      await receiver.stop();
      await gate.settle();
    },
  };
}

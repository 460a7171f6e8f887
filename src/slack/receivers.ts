/** How events reach us: a web socket that we open, or requests to an address of ours. */
import type { IncomingMessage } from "node:http";
import { ExpressReceiver, type Receiver, SocketModeReceiver } from "@slack/bolt";
import type { Log } from "../log.ts";
import { boltLogger } from "./bolt-logger.ts";
import { type Installing, installerOptions } from "./installing.ts";
import { explainStart } from "./start-error.ts";

/** Slack's largest payloads, forms with all that is entered in them, have some hundred kilobytes. */
const BODY_LIMIT = "1mb";
/** Slack sends a request at once; whoever takes longer is not Slack. */
const TIMEOUTS = {
  headersTimeout: 5_000,
  requestTimeout: 10_000,
  connectionsCheckingInterval: 1_000,
};
/** How far Slack's clock may differ; it is the margin that Bolt grants to requests of the past. */
const MARGIN_SECONDS = 5 * 60;

/** `isConnected`: whether events can come in just now. */
export type WatchedReceiver = Receiver & { isConnected: () => boolean };

/** Listens on `host`:`port` for signed requests to /slack/events, and for those who install the app. */
export function httpReceiver({
  signingSecret,
  host,
  port,
  installing,
  log,
}: {
  signingSecret: string;
  host: string;
  port: number;
  /** Where other workspaces may install the app. */
  installing?: Installing;
  log: Log;
}): WatchedReceiver {
  // Bolt's HTTPReceiver dies of a signed body that is `null`; this one refuses it.
  const receiver = new ExpressReceiver({
    ...(installing && installerOptions(installing)),
    signingSecret,
    bodyLimit: BODY_LIMIT,
    logger: boltLogger(log),
  });
  let isListening = false;
  return {
    isConnected: () => isListening,
    init: (app) => receiver.init(app),
    start: async () => {
      const server = await receiver.start({ host, port }, TIMEOUTS);
      // Bolt refuses what is too old and hears what is from the future, which could be sent for years.
      server.prependListener("request", ({ headers }: IncomingMessage) => {
        const sentAt = Number(headers["x-slack-request-timestamp"]);
        if (sentAt > Date.now() / 1_000 + MARGIN_SECONDS) delete headers["x-slack-signature"];
      });
      isListening = true;
    },
    stop: async () => {
      isListening = false;
      await receiver.stop();
    },
  };
}

/** Opens a web socket to Slack; `apiUrl` is where to ask for its address. */
export function socketReceiver({
  appToken,
  apiUrl,
  log,
}: {
  appToken: string;
  apiUrl: string | undefined;
  log: Log;
}): WatchedReceiver {
  const receiver = new SocketModeReceiver({
    appToken,
    logger: boltLogger(log),
    // Options of its own: Bolt would write a hundred retries into those that listeners share.
    installerOptions: { clientOptions: { ...(apiUrl && { slackApiUrl: apiUrl }) } },
  });
  const { client } = receiver;
  const connect = client.start.bind(client);
  // Also how the client connects again, where nobody else hears of a token that was revoked.
  client.start = () =>
    connect().catch((cause: unknown) => {
      throw explainStart({ cause, token: "SLACK_APP_TOKEN", apiUrl });
    });
  let isConnected = false;
  const noting = (connected: boolean) => () => {
    isConnected = connected;
  };
  client.on("connected", noting(true));
  for (const ending of ["close", "disconnecting", "disconnected"]) client.on(ending, noting(false));
  return {
    isConnected: () => isConnected,
    init: (app) => receiver.init(app),
    start: () => receiver.start(),
    stop: () => receiver.stop(),
  };
}

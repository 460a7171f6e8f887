/** How events reach us: a web socket that we open, or requests to an address of ours. */
import { ExpressReceiver, type Receiver, SocketModeReceiver } from "@slack/bolt";
import type { Log } from "../log.ts";
import { boltLogger } from "./bolt-logger.ts";

/** Listens on `host`:`port` for signed requests to /slack/events. */
export function httpReceiver({
  signingSecret,
  host,
  port,
  log,
}: {
  signingSecret: string;
  host: string;
  port: number;
  log: Log;
}): Receiver {
  // Bolt's HTTPReceiver dies of a signed body that is `null`; this one refuses it.
  const receiver = new ExpressReceiver({ signingSecret, logger: boltLogger(log) });
  return {
    init: (app) => receiver.init(app),
    start: () => receiver.start({ host, port }),
    stop: () => receiver.stop(),
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
}): Receiver {
  return new SocketModeReceiver({
    appToken,
    logger: boltLogger(log),
    // Options of its own: Bolt would write a hundred retries into those that listeners share.
    installerOptions: { clientOptions: { ...(apiUrl && { slackApiUrl: apiUrl }) } },
  });
}

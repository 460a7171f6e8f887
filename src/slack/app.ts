/** The Bolt app: listeners over the product, behind the inbox. */
import { randomUUID } from "node:crypto";
import { App, type Receiver, webApi } from "@slack/bolt";
import type { Permalink } from "../digest/planner.ts";
import type { Log } from "../log.ts";
import type { FindPerson } from "../messages/gap-reports.ts";
import type { Poster } from "../messages/posting.ts";
import type { Product } from "../product/contract.ts";
import { listenForAdding } from "./add-article.ts";
import { listenForAskAbout } from "./ask-about.ts";

import { boltLogger } from "./bolt-logger.ts";
import { createCall, type SlackTransport } from "./call.ts";
import { listenForCandidates } from "./candidates.ts";
import { type Channels, createChannels } from "./channels.ts";
import { clientOptions } from "./client-options.ts";
import { listenForCommands } from "./command.ts";
import { listenForDealsButtons } from "./deals-buttons.ts";
import { listenForDigestButtons } from "./digest-buttons.ts";
import { createDirectChannel } from "./direct-channel.ts";
import { tellFailure } from "./failure.ts";
import { listenForFeedback } from "./feedback.ts";
import { listenForFeeds } from "./feeds.ts";
import { createSendFile } from "./files.ts";
import { listenForFollows } from "./follows.ts";
import { listenForHome } from "./home.ts";
import { type AttendEvent, guardWithInbox } from "./inbox-gate.ts";
import { createLeases } from "./leases.ts";
import { createLines } from "./lines.ts";
import { listenForMessages } from "./messages.ts";
import { listenForMore } from "./more.ts";
import { oneByOne } from "./one-by-one.ts";
import { listenForPages } from "./pages.ts";
import { listenForVerdicts } from "./parked.ts";
import { listenForPauses } from "./pause.ts";
import { createPeople } from "./people.ts";
import { createPoster } from "./poster.ts";
import { listenForPrompts } from "./prompts.ts";
import { createPublishHome } from "./publish-home.ts";
import { listenForShares } from "./share.ts";
import { explainStart, type TokenVariable } from "./start-error.ts";
import { createTellStatus } from "./status.ts";
import { listenForDigestForms } from "./subscribe.ts";
import type { Surface } from "./surface.ts";
import { listenForEnd, type OnUninstalled } from "./uninstalled.ts";

/** A form opens within three seconds of a press; what it waits for must take less. */
const QUICK_MS = 1_500;

export type SlackApp = {
  /** The workspace that the token belongs to. */
  workspace: string;
  poster: Poster;
  permalink: Permalink;
  person: FindPerson;
  /** Joins a public channel; tells whether the bot can post. */
  join: Channels["join"];
  /** Starts to receive, and to answer what an earlier process left unanswered. */
  start: () => Promise<void>;
  /** Answers what other processes left unanswered since the start. */
  tendInbox: () => Promise<void>;
  /** Stops receiving and waits for the answers under way. */
  stop: () => Promise<void>;
};

/** Connects the product to a workspace; throws SlackStartError when Slack does not let it. */
export async function createSlackApp(
  unhurried: Product,
  {
    receiver,
    token,
    transport,
    log,
    attend,
    onUninstalled,
  }: {
    receiver: Receiver;
    token: string;
    transport: SlackTransport;
    log: Log;
    attend?: AttendEvent;
    /** Slack says that the token is worth nothing any more. */
    onUninstalled?: OnUninstalled;
  },
): Promise<SlackApp> {
  const product = { ...unhurried, reply: oneByOne(unhurried.reply) };
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
  const { client } = app;
  const quick = new webApi.WebClient(token, {
    ...clientOptions(transport),
    timeout: QUICK_MS,
    logger: boltLogger(log),
  });
  const call = createCall(token, transport);
  const sendFile = createSendFile(call, transport);
  const poster = createPoster(call, { sendFile, log });
  let address: string | undefined;
  const permalink: Permalink = (channel, ts) =>
    address ? new URL(`archives/${channel}/p${ts.replace(".", "")}`, address).href : null;
  const peopleAtOnce = createPeople(quick, log);
  const surface: Surface = {
    product,
    client,
    transport,
    log,
    peopleAtOnce,
    people: createPeople(client, log),
    channels: createChannels({ quick, client, log }),
    sending: { poster, permalink },
    sendFile,
    directChannel: createDirectChannel(quick, log),
    tellStatus: createTellStatus(quick, log),
    publishHome: createPublishHome({ product, client, peopleAtOnce }),
    lines: createLines(),
    leases: createLeases(product.now),
  };
  const { leases } = surface;
  const gate = guardWithInbox(app, { ...product, log, leases, ...(attend && { attend }) });
  const explain = (token: TokenVariable) => (cause: unknown) => {
    throw explainStart({ cause, token, apiUrl: transport.apiUrl });
  };

  listenForCommands(app, surface);
  listenForMessages(app, surface);
  listenForShares(app, surface);
  listenForPages(app, surface);
  listenForAdding(app, surface);
  listenForMore(app, surface);
  listenForDealsButtons(app, surface);
  listenForFeedback(app, surface);
  listenForFollows(app, surface);
  listenForDigestForms(app, surface);
  listenForPauses(app, surface);
  listenForDigestButtons(app, surface);
  listenForVerdicts(app, surface);
  listenForFeeds(app, surface);
  listenForCandidates(app, surface);
  listenForAskAbout(app, surface);
  listenForHome(app, surface);
  listenForPrompts(app, surface);
  if (onUninstalled) listenForEnd(app, onUninstalled);
  app.error(async ({ error, body }: { error: Error; body: unknown }) => {
    const reference = randomUUID().slice(0, 8);
    log.error({ reference, err: error }, "an answer failed");
    await tellFailure({ error, body, reference }, surface);
  });

  await app.init().catch(explain("SLACK_BOT_TOKEN"));
  const { team_id: workspace = "unknown", url } = await client.auth
    .test()
    .catch(explain("SLACK_BOT_TOKEN"));
  address = url;

  return {
    workspace,
    poster,
    permalink,
    person: (id) => surface.people({ workspace, id }),
    join: surface.channels.join,
    start: async () => {
      // Listed first: what this process hears is no business of an earlier one.
      const pending = await product.inbox.pending("at start");
      await receiver.start().catch(explain("SLACK_APP_TOKEN"));
      gate.replay(pending);
    },
    tendInbox: gate.tend,
    stop: async () => {
      await receiver.stop();
      await gate.settle();
    },
  };
}

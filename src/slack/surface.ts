/** What every surface needs of Slack besides the event that it answers. */
import type { webApi } from "@slack/bolt";
import type { Log } from "../log.ts";
import type { Sending } from "../messages/digest-presses.ts";
import type { Product } from "../product/contract.ts";
import type { SlackTransport } from "./call.ts";
import type { Channels } from "./channels.ts";
import type { SendFile } from "./files.ts";
import type { Leases } from "./leases.ts";
import type { Lines } from "./lines.ts";
import type { People } from "./people.ts";
import type { PublishHome } from "./publish-home.ts";
import type { TellStatus } from "./status.ts";

export type Surface = {
  product: Product;
  client: webApi.WebClient;
  transport: SlackTransport;
  log: Log;
  /** Looks somebody up for an answer that cannot wait: a form that must open, a reply. */
  peopleAtOnce: People;
  /** The same where a right depends on it and there is time. */
  people: People;
  channels: Channels;
  sending: Sending;
  sendFile: SendFile;
  /** The channel of the direct messages with a person; their id where Slack does not tell. */
  directChannel: (user: string) => Promise<string>;
  publishHome: PublishHome;
  tellStatus: TellStatus;
  /** Answers to what is written go out one after the other in each channel, as they were asked for. */
  lines: Lines;
  leases: Leases;
};

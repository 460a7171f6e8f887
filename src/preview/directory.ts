/** The place that the preview shows: its names, its channels and its people. */

/** Names that Slack gives; `apiUrl` and `responseUrl` are where the bot would reach it. */
export const WORKSPACE = {
  team: "T0PREVIEW",
  domain: "preview",
  app: "A0PREVIEW",
  bot: "U0KZMINERALS",
  botId: "B0KZMINERALS",
  slackbot: "USLACKBOT",
  /** Whoever tries the preview. */
  person: "U0READER",
  url: "https://preview.slack.com/",
  apiUrl: "https://slack.com/api/",
  responseUrl: "https://hooks.slack.com/commands/",
  uploadUrl: "https://files.slack.com/upload/v1/",
} as const;

/** `hasBot` tells whether the bot is a member at first; `person` whose direct message it is. */
export type Channel = {
  id: string;
  name: string;
  kind: "public" | "private" | "direct";
  hasBot: boolean;
  isArchived?: boolean;
  person?: string;
};

export type Member = {
  id: string;
  name: string;
  timeZone: string;
  locale: string;
  isAdmin: boolean;
};

/** Three who see the same workspace in their own language, on their own clocks. */
export const PEOPLE: readonly Member[] = [
  { id: "U0READER", name: "Sam", timeZone: "Europe/Paris", locale: "en-GB", isAdmin: false },
  { id: "U0AIGERIM", name: "Aigerim", timeZone: "Asia/Almaty", locale: "ru-RU", isAdmin: false },
  { id: "U0CAMILLE", name: "Camille", timeZone: "Europe/Paris", locale: "fr-FR", isAdmin: true },
];

/** What the app adds to the menu of a message. */
export const SHORTCUTS = [
  { callback: "ask_about_message", name: "Ask kzminerals" },
  { callback: "add_article", name: "Add to kzminerals" },
] as const;

const DIRECT = { name: "kzminerals", kind: "direct", hasBot: true } as const;

export const CHANNELS: readonly Channel[] = [
  { id: "C0MINERALS", name: "kz-minerals", kind: "public", hasBot: true },
  { id: "C0DESK", name: "embassy-desk", kind: "public", hasBot: true },
  { id: "C0TRADE", name: "trade-news", kind: "public", hasBot: false },
  { id: "C0NEGOTIATORS", name: "negotiators", kind: "private", hasBot: false },
  { ...DIRECT, id: "D0KZMINERALS", person: "U0READER" },
  { ...DIRECT, id: "D0AIGERIM", person: "U0AIGERIM" },
  { ...DIRECT, id: "D0CAMILLE", person: "U0CAMILLE" },
];

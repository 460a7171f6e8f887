/**
 * `npm run manifest -- https://bot.example.org`: the manifest of an app that is reached over HTTP at
 * this address, and that other workspaces may install.
 */
import { readFile } from "node:fs/promises";
import { z } from "zod";

const Manifest = z.looseObject({
  features: z.looseObject({ slash_commands: z.array(z.looseObject({ command: z.string() })) }),
  oauth_config: z.looseObject({}),
  settings: z.looseObject({
    event_subscriptions: z.looseObject({}),
    interactivity: z.looseObject({}),
  }),
});

const Address = z.url({ protocol: /^https$/ });

const [given, ...more] = process.argv.slice(2);
const address = Address.safeParse(given);
if (!address.success || more.length > 0) {
  console.error("Usage: npm run manifest -- https://ADDRESS");
  process.exit(2);
}
const file = new URL("../manifest.json", import.meta.url);
const manifest = Manifest.parse(JSON.parse(await readFile(file, "utf8")));
console.log(JSON.stringify(overHttp(manifest, address.data), null, 2));

function overHttp(
  { features, oauth_config, settings, ...rest }: z.infer<typeof Manifest>,
  at: string,
) {
  const request_url = new URL("/slack/events", at).href;
  return {
    ...rest,
    features: {
      ...features,
      slash_commands: features.slash_commands.map((command) => ({ ...command, url: request_url })),
    },
    oauth_config: {
      redirect_urls: [new URL("/slack/oauth_redirect", at).href],
      ...oauth_config,
    },
    settings: {
      ...settings,
      event_subscriptions: { request_url, ...settings.event_subscriptions },
      interactivity: {
        ...settings.interactivity,
        request_url,
        message_menu_options_url: request_url,
      },
      socket_mode_enabled: false,
    },
  };
}

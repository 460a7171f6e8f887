/** The stand-in's memory: the messages of a workspace, and the Web API methods over them. */
import { z } from "zod";
import { BOT, WORKSPACE } from "./deliveries.ts";

const View = z.looseObject({ type: z.literal("modal"), blocks: z.array(z.unknown()) });
type View = z.infer<typeof View>;

const Posted = z.looseObject({
  channel: z.string(),
  ts: z.string(),
  text: z.string(),
  user: z.string(),
  thread_ts: z.string().optional(),
  metadata: z.unknown().optional(),
});
const Shown = z.tuple([z.object({ id: z.string(), title: z.string() })]);
export type Posted = z.infer<typeof Posted>;
export type Values = Record<string, unknown>;

export function createWorkspace({
  socketUrl,
  uploadUrl,
  team = WORKSPACE,
}: {
  socketUrl: () => string;
  uploadUrl: () => string;
  team?: string;
}) {
  /** People's messages and the bot's, oldest first. */
  const messages: Posted[] = [];
  /** The modals that the bot opened, as they stand now; one before whoever pressed last. */
  const views: (View & { id: string })[] = [];
  const joined = new Set<string>();
  /** Names of files, by their ids. */
  const files = new Map<string, string>();
  let counter = 0;

  function add(values: Values): Posted {
    counter += 1;
    const ts = `${Math.floor(Date.now() / 1000)}.${String(counter).padStart(6, "0")}`;
    const message = Posted.parse({ ...values, ts });
    messages.push(message);
    return message;
  }

  function openView(values: Values): Values {
    const view = { ...View.parse(values.view), id: `V${++counter}` };
    views.push(view);
    return { ok: true, view: { id: view.id, hash: "1" } };
  }

  function updateView(values: Values): Values {
    const at = views.findIndex(({ id }) => id === values.view_id);
    const old = views[at];
    if (!old) return { ok: false, error: "not_found" };
    views[at] = { ...View.parse(values.view), id: old.id };
    return { ok: true, view: { id: old.id, hash: "2" } };
  }

  return {
    messages,
    views,
    add,
    /** What a Web API method does and answers. */
    perform: (method: string, values: Values): Values => {
      switch (method) {
        case "auth.test":
          return {
            ok: true,
            url: "https://test.slack.com/",
            team_id: team,
            user_id: BOT,
            bot_id: "B0KZ",
          };
        case "apps.connections.open":
          return { ok: true, url: socketUrl() };
        case "chat.postMessage": {
          const message = add({ ...values, user: BOT });
          return { ok: true, channel: message.channel, ts: message.ts, message };
        }
        case "files.getUploadURLExternal": {
          const id = `F${++counter}`;
          files.set(id, String(values.filename));
          return { ok: true, file_id: id, upload_url: `${uploadUrl()}${id}` };
        }
        case "files.completeUploadExternal": {
          const [file] = Shown.parse(values.files);
          const shown = [{ id: file.id, name: files.get(file.id), title: file.title }];
          const { channel_id: channel, thread_ts } = values;
          add({ channel, thread_ts, user: BOT, text: "", files: shown });
          return { ok: true, files: shown };
        }
        case "conversations.history":
          return page(
            messages.filter((message) => message.thread_ts === undefined),
            values,
          );
        case "conversations.replies": {
          const thread = messages.filter(({ ts, thread_ts }) => values.ts === (thread_ts ?? ts));
          return thread.length > 0
            ? page(thread, values)
            : { ok: false, error: "thread_not_found" };
        }
        case "views.open":
          return openView(values);
        case "views.update":
          return updateView(values);
        case "users.info":
          return {
            ok: true,
            user: { id: values.user, tz: "Europe/Paris", locale: "fr-FR", is_admin: false },
          };
        case "conversations.info":
          return {
            ok: true,
            channel: { id: values.channel, is_member: joined.has(String(values.channel)) },
          };
        case "conversations.join":
          joined.add(String(values.channel));
          return { ok: true };
        default:
          return { ok: false, error: "unknown_method" };
      }
    },
  };
}

/** Slack shows metadata only to whoever asks for it. */
function page(messages: readonly Posted[], values: Values): Values {
  const isWanted = values.include_all_metadata === true || values.include_all_metadata === "true";
  const found = messages
    .filter(({ channel, ts }) => channel === values.channel && Number(ts) > Number(values.oldest))
    .map(({ metadata, ...message }) => (isWanted ? { ...message, metadata } : message));
  return { ok: true, messages: found, has_more: false };
}

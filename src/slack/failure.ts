/** The last resort of every listener: the person gets a sentence, never silence. */
import { z } from "zod";
import type { Person } from "../messages/person.ts";
import { body as paragraph } from "../messages/text.ts";
import type { Language } from "../model.ts";
import { stringsIn } from "../strings/strings.ts";
import { drawNotice, showOutcome } from "./modals.ts";
import { readMrkdwn } from "./mrkdwn.ts";
import { respondTo } from "./response-url.ts";
import type { Surface } from "./surface.ts";

/** Where an answer could go, in the bodies of events, commands, actions and submitted forms. */
const Origin = z.object({
  type: z.string().optional(),
  response_url: z.url().optional(),
  text: z.string().optional(),
  /** Of commands and events; actions and forms have `team` and `user`. */
  team_id: z.string().optional(),
  user_id: z.string().optional(),
  team: z.object({ id: z.string() }).nullish(),
  user: z.object({ id: z.string() }).optional(),
  view: z.object({ id: z.string(), type: z.string() }).optional(),
  event: z
    .object({
      channel: z.string(),
      user: z.string().optional(),
      ts: z.string(),
      thread_ts: z.string().optional(),
      channel_type: z.string().optional(),
      text: z.string().optional(),
    })
    .optional(),
});
type Origin = z.infer<typeof Origin>;

const NAME = "kzminerals";

type Failure = { error: Error; body: unknown; reference: string };

/** Tells whoever asked that it went wrong, with a reference that the log has too. */
export async function tellFailure(failure: Failure, surface: Surface): Promise<void> {
  const { reference } = failure;
  await tell(failure, surface).catch((err: unknown) =>
    surface.log.error({ reference, err }, "nobody could be told that an answer failed"),
  );
}

async function tell({ error, body, reference }: Failure, surface: Surface): Promise<void> {
  const parsed = Origin.safeParse(body);
  // Nobody waits for the options of a select that is being typed into.
  if (!parsed.success || parsed.data.type === "block_suggestion") return;
  const origin = parsed.data;
  const { response_url, event, view, user } = origin;
  const language = await languageOf(origin, surface);
  const { client, transport, product } = surface;
  const { databaseAway, unexpected, notSaved } = stringsIn(language).failure;
  const isQuestion = event !== undefined || origin.text !== undefined;
  const mishap = isQuestion ? unexpected(reference) : notSaved(reference);
  // Bolt wraps an error that has no code.
  const isAway = product.isAway(Reflect.get(error, "original") ?? error);
  const sentence = isAway ? databaseAway : mishap;
  if (response_url) await respondTo(response_url, sentence, { transport });
  else if (view?.type === "home" && user)
    await client.chat.postMessage({ channel: user.id, text: sentence });
  else if (view && user) {
    const message = { language, paragraphs: [paragraph(sentence)] };
    const outcome = drawNotice({ title: NAME, language, message });
    await showOutcome(client, { viewId: view.id, user: user.id, view: outcome, message });
  } else if (event) {
    const threadTs = event.thread_ts ?? (event.channel_type === "im" ? undefined : event.ts);
    await client.chat.postMessage({
      channel: event.channel,
      text: sentence,
      ...(threadTs && { thread_ts: threadTs }),
    });
  }
}

/** That of the question, or of a command's word; of any other and of a press, that of the person. */
async function languageOf(origin: Origin, surface: Surface): Promise<Language> {
  const { product } = surface;
  const written = origin.event?.text ?? origin.text;
  if (written === undefined)
    return (await personOf(origin, surface))?.language ?? product.languageOf("");
  const text = readMrkdwn(written);
  const request = product.read(text);
  if (request.kind === "question" || request.kind === "too-long") return product.languageOf(text);
  return (
    request.language ?? (await personOf(origin, surface))?.language ?? product.languageOf(text)
  );
}

async function personOf(
  { event, team, team_id, user, user_id }: Origin,
  { peopleAtOnce }: Surface,
): Promise<Person | null> {
  const workspace = team?.id ?? team_id;
  const id = user?.id ?? user_id ?? event?.user;
  return workspace && id ? peopleAtOnce({ workspace, id }) : null;
}

/** The form of a new source as a Slack modal, and what it looks like before it is watched. */
import type { types } from "@slack/bolt";
import { z } from "zod";
import { ANY_LANGUAGE, CheckedFeed, type FeedForm } from "../messages/feeds-command.ts";
import type { Message } from "../messages/text.ts";
import { LANGUAGES, Language } from "../model.ts";
import { stringsIn } from "../strings/strings.ts";
import { drawWords, plain } from "./blocks.ts";
import { readInputs, select, textInput } from "./inputs.ts";

export const FEED_FORM = "feed-form";
export const FEED_CHECKED = "feed-checked";

/** More than what is read, so that what is too long is refused with its length. */
const MAX_URL_CHARS = 3_000;
const MAX_FILTER_CHARS = 500;

const Memory = z.object({ language: Language });
const CheckedMemory = z.object({ language: Language, feed: CheckedFeed });
type CheckedMemory = z.infer<typeof CheckedMemory>;

export const EMPTY_FEED_FORM: FeedForm = {
  url: "",
  language: ANY_LANGUAGE,
  policy: "review",
  filter: "",
};

/** Draws the form, below a notice when it comes back to be filled in anew. */
export function drawFeedForm(
  form: FeedForm,
  { language, notice }: { language: Language; notice?: Message },
): types.ModalView {
  const { feeds, subscription } = stringsIn(language);
  const { form: words, policies } = feeds;
  return {
    type: "modal",
    callback_id: FEED_FORM,
    private_metadata: JSON.stringify({ language }),
    title: plain(words.title),
    submit: plain(words.submit),
    close: plain(words.close),
    blocks: [
      ...(notice ? drawWords(notice) : []),
      textInput({
        field: "url",
        label: words.url,
        hint: words.urlHint,
        initial: form.url,
        maxChars: MAX_URL_CHARS,
      }),
      select({
        field: "language",
        label: words.language,
        choices: [
          { value: ANY_LANGUAGE, label: words.anyLanguage },
          ...LANGUAGES.map((value) => ({ value, label: subscription.languages[value] })),
        ],
        chosen: form.language,
      }),
      select({
        field: "policy",
        label: words.policy,
        choices: (["review", "publish"] as const).map((value) => ({
          value,
          label: policies[value],
        })),
        chosen: form.policy,
      }),
      textInput({
        field: "filter",
        label: words.filter,
        hint: words.filterHint,
        example: words.filterExample,
        initial: form.filter,
        isOptional: true,
        maxChars: MAX_FILTER_CHARS,
      }),
    ],
  };
}

type View = { private_metadata: string; state: { values: unknown } };

export function readFeedForm(view: View): { form: FeedForm; language: Language } {
  const { one } = readInputs(view.state.values);
  const { language } = Memory.parse(JSON.parse(view.private_metadata));
  return {
    language,
    form: {
      url: one("url") ?? "",
      language: one("language") ?? ANY_LANGUAGE,
      policy: one("policy") ?? "review",
      filter: one("filter") ?? "",
    },
  };
}

/** What was found, with the button that begins to watch it. */
export function drawChecked({ language, feed }: CheckedMemory, message: Message): types.ModalView {
  const { form: words } = stringsIn(language).feeds;
  return {
    type: "modal",
    callback_id: FEED_CHECKED,
    private_metadata: JSON.stringify({ language, feed } satisfies CheckedMemory),
    title: plain(words.title),
    submit: plain(words.watch),
    close: plain(words.close),
    blocks: drawWords(message),
  };
}

export function readChecked(view: Pick<View, "private_metadata">): CheckedMemory {
  return CheckedMemory.parse(JSON.parse(view.private_metadata));
}

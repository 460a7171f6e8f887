/** What the bot says to whatever a person writes, on every surface alike. */
import type { Answer } from "../answers/answer.ts";
import type { Thread } from "../answers/follow-ups/follow-up.ts";
import { LANGUAGES, type Language } from "../model.ts";
import { stringsIn } from "../strings/strings.ts";
import { answerButtons } from "./answer-buttons.ts";
import { answerMessage, type BaseSize } from "./answer-message.ts";
import type { Card } from "./card.ts";
import type { RunCommand } from "./commands.ts";
import type { Conversation } from "./conversation.ts";
import { threadTelling } from "./conversation-memory.ts";
import type { DigestReading } from "./digest-reading.ts";
import { formatNumber } from "./format.ts";
import type { Unanswered } from "./gaps.ts";
import { helpMessage } from "./help-message.ts";
import type { Asker } from "./person.ts";
import { MAX_QUESTION_LENGTH, type Request } from "./request.ts";
import { type Button, body, type Message, type Paragraph } from "./text.ts";

/** `answer` is there when the text was a question. */
export type Reply = { message: Message; answer: Answer | null };

/**
 * What was written, where and by whom; `id` names it, the same when it is delivered again. `mayShare`: only they see the reply, where there are others
 * to show it to.
 */
export type Said = {
  id: string;
  text: string;
  conversation: Conversation;
  /** Slack's id of whoever wrote it. */
  user: string;
  asker: Asker;
  mayShare: boolean;
};

/** What replying needs of the product. */
export type ReplySources = {
  read: (text: string) => Request;
  run: RunCommand;
  ask: (question: { text: string; conversation: Conversation | null }) => Promise<Answer>;
  /** The button to the register, for a question that asks for deals. */
  dealsTable: (question: { text: string; language: Language }) => Button[];
  /** What the base holds on the one thing that a question is about; null where it is about more. */
  card: (answer: Answer) => Card | null;
  base: () => BaseSize;
  /** Names the base that answers. */
  version: () => string;
  /** Keeps a question that has no answer. */
  noteGap: (unanswered: Unanswered) => Promise<void>;
  digests: DigestReading;
  thread: (conversation: Conversation) => Promise<Thread>;
  remember: (conversation: Conversation, thread: Thread) => Promise<void>;
  /** Questions that the base answers; they are tried when first asked for. */
  examples: () => Readonly<Record<Language, readonly string[]>>;
  /** The language of words that belong to none. */
  defaultLanguage: Language;
};

/** Reads what was written and composes the reply. */
export async function replyTo(
  { id, text, conversation, asker, mayShare }: Said,
  sources: ReplySources,
): Promise<Reply> {
  const request = sources.read(text);
  switch (request.kind) {
    case "help": {
      const language =
        request.language ?? (await asker.person()).language ?? sources.defaultLanguage;
      return say(language, helpMessage(language, sources.examples()));
    }
    case "digest": {
      const { day, language } = request;
      const place = asker.channel;
      const person = await asker.person();
      const message = await sources.digests.channel({ person, place, day, language });
      await sources.remember(conversation, threadTelling(message));
      return reply(message);
    }
    case "subscriptions":
      return reply(await sources.digests.workspace(await asker.person(), request.language));
    case "subscribe":
      return reply(sources.digests.invitation(await asker.person(), request.language));
    case "command": {
      const items = async () => (await sources.thread(conversation)).items;
      const message = await sources.run(request, asker, items);
      if (message.tells) await sources.remember(conversation, threadTelling(message));
      return reply(message);
    }
    case "not-a-date": {
      const language = request.language ?? sources.defaultLanguage;
      return say(language, [body(stringsIn(language).digest.notADate(request.value))]);
    }
    case "too-long":
      return say(sources.defaultLanguage, tooLong(request.length));
    case "question": {
      const answer = await sources.ask({ text: request.text, conversation });
      const { language } = answer;
      const told = answerMessage(answer, sources.base());
      const card = sources.card(answer);
      const { message } = say(language, card ? [...card.above, ...told, ...card.below] : told);
      const { surface } = asker;
      if (answer.kind === "unknown")
        await sources.noteGap({ id, workspace: conversation.workspace, surface, answer });
      const given = { surface, version: sources.version() };
      const buttons = [
        ...sources.dealsTable({ text: request.text, language }),
        ...answerButtons(answer, { mayShare, given }),
        ...(card?.buttons ?? []),
      ];
      return { message: { ...message, buttons }, answer };
    }
  }
}

/** In every language, since nothing is read of a text that is too long to be a question. */
function tooLong(length: number): Paragraph[] {
  return LANGUAGES.map((language) =>
    body(
      stringsIn(language).failure.tooLong({
        length: formatNumber(length, language),
        limit: formatNumber(MAX_QUESTION_LENGTH, language),
      }),
    ),
  );
}

function say(language: Language, paragraphs: Paragraph[]): Reply {
  return reply({ language, paragraphs });
}

function reply(message: Message): Reply {
  return { message, answer: null };
}

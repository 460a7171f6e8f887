/** What could not be answered: kept, and shown to administrators. */
import type { Answer } from "../answers/answer.ts";
import { fingerprint } from "../knowledge/fingerprint.ts";
import type { Vocabulary } from "../knowledge/vocabulary.ts";
import type { Language } from "../model.ts";
import type { Store } from "../store/store.ts";
import { stringsIn } from "../strings/strings.ts";
import type { Command } from "./commands.ts";
import { createGapReading } from "./gap-reading.ts";
import { GAPS_A_PAGE, gapsMessage } from "./gaps-message.ts";
import { TEXTS_KEPT_DAYS } from "./kept-texts.ts";
import { pageButtons } from "./pages.ts";
import type { AskedOn } from "./person.ts";
import { subjectOf } from "./question-subject.ts";
import { body, type Message } from "./text.ts";
import { withoutNames } from "./without-names.ts";

/** `id` names the message that asked. */
export type Unanswered = { id: string; workspace: string; surface: AskedOn; answer: Answer };

const DAY_MS = 24 * 60 * 60 * 1000;

export type Gaps = ReturnType<typeof createGaps>;

export function createGaps({
  store,
  vocabulary,
  adminUsers,
  timeZone,
  now,
}: {
  store: Pick<Store, "gaps" | "feedback" | "isAway" | "promptly">;
  vocabulary: Vocabulary;
  /** Slack ids of those who may see it, besides the admins of a workspace. */
  adminUsers: readonly string[];
  /** Of those whose clocks nobody knows. */
  timeZone: string;
  now: () => Date;
}) {
  const reading = createGapReading(store);

  /** Keeps a question that has no answer; the answer goes out also where it cannot be kept. */
  async function note({ id, workspace, surface, answer }: Unanswered): Promise<void> {
    const { language } = answer;
    const question = withoutNames(answer.question);
    const missing = answer.missing.filter((label) => question.includes(label));
    const subject = subjectOf({ question, missing, language }, vocabulary);
    if (subject.wordsKey === null) return;
    const row = {
      id: fingerprint(workspace, id),
      workspace,
      question,
      language,
      surface,
      missing_key: subject.missingKey,
      words_key: subject.wordsKey,
      subjects: JSON.stringify(subject.subjects),
      asked_at: now().toISOString(),
    };
    try {
      await store.promptly(store.gaps.note(row));
    } catch (cause) {
      if (!store.isAway(cause)) throw cause;
    }
  }

  /** One page for administrators, and for nobody to read along. */
  const gaps: Command = async ({ page, reader, person, surface }) => {
    const { language } = reader;
    const strings = stringsIn(language).gaps;
    if (!person.isWorkspaceAdmin && !adminUsers.includes(person.id))
      return say(strings.forAdmins, language);
    if (surface === "mention") return say(strings.inPrivate, language);
    const until = new Date(now().getTime() + DAY_MS);
    const groups = await reading.groupsOf(person.workspace, { from: new Date(0), until });
    const pages = Math.max(1, Math.ceil(groups.length / GAPS_A_PAGE));
    const shown = Math.min(page, pages - 1);
    const onPage = groups.slice(shown * GAPS_A_PAGE, (shown + 1) * GAPS_A_PAGE);
    const first = shown * GAPS_A_PAGE + 1;
    const place = { first, last: first + onPage.length - 1, count: groups.length };
    return {
      ...gapsMessage(
        strings.title,
        {
          gaps: await reading.withWords(person.workspace, onPage),
          below: groups.length > 0 ? [strings.place(place)] : [],
        },
        { reader, timeZone: reader.timeZone ?? timeZone, vocabulary },
      ),
      buttons: pageButtons({ name: "gaps", text: "", language, page: shown, pages }),
    };
  };

  return {
    note,
    commands: { gaps },
    /** Forgets the words that have been kept long enough. */
    tidy: async (): Promise<void> => {
      const before = new Date(now().getTime() - TEXTS_KEPT_DAYS * DAY_MS);
      await store.gaps.forgetWords(before);
      await store.feedback.forgetWords(before);
    },
  };
}

function say(text: string, language: Language): Message {
  return { language, paragraphs: [body(text)] };
}

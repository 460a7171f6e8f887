/** Curators: told of what waits for them, and heard once for each. */
import type { Candidate, Candidates } from "../ingest/candidates.ts";
import type { Feeds } from "../ingest/feeds.ts";
import type { Vocabulary } from "../knowledge/vocabulary.ts";
import type { Article, Language } from "../model.ts";
import type { NewOutboxRow } from "../store/outbox-rows.ts";
import type { Store } from "../store/store.ts";
import { stringsIn } from "../strings/strings.ts";
import { type CandidateAction, candidateMessage, decidedBefore } from "./candidate-message.ts";
import type { FindPerson } from "./gap-reports.ts";
import type { Person } from "./person.ts";
import { body, type Message } from "./text.ts";

/** Told in one pass; the rest follows in the next. */
const BATCH = 20;
/** Whoever looks for a candidate does so within a month. */
const KEPT_MS = 30 * 24 * 60 * 60_000;

export type Curation = ReturnType<typeof createCuration>;

/** `message` takes the place of the one that was pressed, where there is one; `told` is for the presser alone. */
type Pressed = { message: Message | null; told: Message | null };

export function createCuration({
  candidates,
  feeds,
  store,
  vocabulary,
  articles,
  curatorsChannel,
  adminUsers,
  defaultLanguage,
  now,
}: {
  candidates: Candidates;
  feeds: Pick<Feeds, "setActive">;
  store: Pick<Store, "outbox">;
  vocabulary: Vocabulary;
  articles: () => readonly Article[];
  /** Null where administrators are told themselves. */
  curatorsChannel: string | null;
  adminUsers: readonly string[];
  defaultLanguage: Language;
  now: () => Date;
}) {
  const drawn = (candidate: Candidate, language: Language, mutedBy: string | null = null) =>
    candidateMessage(candidate, { language, vocabulary, articles: articles(), mutedBy });

  function mayDecide({ id, isWorkspaceAdmin }: Person, channel: string): boolean {
    return isWorkspaceAdmin || adminUsers.includes(id) || channel === curatorsChannel;
  }

  /** Who is told, each in their language. */
  async function audience(find: FindPerson): Promise<{ channel: string; language: Language }[]> {
    if (curatorsChannel) return [{ channel: curatorsChannel, language: defaultLanguage }];
    const admins = await Promise.all([...new Set(adminUsers)].map(find));
    return admins.map(({ id, language }) => ({
      channel: id,
      language: language ?? defaultLanguage,
    }));
  }

  return {
    /** Queues what nobody was told of yet; tells how many. Without curators it waits. */
    tell: async (workspace: string, find: FindPerson): Promise<number> => {
      const untold = await candidates.untold(BATCH);
      if (untold.length === 0) return 0;
      const told = await audience(find);
      if (told.length === 0) return 0;
      for (const candidate of untold) {
        const rows = told.map(({ channel, language }): NewOutboxRow => {
          const message = JSON.stringify(drawn(candidate, language));
          return {
            id: outboxId(workspace, candidate.id, channel),
            workspace,
            channel,
            threadOf: null,
            position: 0,
            message,
            subscription: null,
            sendAfter: now(),
            expiresAt: new Date(now().getTime() + KEPT_MS),
          };
        });
        await store.outbox.add(rows);
        await candidates.markTold(candidate.id);
      }
      return untold.length;
    },

    /** What a person may edit; a sentence where there is nothing, or not for them. */
    open: async ({
      id,
      person,
      channel,
      language,
    }: {
      id: string;
      person: Person;
      channel: string;
      language: Language;
    }): Promise<{ candidate: Candidate } | { told: Message }> => {
      const { candidate: words, gone } = stringsIn(language).feeds;
      if (!mayDecide(person, channel)) return { told: say(language, words.notAllowed) };
      const candidate = await candidates.find(id);
      if (!candidate) return { told: say(language, gone) };
      return candidate.state === "waiting"
        ? { candidate }
        : { told: decidedBefore(candidate, language) };
    },

    /** Where a candidate was posted, with what it looks like now. */
    posted: async (
      workspace: string,
      id: string,
      find: FindPerson,
    ): Promise<{ channel: string; ts: string; message: Message }[]> => {
      const candidate = await candidates.find(id);
      if (!candidate) return [];
      const rows = (await audience(find)).map(async ({ channel, language }) => {
        const row = await store.outbox.find(outboxId(workspace, id, channel));
        return row?.ts ? [{ channel, ts: row.ts, message: drawn(candidate, language) }] : [];
      });
      return (await Promise.all(rows)).flat();
    },

    /** Does what was pressed, once; whoever comes later is told who did. */
    press: async ({
      action,
      id,
      person,
      channel,
      language,
    }: {
      action: Exclude<CandidateAction, "edit">;
      id: string;
      person: Person;
      channel: string;
      language: Language;
    }): Promise<Pressed> => {
      const { candidate: words, gone } = stringsIn(language).feeds;
      const own = person.language ?? language;
      if (!mayDecide(person, channel))
        return { message: null, told: say(own, stringsIn(own).feeds.candidate.notAllowed) };
      if (action === "mute") {
        const candidate = await candidates.find(id);
        if (!candidate) return { message: null, told: say(own, gone) };
        await feeds.setActive(candidate.feed.id, false);
        return { message: drawn(candidate, language, person.id), told: null };
      }
      const state = action === "publish" ? "approved" : "rejected";
      const decided = await candidates.decide(id, { state, by: person.id });
      if (!decided) return { message: null, told: say(own, words.before.other) };
      const { candidate, isFirst } = decided;
      return {
        message: drawn(candidate, language),
        told: isFirst ? null : decidedBefore(candidate, own),
      };
    },
  };
}

function outboxId(workspace: string, candidate: string, channel: string): string {
  return `candidate:${workspace}:${candidate}:${channel}`;
}

function say(language: Language, text: string): Message {
  return { language, paragraphs: [body(text)] };
}

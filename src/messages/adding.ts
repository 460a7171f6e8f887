/** Adding an article from an address: who may, what they are shown, and what comes of it. */
import type { Candidate, Candidates } from "../ingest/candidates.ts";
import type { Ingestion } from "../ingest/ingestion.ts";
import { conceptName } from "../knowledge/concept-name.ts";
import type { Vocabulary } from "../knowledge/vocabulary.ts";
import type { Article, Language } from "../model.ts";
import type { Store } from "../store/store.ts";
import { stringsIn } from "../strings/strings.ts";
import {
  type AddFaults,
  type AddForm,
  corrected,
  faultsOf,
  formOf,
  KeptDraft,
} from "./add-form.ts";
import type { CommandWish } from "./commands.ts";
import { formatDate } from "./format.ts";
import { ingestFaultText } from "./ingest-faults.ts";
import { headlineText } from "./own-words.ts";
import { openButtons } from "./pages.ts";
import type { Person } from "./person.ts";
import { type Button, body, item, link, type Message, note, type Paragraph } from "./text.ts";

/** Opens the draft of an address, which is the button's value. */
export const ADD_ACTION = "add-article";
/** Opens a published article in the same form; the button's value is its id. */
export const CORRECT_ACTION = "correct-article";

/** A draft in its form; `about` stands above it. */
export type OpenedDraft = {
  id: string;
  language: Language;
  form: AddForm;
  about: Paragraph[];
  /** Older figures that it may replace: the fact (`article/fact`), and what it says. */
  replacements: readonly { to: string; was: string }[];
  /** Whether it is a published article that is corrected. */
  isCorrection: boolean;
  /** The article of a feed that waits for curators, which it is. */
  candidate: string | null;
};

/** The form as it was filled in. */
type Filled = Pick<OpenedDraft, "id" | "language" | "form">;

export type Opened = { kind: "form"; opened: OpenedDraft } | { kind: "told"; message: Message };

const DAY_MS = 24 * 60 * 60 * 1000;
const UNDECIDED_KEPT_MS = 7 * DAY_MS;
const MAX_ALSO_TOLD = 3;

export type Adding = ReturnType<typeof createAdding>;

export function createAdding({
  ingestion,
  candidates,
  articles,
  store,
  vocabulary,
  adminUsers,
  defaultLanguage,
  now,
}: {
  ingestion: Pick<Ingestion, "draft" | "publish" | "published" | "correct">;
  candidates: Pick<Candidates, "decide">;
  articles: () => readonly Article[];
  store: Pick<Store, "drafts">;
  vocabulary: Vocabulary;
  /** Where nobody is named, everybody may add. */
  adminUsers: readonly string[];
  defaultLanguage: Language;
  now: () => Date;
}) {
  const languageOf = (person: Person) => person.language ?? defaultLanguage;
  const mayAdd = ({ id, isWorkspaceAdmin }: Person) =>
    adminUsers.length === 0 || isWorkspaceAdmin || adminUsers.includes(id);

  /** What keeps somebody from adding at all; null where nothing does. */
  function obstacle(person: Person, language = languageOf(person)): Message | null {
    return mayAdd(person) ? null : say(language, [body(stringsIn(language).ingest.notAllowed)]);
  }

  /** Fetches and reads an address; what is not drafted is told. */
  async function open(url: string, person: Person, language = languageOf(person)): Promise<Opened> {
    const outcome = await ingestion.draft(url);
    const { ingest } = stringsIn(language);
    if (outcome.kind === "failed")
      return told(language, [body(ingestFaultText(outcome.fault, language))]);
    if (outcome.kind !== "draft") {
      const text = outcome.kind === "known" ? ingest.known : ingest.copy;
      return told(language, [body(text), ...linesOf([outcome.id], language)], [outcome.id]);
    }
    const { article, fingerprint, paragraphs, reasons, alsoTold, replacements } = outcome.draft;
    const kept = {
      article,
      fingerprint: [...fingerprint],
      paragraphs: [...paragraphs],
      replacements: [...replacements],
    };
    const why = reasons.map((key) => conceptName(vocabulary, key, language)).join(", ");
    return inForm(kept, { person, language }, [
      note(`${article.publisher} · ${ingest.because(why)}`),
      ...(alsoTold.length > 0
        ? [note(ingest.alsoTold), ...linesOf(alsoTold.slice(0, MAX_ALSO_TOLD), language)]
        : []),
      ...(await rejectionNote(article.url, person, language)),
    ]);
  }

  /** Keeps a draft until somebody decides, and shows it in its form. */
  async function inForm(
    kept: KeptDraft,
    { person, language }: { person: Person; language: Language },
    about: readonly Paragraph[],
  ): Promise<Opened> {
    const { url } = kept.article;
    const id = crypto.randomUUID();
    const row = { id, workspace: person.workspace, url, draft: JSON.stringify(kept) };
    await store.drafts.keep(row, now());
    return {
      kind: "form",
      opened: {
        id,
        language,
        form: formOf(kept, { language, vocabulary }),
        replacements: kept.replacements ?? [],
        isCorrection: kept.corrects !== undefined,
        candidate: kept.candidate ?? null,
        about: [body(link(url, url)), ...about],
      },
    };
  }

  /** A published article as it stands; a file is corrected as a file. */
  async function openPublished(
    articleId: string,
    person: Person,
    language = languageOf(person),
  ): Promise<Opened> {
    const { ingest } = stringsIn(language);
    const found = await ingestion.published(articleId);
    if (!found) return told(language, [body(ingest.notPublished)]);
    const { article, version } = found;
    const kept: KeptDraft = {
      article,
      fingerprint: [...found.fingerprint],
      paragraphs: [...found.paragraphs],
      corrects: version,
    };
    return inForm(kept, { person, language }, [note(ingest.version(version))]);
  }

  async function rejectionNote(
    url: string,
    { workspace }: Person,
    language: Language,
  ): Promise<Paragraph[]> {
    const last = await store.drafts.lastRejection(workspace, url);
    if (!last?.decided_at) return [];
    const date = formatDate(last.decided_at.slice(0, 10), language);
    return [note(stringsIn(language).ingest.rejectedBefore({ date, reason: last.reason ?? "" }))];
  }

  function linesOf(ids: readonly string[], language: Language): Paragraph[] {
    return ids.flatMap((id) => {
      const article = articles().find((each) => each.id === id);
      return article ? [item(link(headlineText(article, language), article.url))] : [];
    });
  }

  function told(language: Language, paragraphs: Paragraph[], ids: readonly string[] = []): Opened {
    const shown = articles().filter(({ id }) => ids.includes(id));
    return {
      kind: "told",
      message: { ...say(language, paragraphs), buttons: openButtons(shown, language) },
    };
  }

  async function kept(id: string, { workspace }: Person): Promise<KeptDraft | null> {
    const row = await store.drafts.find(workspace, id);
    return row?.draft ? KeptDraft.parse(JSON.parse(row.draft)) : null;
  }

  /** Saves a correction or removes the article, unless somebody changed it meanwhile. */
  async function correct(
    draft: KeptDraft & { corrects: number },
    { id, form, language }: Filled,
    person: Person,
  ): Promise<Message> {
    const { ingest } = stringsIn(language);
    const isRemoval = form.verdict === "reject";
    const article = isRemoval ? null : corrected(draft, form, vocabulary);
    const change = { id: draft.article.id, version: draft.corrects, article };
    const isDone = await ingestion.correct(change, person.id);
    await store.drafts.decide(id, {
      verdict: isRemoval ? "rejected" : "published",
      reason: form.reason.trim(),
      by: person.id,
      now: now(),
    });
    if (!isDone) return say(language, [body(ingest.changedMeanwhile)]);
    const text = isRemoval ? ingest.removed : ingest.corrected;
    return say(language, [body(text), ...linesOf([draft.article.id], language)]);
  }

  /** Decides on an article of a feed, unless somebody did before. */
  async function decide(
    draft: KeptDraft & { candidate: string },
    { id, form, language }: Filled,
    person: Person,
  ): Promise<Message> {
    const { ingest } = stringsIn(language);
    const isRejection = form.verdict === "reject";
    const decided = await candidates.decide(
      draft.candidate,
      isRejection
        ? { state: "rejected", by: person.id }
        : { state: "approved", by: person.id, article: corrected(draft, form, vocabulary) },
    );
    await store.drafts.decide(id, {
      verdict: isRejection ? "rejected" : "published",
      reason: form.reason.trim(),
      by: person.id,
      now: now(),
    });
    if (!decided?.isFirst) return say(language, [body(ingest.decidedBefore)]);
    const text = isRejection ? ingest.rejected : ingest.published;
    return say(language, [body(text), ...linesOf([decided.candidate.article.id], language)]);
  }

  return {
    obstacle,
    open,

    /** Shows an article of a feed in the form, for whoever may decide on it. */
    openCandidate: (
      { id, article, fingerprint, paragraphs }: Candidate,
      person: Person,
      language: Language,
    ): Promise<Opened> =>
      inForm(
        {
          article,
          fingerprint: [...fingerprint],
          paragraphs: [...paragraphs],
          candidate: id,
        },
        { person, language },
        [],
      ),

    openPublished,

    /** What is wrong with a form by field; null where nothing is, or the draft is gone. */
    faultsOf: async ({ id, language, form }: Filled, person: Person): Promise<AddFaults | null> => {
      const draft = await kept(id, person);
      return draft && faultsOf(form, draft, { language, vocabulary });
    },

    /** Publishes or rejects, once; whoever comes later is told. */
    submit: async (filled: Filled, person: Person): Promise<Message> => {
      const { id, language, form } = filled;
      const { ingest } = stringsIn(language);
      const draft = await kept(id, person);
      // Who decides on an article of a feed was asked when its form was opened.
      const refusal = draft?.candidate === undefined ? obstacle(person, language) : null;
      if (refusal) return refusal;
      if (!draft) return say(language, [body(ingest.decidedBefore)]);
      const { candidate } = draft;
      if (candidate !== undefined) return decide({ ...draft, candidate }, filled, person);
      const { corrects } = draft;
      if (corrects !== undefined) return correct({ ...draft, corrects }, filled, person);
      const decision = { by: person.id, now: now() };
      if (form.verdict === "reject") {
        const reason = form.reason.trim();
        const isFirst = await store.drafts.decide(id, { verdict: "rejected", reason, ...decision });
        return say(language, [body(isFirst ? ingest.rejected : ingest.decidedBefore)]);
      }
      const article = corrected(draft, form, vocabulary);
      const published = await ingestion.publish({ ...draft, article }, person.id);
      await store.drafts.decide(id, { verdict: "published", reason: "", ...decision });
      const shown = articles().filter((each) => each.id === published.id);
      return {
        ...say(language, [
          body(published.isNew ? ingest.published : ingest.known),
          ...linesOf([published.id], language),
        ]),
        buttons: openButtons(shown, language),
      };
    },

    /** Where a form cannot open by itself: a button that opens it. */
    invitation: async ({ text, person, reader: { language } }: CommandWish): Promise<Message> => {
      const { ingest } = stringsIn(language);
      const refusal = obstacle(person, language);
      if (refusal) return refusal;
      return { ...say(language, [body(ingest.invitation)]), buttons: [addButton(text, language)] };
    },

    tidy: () => store.drafts.forgetUndecided(new Date(now().getTime() - UNDECIDED_KEPT_MS)),
  };
}

function addButton(url: string, language: Language): Button {
  const { openDraft } = stringsIn(language).ingest;
  return { action: ADD_ACTION, label: openDraft, value: url, style: "primary" };
}

function say(language: Language, paragraphs: Paragraph[]): Message {
  return { language, paragraphs };
}

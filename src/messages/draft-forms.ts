/** Drafts in their form: of an address, of a published article, and of an article of a feed. */
import type { Candidate } from "../ingest/candidates.ts";
import type { Ingestion } from "../ingest/ingestion.ts";
import { conceptName } from "../knowledge/concept-name.ts";
import type { Vocabulary } from "../knowledge/vocabulary.ts";
import type { Article, Language } from "../model.ts";
import type { Store } from "../store/store.ts";
import { stringsIn } from "../strings/strings.ts";
import { type AddForm, formOf, type KeptDraft } from "./add-form.ts";
import { formatDate } from "./format.ts";
import { ingestFaultText } from "./ingest-faults.ts";
import { headlineText } from "./own-words.ts";
import { openButtons } from "./pages.ts";
import type { Person } from "./person.ts";
import { body, item, link, type Message, note, type Paragraph } from "./text.ts";

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
export type FilledDraft = Pick<OpenedDraft, "id" | "language" | "form">;

export type Opened = { kind: "form"; opened: OpenedDraft } | { kind: "told"; message: Message };

const MAX_ALSO_TOLD = 3;

/** What drafts are made of and kept in. */
export type DraftSources = {
  ingestion: Pick<Ingestion, "draft" | "publish" | "published" | "correct">;
  articles: () => readonly Article[];
  store: Pick<Store, "drafts">;
  vocabulary: Vocabulary;
  now: () => Date;
};

/** For whom a form is opened, and in which language. */
type Opener = { person: Person; language: Language };

export function createDraftForms({ ingestion, articles, store, vocabulary, now }: DraftSources) {
  /** Fetches and reads an address; what is not drafted is told. */
  async function open(url: string, { person, language }: Opener): Promise<Opened> {
    const outcome = await ingestion.draft(url);
    const { ingest } = stringsIn(language);
    if (outcome.kind === "failed")
      return told(language, [body(ingestFaultText(outcome.fault, language))]);
    if (outcome.kind !== "draft") {
      const text = outcome.kind === "known" ? ingest.known : ingest.copy;
      return told(
        language,
        [body(text), ...headlineItems([outcome.id], articles(), language)],
        [outcome.id],
      );
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
        ? [
            note(ingest.alsoTold),
            ...headlineItems(alsoTold.slice(0, MAX_ALSO_TOLD), articles(), language),
          ]
        : []),
      ...(await rejectionNote(article.url, person, language)),
    ]);
  }

  /** Keeps a draft until somebody decides, and shows it in its form. */
  async function inForm(
    kept: KeptDraft,
    { person, language }: Opener,
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
  async function openPublished(articleId: string, { person, language }: Opener): Promise<Opened> {
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

  function told(language: Language, paragraphs: Paragraph[], ids: readonly string[] = []): Opened {
    const shown = articles().filter(({ id }) => ids.includes(id));
    return {
      kind: "told",
      message: { language, paragraphs, buttons: openButtons(shown, language) },
    };
  }

  return {
    open,
    openPublished,

    /** Shows an article of a feed in the form, for whoever may decide on it. */
    openCandidate: (
      { id, article, fingerprint, paragraphs }: Candidate,
      opener: Opener,
    ): Promise<Opened> =>
      inForm(
        {
          article,
          fingerprint: [...fingerprint],
          paragraphs: [...paragraphs],
          candidate: id,
        },
        opener,
        [],
      ),
  };
}

/** The headlines of those articles that are there, each with its address. */
export function headlineItems(
  ids: readonly string[],
  articles: readonly Article[],
  language: Language,
): Paragraph[] {
  return ids.flatMap((id) => {
    const article = articles.find((each) => each.id === id);
    return article ? [item(link(headlineText(article, language), article.url))] : [];
  });
}

/** What comes of a draft that was filled in: published, corrected, removed or rejected, once. */
import type { Candidates } from "../ingest/candidates.ts";
import type { Language } from "../model.ts";
import { stringsIn } from "../strings/strings.ts";
import { type AddFaults, corrected, faultsOf, KeptDraft } from "./add-form.ts";
import { type DraftSources, type FilledDraft, headlineItems } from "./draft-forms.ts";
import { openButtons } from "./pages.ts";
import type { Person } from "./person.ts";
import { body, type Message, type Paragraph } from "./text.ts";

export function createDraftVerdicts({
  ingestion,
  candidates,
  articles,
  store,
  vocabulary,
  now,
  obstacle,
}: DraftSources & {
  candidates: Pick<Candidates, "decide">;
  /** What keeps somebody from adding at all. */
  obstacle: (person: Person, language: Language) => Message | null;
}) {
  async function kept(id: string, { workspace }: Person): Promise<KeptDraft | null> {
    const row = await store.drafts.find(workspace, id);
    return row?.draft ? KeptDraft.parse(JSON.parse(row.draft)) : null;
  }

  /** Saves a correction or removes the article, unless somebody changed it meanwhile. */
  async function correct(
    draft: KeptDraft & { corrects: number },
    { id, form, language }: FilledDraft,
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
    return say(language, [body(text), ...headlineItems([draft.article.id], articles(), language)]);
  }

  /** Decides on an article of a feed, unless somebody did before. */
  async function decide(
    draft: KeptDraft & { candidate: string },
    { id, form, language }: FilledDraft,
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
    return say(language, [
      body(text),
      ...headlineItems([decided.candidate.article.id], articles(), language),
    ]);
  }

  return {
    /** What is wrong with a form by field; null where nothing is, or the draft is gone. */
    faultsOf: async (
      { id, language, form }: FilledDraft,
      person: Person,
    ): Promise<AddFaults | null> => {
      const draft = await kept(id, person);
      return draft && faultsOf(form, draft, { language, vocabulary });
    },

    /** Publishes or rejects, once; whoever comes later is told. */
    submit: async (filled: FilledDraft, person: Person): Promise<Message> => {
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
          ...headlineItems([published.id], articles(), language),
        ]),
        buttons: openButtons(shown, language),
      };
    },
  };
}

function say(language: Language, paragraphs: Paragraph[]): Message {
  return { language, paragraphs };
}

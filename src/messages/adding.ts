/** Adding an article from an address: who may, what they are shown, and what comes of it. */
import type { Candidate, Candidates } from "../ingest/candidates.ts";
import type { Language } from "../model.ts";
import { stringsIn } from "../strings/strings.ts";
import type { CommandWish } from "./commands.ts";
import { createDraftForms, type DraftSources } from "./draft-forms.ts";
import { createDraftVerdicts } from "./draft-verdicts.ts";
import type { Person } from "./person.ts";
import { type Button, body, type Message } from "./text.ts";

/** Opens the draft of an address, which is the button's value. */
export const ADD_ACTION = "add-article";
/** Opens a published article in the same form; the button's value is its id. */
export const CORRECT_ACTION = "correct-article";

const DAY_MS = 24 * 60 * 60 * 1000;
const UNDECIDED_KEPT_MS = 7 * DAY_MS;

export type Adding = ReturnType<typeof createAdding>;

export function createAdding({
  candidates,
  adminUsers,
  defaultLanguage,
  ...sources
}: DraftSources & {
  candidates: Pick<Candidates, "decide">;
  /** Where nobody is named, everybody may add. */
  adminUsers: readonly string[];
  defaultLanguage: Language;
}) {
  const { store, now } = sources;
  const languageOf = (person: Person) => person.language ?? defaultLanguage;
  const mayAdd = ({ id, isWorkspaceAdmin }: Person) =>
    adminUsers.length === 0 || isWorkspaceAdmin || adminUsers.includes(id);

  /** What keeps somebody from adding at all; null where nothing does. */
  function obstacle(person: Person, language = languageOf(person)): Message | null {
    if (mayAdd(person)) return null;
    return { language, paragraphs: [body(stringsIn(language).ingest.notAllowed)] };
  }

  const forms = createDraftForms(sources);
  return {
    obstacle,

    /** Fetches and reads an address; what is not drafted is told. */
    open: (url: string, person: Person, language = languageOf(person)) =>
      forms.open(url, { person, language }),

    /** A published article as it stands; a file is corrected as a file. */
    openPublished: (id: string, person: Person, language = languageOf(person)) =>
      forms.openPublished(id, { person, language }),

    /** Shows an article of a feed in the form, for whoever may decide on it. */
    openCandidate: (candidate: Candidate, person: Person, language: Language) =>
      forms.openCandidate(candidate, { person, language }),

    ...createDraftVerdicts({ ...sources, candidates, obstacle }),

    /** Where a form cannot open by itself: a button that opens it. */
    invitation: async ({ text, person, reader: { language } }: CommandWish): Promise<Message> => {
      const { ingest } = stringsIn(language);
      const refusal = obstacle(person, language);
      if (refusal) return refusal;
      return {
        language,
        paragraphs: [body(ingest.invitation)],
        buttons: [addButton(text, language)],
      };
    },

    tidy: () => store.drafts.forgetUndecided(new Date(now().getTime() - UNDECIDED_KEPT_MS)),
  };
}

function addButton(url: string, language: Language): Button {
  const { openDraft } = stringsIn(language).ingest;
  return { action: ADD_ACTION, label: openDraft, value: url, style: "primary" };
}

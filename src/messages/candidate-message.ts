/** An article that waits for curators, as they see it, and what was decided of it. */
import type { Candidate } from "../ingest/candidates.ts";
import { conceptName, plainName } from "../knowledge/concept-name.ts";
import type { Vocabulary } from "../knowledge/vocabulary.ts";
import type { Article, Language } from "../model.ts";
import { stringsIn } from "../strings/strings.ts";
import { formatPublished } from "./format.ts";
import { headlineText, shownText } from "./own-words.ts";
import {
  type Button,
  body,
  bold,
  item,
  link,
  type Message,
  note,
  type Paragraph,
  type Span,
} from "./text.ts";

export const CANDIDATE_ACTIONS = {
  publish: "candidate-publish",
  edit: "candidate-edit",
  reject: "candidate-reject",
  mute: "candidate-mute",
} as const;
export type CandidateAction = keyof typeof CANDIDATE_ACTIONS;

const MAX_QUOTES = 5;
const MAX_ALSO_TOLD = 3;

export function candidateMessage(
  candidate: Candidate,
  {
    language,
    vocabulary,
    articles,
    mutedBy = null,
  }: {
    language: Language;
    vocabulary: Vocabulary;
    articles: readonly Article[];
    mutedBy?: string | null;
  },
): Message {
  const { candidate: words } = stringsIn(language).feeds;
  const { article, alsoTold } = candidate;
  const { facts, url, minerals, countries } = article;
  const names = (kind: string, ids: readonly string[]) =>
    ids.map((id) => plainName(vocabulary, `${kind}:${id}`, language)).join(", ");
  const why = candidate.reasons.map((key) => conceptName(vocabulary, key, language)).join(", ");
  const told = articles.filter(({ id }) => alsoTold.includes(id)).slice(0, MAX_ALSO_TOLD);
  const date = formatPublished(
    { published: article.published, dateBasis: article.date_basis },
    language,
  );
  const things = [
    ...(minerals.length > 0 ? [words.minerals(names("mineral", minerals))] : []),
    ...(countries.length > 0 ? [words.partners(names("country", countries))] : []),
  ];
  const isDecided = candidate.state !== "waiting";
  return {
    language,
    paragraphs: [
      body(bold(words.new(candidate.feed.title))),
      body(link(headlineText(article, language), url)),
      note(`${article.publisher} · ${date}`),
      ...facts
        .slice(0, MAX_QUOTES)
        .map((fact) => item(shownText(fact[article.excerpts ?? language], article, language))),
      ...(things.length > 0 ? [note(things.join(" · "))] : []),
      ...(why ? [note(words.why(why))] : []),
      ...(told.length > 0
        ? [
            note(words.alsoTold),
            ...told.map((each) => item(link(headlineText(each, language), each.url))),
          ]
        : []),
    ],
    closing: [
      ...decidedParagraphs(candidate, language),
      ...(mutedBy === null ? [] : [body(words.muted, personSpan(mutedBy))]),
    ],
    ...(!isDecided && { buttons: candidateButtons(candidate, language, mutedBy !== null) }),
  };
}

/** Who decided what, for somebody who came later. */
export function decidedBefore({ state, by }: Candidate, language: Language): Message {
  const { before } = stringsIn(language).feeds.candidate;
  const kind = decisionOf(state);
  const text = kind && by ? body(before[kind], personSpan(by)) : body(before.other);
  return { language, paragraphs: [text] };
}

function decidedParagraphs({ state, by }: Candidate, language: Language): Paragraph[] {
  const { decided } = stringsIn(language).feeds.candidate;
  const kind = decisionOf(state);
  return kind && by ? [body(bold(decided[kind]), personSpan(by))] : [];
}

function decisionOf(state: Candidate["state"]): "approved" | "rejected" | null {
  if (state === "rejected") return "rejected";
  return state === "approved" || state === "published" ? "approved" : null;
}

function candidateButtons({ id, feed }: Candidate, language: Language, isMuted: boolean): Button[] {
  const { candidate: words } = stringsIn(language).feeds;
  const { title, text, yes, no } = words.muting;
  const value = JSON.stringify({ id, language });
  const button = (action: CandidateAction): Button => ({
    action: CANDIDATE_ACTIONS[action],
    label: words[action],
    value,
  });
  return [
    { ...button("publish"), style: "primary" },
    button("edit"),
    button("reject"),
    ...(isMuted
      ? []
      : [{ ...button("mute"), confirm: { title, text: text(feed.title), yes, no } }]),
  ];
}

function personSpan(id: string): Span {
  return { text: id, user: id };
}

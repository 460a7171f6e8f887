/** Articles that hold sentences of the article itself, in one language. */
import { LANGUAGES, Language, type Translated } from "../model.ts";

/** A text that is the same for every reader. */
export function inEveryLanguage(text: string): Translated {
  return { en: text, fr: text, ru: text };
}

/**
 * A file whose `excerpts` names a language may hold its texts in that one alone; they are read as
 * if they stood there in every language. Anything else is left as it is.
 */
export function withExcerpts(value: unknown): unknown {
  const language = Language.safeParse(fieldOf(value, "excerpts"));
  return language.success ? completed(value, language.data) : value;
}

function completed(value: unknown, language: Language): unknown {
  if (Array.isArray(value)) return value.map((each) => completed(each, language));
  if (typeof value !== "object" || value === null) return value;
  const fields = Object.fromEntries(
    Object.entries(value).map(([name, field]) => [name, completed(field, language)]),
  );
  const text = fields[language];
  return typeof text === "string" ? { ...inEveryLanguage(text), ...fields } : fields;
}

/** The same article as a file holds it: each text once. */
export function withoutCopies(value: unknown, language: Language): unknown {
  if (Array.isArray(value)) return value.map((each) => withoutCopies(each, language));
  if (typeof value !== "object" || value === null) return value;
  const isCopy = (name: string, field: unknown) =>
    name !== language &&
    LANGUAGES.some((each) => each === name) &&
    field === fieldOf(value, language);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name, field]) => !isCopy(name, field))
      .map(([name, field]) => [name, withoutCopies(field, language)]),
  );
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

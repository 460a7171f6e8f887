import type { Language } from "../model.ts";

/** The forms that a language needs; `other` serves where a form is not given. */
export type Forms = { one: string; few?: string; many?: string; other: string };

const RULES: Record<Language, Intl.PluralRules> = {
  en: new Intl.PluralRules("en"),
  fr: new Intl.PluralRules("fr"),
  ru: new Intl.PluralRules("ru"),
};

/** `3 articles`, `1 статья`: the count in the language's digits, with the form that goes with it. */
export function counted(language: Language, count: number, forms: Forms): string {
  const category = RULES[language].select(count);
  const form =
    category === "one" || category === "few" || category === "many" ? forms[category] : undefined;
  return `${new Intl.NumberFormat(language).format(count)} ${form ?? forms.other}`;
}

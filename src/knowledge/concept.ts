/** The entries of the vocabulary, as its files have them. */
import { z } from "zod";

const CONCEPT_KINDS = [
  "mineral",
  "country",
  "organisation",
  "person",
  "place",
  "deal-word",
  "word",
  "question-word",
] as const;
export type ConceptKind = (typeof CONCEPT_KINDS)[number];

/**
 * A form that is also another word: it counts as the concept only where the words beside it allow.
 * Neighbours are single words in lower case, without accents.
 */
const FormGuard = z.strictObject({
  form: z.string().min(1),
  only_after: z.array(z.string()).optional(),
  not_after: z.array(z.string()).optional(),
  not_before: z.array(z.string()).optional(),
});
export type FormGuard = z.infer<typeof FormGuard>;

/** One entry of a vocabulary file: a canonical thing and the forms in which texts name it. */
export const Concept = z.strictObject({
  id: z.string().min(1),
  name: z.string().optional(),
  symbol: z.string().optional(),
  parent: z.string().optional(),
  roles: z.array(z.string()).optional(),
  note: z.string().optional(),
  /** What also answers a question about this one: ids of the same kind, keys (`kind:id`) of others. */
  accepts: z.array(z.string()).optional(),
  /** Codes of the countries that an organisation belongs to. */
  countries: z.array(z.string()).optional(),
  /** Whether anything of its kind answers a question about it. */
  umbrella: z.boolean().optional(),
  /** Forms that count only in exactly this case: US is a country, us is not. */
  cased: z.array(z.string()).optional(),
  /** Forms that count only as written, not inflected: works is a plant, work is not. */
  unstemmed: z.array(z.string()).optional(),
  guards: z.array(FormGuard).optional(),
  names: z.record(z.string(), z.array(z.string().min(1))),
});
export type Concept = z.infer<typeof Concept> & { kind: ConceptKind };

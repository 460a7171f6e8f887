/** What answering in a conversation needs of the base. */
import type { Article } from "../model.ts";
import type { FactFinder } from "./find-facts.ts";
import type { Profiles } from "./profiles.ts";
import type { Query } from "./question.ts";
import type { Unit } from "./units.ts";

export type FactBase = {
  articles: readonly Article[];
  profiles: Profiles;
  finder: FactFinder;
  /** Whether the base uses a unit's words at all. */
  isHeard: (unit: Unit, query: Query) => boolean;
};

/** What answering in a conversation needs of the base. */
import type { Article } from "../../model.ts";
import type { FactFinder } from "../find-facts.ts";
import type { Query } from "../question/question.ts";
import type { Unit } from "../question/units.ts";
import type { Profiles } from "./profiles.ts";

export type FactBase = {
  articles: readonly Article[];
  profiles: Profiles;
  finder: FactFinder;
  /** Whether the base uses a unit's words at all. */
  isHeard: (unit: Unit, query: Query) => boolean;
};

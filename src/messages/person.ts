/** Whoever writes or presses, as far as Slack tells. */
import { z } from "zod";
import type { Language } from "../model.ts";

/** By which of the product's surfaces somebody asks: what is said to a mention, all may read. */
export const AskedOn = z.enum(["slash", "mention", "direct"]);
export type AskedOn = z.infer<typeof AskedOn>;

export type Person = {
  id: string;
  workspace: string;
  /** An admin or owner of the workspace. */
  isWorkspaceAdmin: boolean;
  /** Null where Slack is set to another language, or does not say. */
  language: Language | null;
  timeZone: string | null;
};

/** Where somebody writes; who it is is only looked up when it matters. */
export type Asker = { surface: AskedOn; channel: string; person: () => Promise<Person> };

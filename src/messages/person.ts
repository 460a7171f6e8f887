/** Whoever writes or presses, as far as Slack tells. */
import type { Language } from "../model.ts";

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
export type Asker = { channel: string; person: () => Promise<Person> };

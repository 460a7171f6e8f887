/** Who somebody is in the workspace, as Slack tells it. */
import type { webApi } from "@slack/bolt";
import type { Log } from "../log.ts";
import type { Person } from "../messages/person.ts";
import { Language } from "../model.ts";

/** Looks somebody up; whoever Slack tells nothing about is nobody in particular. */
export type People = (user: { workspace: string; id: string }) => Promise<Person>;

export function createPeople(client: webApi.WebClient, log: Log): People {
  return async ({ workspace, id }) => {
    const unknown = { id, workspace, isWorkspaceAdmin: false, language: null, timeZone: null };
    try {
      const { user } = await client.users.info({ user: id, include_locale: true });
      if (!user) return unknown;
      return {
        ...unknown,
        isWorkspaceAdmin: Boolean(user.is_admin || user.is_owner || user.is_primary_owner),
        language: Language.safeParse(user.locale?.split("-")[0]).data ?? null,
        timeZone: user.tz ?? null,
      };
    } catch (err) {
      log.warn({ err }, "Slack does not say who somebody is");
      return unknown;
    }
  };
}

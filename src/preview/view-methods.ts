/** The methods that open and change modals and Home tabs. */
import { z } from "zod";
import { HomeView } from "./homes.ts";
import { ModalView } from "./views.ts";
import type { Arguments, Result } from "./web-api.ts";
import type { Workspace } from "./workspace.ts";

const Opening = z.object({ trigger_id: z.string(), view: ModalView });
const Update = z.object({ view_id: z.string(), view: ModalView, hash: z.string().optional() });

const Publish = z.object({ user_id: z.string(), view: HomeView, hash: z.string().optional() });

export function viewMethod(
  { views, homes, people }: Workspace,
  method: string,
  given: Arguments,
): Result | null {
  switch (method) {
    case "views.open":
    case "views.push": {
      const { trigger_id, view } = Opening.parse(given);
      return views.open(trigger_id, view, method === "views.push");
    }
    case "views.update": {
      const { view_id, view, hash } = Update.parse(given);
      return views.update(view_id, view, hash);
    }
    case "views.publish": {
      const { user_id, view, hash } = Publish.parse(given);
      if (!people.some(({ id }) => id === user_id)) return { ok: false, error: "user_not_found" };
      return homes.publish(user_id, view, hash);
    }
    default:
      return null;
  }
}

/** The Home tabs of the bot: what each person sees on theirs. */
import { randomUUID } from "node:crypto";
import type { types } from "@slack/bolt";
import { z } from "zod";
import { viewFault } from "./block-limits.ts";
import { invalidView, type ViewResult } from "./view-result.ts";

/** A Home whose blocks are those that Slack knows. */
export type HomeTab = Omit<types.HomeView, "blocks"> & { blocks: types.KnownBlock[] };

export type Home = { id: string; hash: string; view: HomeTab };

export const HomeView = z.custom<HomeTab>(
  (view) =>
    z.object({ type: z.literal("home"), blocks: z.array(z.unknown()) }).safeParse(view).success,
);

export function createHomes({ changed }: { changed: () => void }) {
  const homes = new Map<string, Home>();

  return {
    of: (user: string) => homes.get(user) ?? null,

    /** The answer to views.publish. */
    publish: (user: string, view: HomeTab, hash?: string): ViewResult => {
      const fault = viewFault(view);
      if (fault) return invalidView(fault);
      const old = homes.get(user);
      if (hash !== undefined && hash !== old?.hash) return { ok: false, error: "hash_conflict" };
      const home = { id: old?.id ?? `VH${user}`, hash: randomUUID(), view };
      homes.set(user, home);
      changed();
      return { ok: true, view: { id: home.id, hash: home.hash } };
    },
  };
}

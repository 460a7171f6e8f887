/** The edition that a person looks at: as it would go out now, or as it was around a day. */
import type { Language } from "../model.ts";
import type { Store } from "../store/store.ts";
import type { Edition } from "./edition.ts";
import { type EditionWindow, nextRun, type Schedule, windowAround, windowOf } from "./schedule.ts";
import { nextPost } from "./skipping.ts";
import type { Subscription } from "./subscription.ts";

/** `told` are articles told before, with the address of the edition that told them if known. */
export type EditionWish = {
  window: EditionWindow;
  language: Language;
  filter?: string;
  told?: ReadonlyMap<string, string | null>;
};

/** With when it is, when the next one goes out, and by which clocks. */
export type ShownEdition = {
  edition: Edition;
  times: { asOf: Date; next: Date | null; timeZone: string };
};

/** Without a subscription, the edition is that of the usual schedule. */
export function createShownEdition({
  edition,
  usual,
  store,
  now,
}: {
  edition: (wish: EditionWish) => Edition;
  usual: Schedule & { language: Language };
  store: Pick<Store, "digest">;
  now: () => Date;
}) {
  return async ({
    subscription,
    day,
    language,
  }: {
    subscription: Subscription | null;
    day: string | null;
    language: Language | null;
  }): Promise<ShownEdition> => {
    const schedule = subscription ?? usual;
    const asOf = now();
    const lastTo = subscription ? await store.digest.untoldFrom(subscription.id, asOf) : null;
    const untold = windowOf({ schedule, slot: asOf, lastTo });
    // On the day of an edition there is nothing new yet, and people look for that edition.
    const isUntold = !day && untold.from < untold.to;
    const latest = isUntold ? untold : windowOf({ schedule, slot: asOf, lastTo: null });
    const window = day ? windowAround(schedule, day) : latest;
    const told = subscription && isUntold ? await store.digest.told(subscription.id) : [];
    return {
      edition: edition({
        window,
        language: language ?? schedule.language,
        told: new Map(told.map(({ article }) => [article, null])),
        ...(subscription && { filter: subscription.filter }),
      }),
      times: {
        asOf,
        next: subscription ? nextPost(subscription, asOf) : nextRun(usual, asOf),
        timeZone: schedule.timeZone,
      },
    };
  };
}

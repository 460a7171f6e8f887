/** Publishes the Home tab of a person. */
import type { webApi } from "@slack/bolt";
import type { Product } from "../product/contract.ts";
import { drawHome } from "./home-view.ts";
import type { People } from "./people.ts";
import type { Surface } from "./surface.ts";

type User = { workspace: string; id: string };

export type PublishHome = (user: User) => Promise<void>;

export function createPublishHome({
  product,
  client,
  peopleAtOnce,
}: {
  product: Product;
  client: webApi.WebClient;
  peopleAtOnce: People;
}): PublishHome {
  return async (user) => {
    const view = drawHome(await product.home(await peopleAtOnce(user)));
    await client.views.publish({ user_id: user.id, view });
  };
}

/** Brings a Home up to date; whoever changed something has been told by other means. */
export async function refreshHome(
  { publishHome, log }: Pick<Surface, "publishHome" | "log">,
  user: User,
): Promise<void> {
  await publishHome(user).catch((err: unknown) =>
    log.warn({ err }, "a Home could not be brought up to date"),
  );
}

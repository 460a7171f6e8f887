/** Installations as a database holds them, whoever reads it. */
import { z } from "zod";

/** The rows of the query below. */
export const Installations = z.array(
  z
    .object({ team: z.string(), sealed_token: z.string() })
    .transform(({ team, sealed_token: sealedToken }) => ({ team, sealedToken })),
);
export type StoredInstallation = z.infer<typeof Installations>[number];

export const INSTALLATIONS =
  "select team, sealed_token from installation where sealed_token is not null order by team";

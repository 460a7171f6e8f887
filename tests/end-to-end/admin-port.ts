import { z } from "zod";
import { freePort } from "../../scripts/stand-in/program.ts";

const Readiness = z.object({ ready: z.boolean(), checks: z.record(z.string(), z.string()) });
type Readiness = z.infer<typeof Readiness> & { status: number };

/** A free admin port, and what can be asked there once a program has it. */
export async function adminPort() {
  const port = await freePort();
  const get = (path: string) => fetch(`http://127.0.0.1:${port}${path}`);
  const readiness = async (): Promise<Readiness> => {
    const response = await get("/readyz");
    return { status: response.status, ...Readiness.parse(await response.json()) };
  };
  const metrics = async () => (await get("/metrics")).text();
  return {
    env: { ADMIN_PORT: `${port}` },
    get,
    readiness,
    metrics,
    number: async (name: string) => {
      const found = new RegExp(`^${name} (\\S+)$`, "m").exec(await metrics());
      return Number(found?.[1]);
    },
    /** Asks until it is so; the test's own limit ends it. */
    until: async (holds: (state: Readiness) => boolean) => {
      while (!holds(await readiness()));
    },
  };
}

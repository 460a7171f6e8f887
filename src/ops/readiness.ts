/** Whether the program can do its work, and if not, why. */

const CHECKS = ["database", "index", "planner", "slack"] as const;
type CheckName = (typeof CHECKS)[number];

/** A reason in a few words, or null where all is well; one that throws is a reason too. */
export type Check = () => Promise<string | null> | string | null;

type Readiness = { ready: boolean; checks: Record<CheckName, string> };

export type ReadinessBoard = {
  /** From now on these checks count; until then the program is starting. */
  watch: (checks: Record<CheckName, Check>) => void;
  look: () => Promise<Readiness>;
};

/** A monitor gives up after some seconds. */
const PATIENCE_MS = 2_000;
const WELL = "ok";

export function createReadiness({ patienceMs = PATIENCE_MS } = {}): ReadinessBoard {
  let checks: Record<CheckName, Check> | null = null;

  async function resultOf(check: Check | undefined): Promise<string> {
    if (!check) return "starting";
    const { promise: late, resolve } = Promise.withResolvers<string>();
    const timer = setTimeout(() => resolve(`no answer within ${patienceMs} ms`), patienceMs);
    const looked = Promise.try(check).then(
      (reason) => reason ?? WELL,
      (cause: unknown) => (cause instanceof Error ? cause.message : String(cause)),
    );
    return Promise.race([looked, late]).finally(() => clearTimeout(timer));
  }

  return {
    watch: (given) => {
      checks = given;
    },
    look: async () => {
      const [database = "", index = "", planner = "", slack = ""] = await Promise.all(
        CHECKS.map((name) => resultOf(checks?.[name])),
      );
      const results = { database, index, planner, slack };
      return { ready: Object.values(results).every((result) => result === WELL), checks: results };
    },
  };
}

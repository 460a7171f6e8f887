/** An address with a password, and what anybody reads of it. */
import { expect, test } from "vitest";
import { openDatabase } from "../../src/store/open-database.ts";
import { StoreError } from "../../src/store/store-error.ts";

/** Nobody listens there. */
const NOBODY = "127.0.0.1:1";

test.each([
  [`postgres://bot:secret-1@${NOBODY}/news`, /at 127\.0\.0\.1:1, database news \(.*ECONNREFUSED/],
  [`postgresql://bot:secret-1@${NOBODY}`, /at 127\.0\.0\.1:1, database named after its user \(/],
  ["postgres:///news?host=/nowhere&user=bot&password=secret-1", /at \/nowhere, database news \(/],
])(
  "a server that cannot be reached for too long is named without its password",
  async (url, name) => {
    const refusal = await openDatabase(url, { patienceMs: 0 }).catch((cause: unknown) => cause);
    expect(refusal).toBeInstanceOf(StoreError);
    expect(String(refusal)).toMatch(name);
    expect(String(refusal)).toMatch(
      /: check that it runs and lets this program in, and DATABASE_URL\.$/,
    );
    expect(JSON.stringify(refusal, Object.getOwnPropertyNames(refusal))).not.toContain("secret-1");
  },
);

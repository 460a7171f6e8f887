/** The registry of installations on a real database. */
import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { createLog } from "../../src/log.ts";
import { createRegistry, type Grant, RegistryError } from "../../src/workspaces/registry.ts";
import { createTokenVault } from "../../src/workspaces/token-vault.ts";
import { openTestStore, temporaryDatabase } from "../temporary.ts";

const [OLD, NEW] = [randomBytes(32), randomBytes(32)];
const HOUR_MS = 60 * 60_000;

function grant(team: string, token: string): Grant {
  const names = { name: `Team ${team}`, enterprise: null, botUser: "U0KZBOT" };
  return { team, token, ...names, scopes: ["commands", "chat:write"], installedBy: "U0ALICE" };
}

async function openRegistry(url: string, keys = [OLD]) {
  const store = await openTestStore(url);
  const clock = { now: new Date("2026-06-08T04:00:00.000Z") };
  const registry = createRegistry({
    rows: store.installations,
    vault: createTokenVault(keys),
    now: () => clock.now,
    log: createLog("silent"),
  });
  return { registry, clock, store };
}

test("of a workspace that installs again the last token counts", async () => {
  const { registry, clock } = await openRegistry(await temporaryDatabase());
  await registry.add(grant("T1", "xoxb-1-first"));
  const [first] = await registry.active();
  clock.now = new Date(clock.now.getTime() + HOUR_MS);
  await registry.add(grant("T1", "xoxb-1-second"));
  expect(await registry.find("T1")).toMatchObject({
    token: "xoxb-1-second",
    installedBy: "U0ALICE",
  });
  // An uninstallation of before, which is heard late.
  expect(first && (await registry.remove(first))).toBe(false);
  expect(await registry.active()).toHaveLength(1);
});

test("a removed installation has no token any more, and is forgotten after a while", async () => {
  const { registry, clock, store } = await openRegistry(await temporaryDatabase());
  await registry.add(grant("T1", "xoxb-1-first"));
  const installed = await registry.find("T1");
  expect(installed && (await registry.remove(installed))).toBe(true);
  expect(await registry.find("T1")).toBeNull();
  expect(await store.installations.find("T1")).toMatchObject({ sealed_token: null });
  expect(await registry.removedFor(HOUR_MS)).toEqual([]);
  clock.now = new Date(clock.now.getTime() + 2 * HOUR_MS);
  const [removed] = await registry.removedFor(HOUR_MS);
  await registry.add(grant("T1", "xoxb-1-second"));
  if (removed) await registry.forget(removed);
  expect(await registry.find("T1")).not.toBeNull();
});

test("the first key encrypts at the start what another one did; without that one it is said what to do", async () => {
  const url = await temporaryDatabase();
  const { registry } = await openRegistry(url);
  await registry.add(grant("T1", "xoxb-1-first"));
  await registry.add(grant("T2", "xoxb-2-first"));

  const locked = await openRegistry(url, [NEW]);
  await expect(locked.registry.rekey()).rejects.toThrow(RegistryError);
  await expect(locked.registry.rekey()).rejects.toThrow(
    "2 of 2 tokens of workspaces were encrypted by a key that TOKEN_ENCRYPTION_KEYS does not hold: put the earlier key behind the new one, separated by a comma.",
  );
  expect(await locked.registry.active()).toEqual([]);

  const both = await openRegistry(url, [NEW, OLD]);
  expect(await both.registry.rekey()).toBe(2);
  expect(await both.registry.rekey()).toBe(0);
  const tokens = (await (await openRegistry(url, [NEW])).registry.active()).map(
    ({ token }) => token,
  );
  expect(tokens).toEqual(["xoxb-1-first", "xoxb-2-first"]);
});

test("no token stands in the file of the database", async () => {
  const url = await temporaryDatabase("sqlite");
  const { registry } = await openRegistry(url);
  await registry.add(grant("T1", "xoxb-1-first"));
  const file = url.replace("sqlite:", "");
  for (const path of [file, `${file}-wal`])
    expect((await readFile(path)).includes("xoxb-1-first")).toBe(false);
});

test("a state is used once, by whichever process", async () => {
  const url = await temporaryDatabase();
  const [here, there] = [await openRegistry(url), await openRegistry(url)];
  const used = await Promise.all(
    [here, there, here].map(({ registry }) => registry.useState("one")),
  );
  expect(used.filter((isFirst) => isFirst)).toHaveLength(1);
  expect(await there.registry.useState("another")).toBe(true);
});

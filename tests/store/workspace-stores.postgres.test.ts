/** A database for each workspace, on both kinds. */
import { expect, test } from "vitest";
import { createLog } from "../../src/log.ts";
import { backUp } from "../../src/store/backup.ts";
import { BackupError } from "../../src/store/backup-format.ts";
import { backUpAll, restoreAll } from "../../src/store/backup-workspaces.ts";
import { workspaceUrl } from "../../src/store/database-url.ts";
import { restore } from "../../src/store/restore.ts";
import { openWorkspaceStores } from "../../src/store/workspace-stores.ts";
import { openTestStore, temporaryDatabase, temporaryFolder } from "../temporary.ts";

const AT = new Date("2026-06-08T04:00:00.000Z");
const event = (id: string) => ({
  id,
  workspace: "T1",
  body: "{}",
  receivedAt: AT,
  leasedUntil: AT,
});
const article = (id: string) => ({
  id,
  url: `https://site.example/${id}`,
  fingerprint: "[]",
  paragraphs: null,
  article: "{}",
});
const KINDS = ["sqlite", "postgres"] as const;

test.each(KINDS)(
  "what is in the %s of one is not in another's, nor in the main one",
  async (kind) => {
    const url = await temporaryDatabase(kind);
    const main = await openTestStore(url);
    const stores = await openWorkspaceStores(url, createLog("silent"));
    const [one, two, again] = [
      await stores.open("T1"),
      await stores.open("T2"),
      await stores.open("T1"),
    ];
    expect(await one.inbox.admit(event("E1"))).toBe(true);
    expect(await two.inbox.admit(event("E1"))).toBe(true);
    expect(await main.inbox.admit(event("E1"))).toBe(true);
    expect(await again.inbox.admit(event("E1"))).toBe(false);
    await one.ingested.publish(article("news"), { changedBy: "U1", now: AT });
    expect(await again.ingested.changedAfter(0)).toHaveLength(1);
    expect(await two.ingested.changedAfter(0)).toEqual([]);
    expect(await main.ingested.changedAfter(0)).toEqual([]);

    for (const store of [one, again]) await store.close();
    await stores.remove("T1");
    const anew = await stores.open("T1");
    expect(await anew.ingested.changedAfter(0)).toEqual([]);
    expect(await two.inbox.admit(event("E1"))).toBe(false);
    for (const store of [anew, two]) await store.close();
    await stores.close();
  },
);

test("all queries name the schema that they mean", async () => {
  const url = await temporaryDatabase("postgres");
  const stores = await openWorkspaceStores(url, createLog("silent"));
  const store = await stores.open("T1");
  // The main database has no tables at all, so what looked there would fail.
  await store.clock.sync();
  await store.health.look();
  await store.health.counts();
  await store.health.deliveries(AT);
  await store.outbox.counts(AT);
  await store.outbox.forgetBefore(AT);
  await store.pace.take({ name: "posts", everyMs: 100, now: AT, withinMs: 1_000 });
  await store.pace.take({ name: "posts", everyMs: 100, now: AT, withinMs: 1_000 });
  await store.close();
  await stores.close();
});

test.each(KINDS)("a workspace's %s is backed up and restored by its address", async (kind) => {
  const url = await temporaryDatabase(kind);
  const stores = await openWorkspaceStores(url, createLog("silent"));
  const store = await stores.open("T1");
  await store.ingested.publish(article("news"), { changedBy: "U1", now: AT });
  await store.close();
  const file = `${await temporaryFolder()}/backup`;
  expect(await backUp(workspaceUrl(url, "T1"), file)).toMatchObject({ ingested: 1 });
  expect(await restore(workspaceUrl(url, "T2"), file)).toMatchObject({ ingested: 1 });
  const copy = await stores.open("T2");
  expect(await copy.ingested.changedAfter(0)).toHaveLength(1);
  await copy.close();
  await stores.close();
});

test.each([
  ["sqlite", "postgres"],
  ["postgres", "sqlite"],
] as const)("all workspaces are backed up together, from %s to %s", async (from, to) => {
  const url = await temporaryDatabase(from);
  const main = await openTestStore(url);
  const stores = await openWorkspaceStores(url, createLog("silent"));
  const row = { name: "Test", enterprise: null, bot_user: "U0", scopes: "", installed_by: "U1" };
  for (const team of ["T1", "T2", "T3"])
    await main.installations.put({ ...row, team, sealed_token: "sealed", installed_at: "2026" });
  for (const team of ["T1", "T2"]) {
    const store = await stores.open(team);
    await store.ingested.publish(article(team), { changedBy: "U1", now: AT });
    await store.close();
  }
  const folder = `${await temporaryFolder()}/backups`;
  expect(await backUpAll(url, folder)).toMatchObject({
    main: { installation: 3 },
    T1: { ingested: 1 },
    T2: { ingested: 1 },
  });
  const target = await temporaryDatabase(to);
  expect(Object.keys(await restoreAll(target, folder))).toEqual(["T1", "T2", "main"]);
  const copies = await openWorkspaceStores(target, createLog("silent"));
  const copy = await copies.open("T2");
  expect(await copy.ingested.changedAfter(0)).toMatchObject([{ id: "T2" }]);
  expect(await (await openTestStore(target)).installations.active()).toHaveLength(3);
  await expect(restoreAll(target, folder)).rejects.toThrow(/is not empty/);
  await expect(restoreAll(target, `${folder}/none`)).rejects.toThrow(BackupError);
  await copy.close();
  for (const opened of [stores, copies]) await opened.close();
});

test("an id that is no part of a file's name is refused", () => {
  for (const id of ["", "../T1", "T1/x", 'T"1', "T".repeat(60)])
    for (const url of ["sqlite:data/kz.db", "postgres://me:secret@db/kz"])
      expect(() => workspaceUrl(url, id)).toThrow(RangeError);
  expect(workspaceUrl("sqlite:data.d/kz.db", "T1")).toBe("sqlite:data.d/kz-T1.db");
  expect(workspaceUrl("sqlite:data.d/kz", "T1")).toBe("sqlite:data.d/kz-T1");
  expect(workspaceUrl("postgres://me:secret@db/kz?sslmode=require", "T1")).toBe(
    "postgres://me:secret@db/kz?sslmode=require&workspace=T1",
  );
});

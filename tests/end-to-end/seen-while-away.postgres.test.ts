/** What operators see while PostgreSQL is away. */
import { expect } from "vitest";
import { startPostgres } from "../../scripts/postgres/start-postgres.ts";
import { adminPort } from "./admin-port.ts";
import { test } from "./scene.ts";

test("while the database is away the program lives, says why it is not ready, and comes back", async ({
  openScene,
}) => {
  const server = await startPostgres();
  const { start } = await openScene("http");
  const admin = await adminPort();
  await start({ ...admin.env, DATABASE_URL: server.url });
  await admin.until(({ status }) => status === 200);
  expect(await admin.metrics()).toContain('kzminerals_outbox_messages{state="sent"} 0\n');

  await server.stop();
  await admin.until(({ status }) => status === 503);
  const { database, index, slack } = (await admin.readiness()).checks;
  expect({ index, slack }).toEqual({ index: "ok", slack: "ok" });
  expect(database).not.toContain(new URL(server.url).password);
  expect((await admin.get("/healthz")).status).toBe(200);
  const away = await admin.metrics();
  expect(away).toContain("kzminerals_database_up 0\n");
  expect(away).not.toMatch(/^kzminerals_(outbox|inbox|deliveries)\w* [0-9]/m);

  await server.start();
  await admin.until(({ status }) => status === 200);
  expect(await admin.number("kzminerals_database_up")).toBe(1);
  await server.close();
});

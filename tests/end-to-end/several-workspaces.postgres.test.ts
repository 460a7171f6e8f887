/** Several workspaces and two replicas on one PostgreSQL: what one replica hears of, the other serves. */
import { expect } from "vitest";
import { startPostgres } from "../../scripts/postgres/start-postgres.ts";
import { command, event, inTeam, overHttp, PERSON } from "../../scripts/stand-in/deliveries.ts";
import { OAUTH_ENVIRONMENT } from "../../scripts/stand-in/environment.ts";
import { freePort } from "../../scripts/stand-in/program.ts";
import { adminPort } from "./admin-port.ts";
import { installInto } from "./browser.ts";
import { type Scene, test } from "./scene.ts";

const QUESTION = "How many French companies are active in Kazakhstan?";

test("a workspace is installed by one replica and served by both, until it is uninstalled", {
  timeout: 150_000,
}, async ({ openScene }) => {
  const server = await startPostgres();
  const scene = await openScene("http");
  const { slack } = scene;
  const environment = { ...OAUTH_ENVIRONMENT, DATABASE_URL: server.url };
  const [here, there] = [scene.port, await freePort()];
  const [hereAdmin, thereAdmin] = [await adminPort(), await adminPort()];
  await scene.start({ ...environment, ...hereAdmin.env });
  const second = await scene.start({ ...environment, ...thereAdmin.env, PORT: `${there}` });
  await installInto(here, slack, { team: "T0ONE", token: "xoxb-of-one-1111", person: PERSON });
  await installInto(there, slack, { team: "T0TWO", token: "xoxb-of-two-2222", person: PERSON });
  for (const port of [there, here])
    for (const team of ["T0ONE", "T0TWO"])
      expect(await ask(scene, { port, team }, QUESTION)).toMatch(/170/);
  await ask(scene, { port: here, team: "T0ONE" }, "follow lithium");
  expect(await ask(scene, { port: there, team: "T0ONE" }, "following")).toMatch(/lithium/i);
  expect(await ask(scene, { port: there, team: "T0TWO" }, "following")).not.toMatch(/lithium/i);
  for (const admin of [hereAdmin, thereAdmin]) {
    await admin.until(({ status }) => status === 200);
    expect(await admin.number("kzminerals_workspaces")).toBe(2);
  }

  await overHttp(here)(inTeam("T0ONE", event({ type: "app_uninstalled" })));
  await second.wrote("a workspace is not served any more");
  expect(await thereAdmin.number("kzminerals_workspaces")).toBe(1);
  expect(await ask(scene, { port: there, team: "T0TWO" }, QUESTION)).toMatch(/170/);
  expect(await second.end("SIGTERM")).toEqual({ code: 0, signal: null });
  await server.close();
});

async function ask(
  { slack }: Scene,
  { port, team }: { port: number; team: string },
  text: string,
): Promise<string> {
  const url = slack.newResponseUrl();
  await overHttp(port)(inTeam(team, command(text, url)));
  return String((await slack.until("the reply", () => slack.responsesTo(url)[0])).text);
}

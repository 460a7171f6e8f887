/** The real program on a PostgreSQL that goes away: people get answers, and once each. */
import { afterAll, beforeAll, expect } from "vitest";
import { z } from "zod";
import { type PostgresServer, startPostgres } from "../../scripts/postgres/start-postgres.ts";
import {
  BOT,
  CHANNEL,
  command,
  eventOf,
  PERSON,
  press,
  submit,
} from "../../scripts/stand-in/deliveries.ts";
import { throughBlackHole } from "../store/black-hole.ts";
import { temporaryDatabase } from "../temporary.ts";
import { type Scene, test } from "./scene.ts";

const QUESTION = "How many French companies are active in Kazakhstan?";
const AWAY = "the database cannot be reached";
const BACK = "the database is reachable again";

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.close());

test("while PostgreSQL is away questions are answered once, and sharing asks for patience", async ({
  openScene,
}) => {
  const scene = await openScene("http");
  const { slack, deliver } = scene;
  const program = await scene.start({ DATABASE_URL: server.url });
  const mention = (text: string) =>
    eventOf(
      "app_mention",
      slack.write({ channel: CHANNEL, user: PERSON, text: `<@${BOT}> ${text}` }),
    );
  const before = mention(QUESTION);
  await deliver(before);
  await slack.until("the first answer", () => slack.posts().length === 1);

  await server.stop();
  const meanwhile = mention("Combien d'entreprises françaises au Kazakhstan ?");
  for (const each of [before, meanwhile, meanwhile]) await deliver(each);
  await slack.until("the second answer", () => slack.posts().length === 2);
  const answer = await ask(scene, QUESTION);
  expect(answer.text).toMatch(/170 French companies/);
  const share = (shownIn: string) => pressShare(scene, answer.blocks, shownIn);
  expect(await share("1.1")).toMatch(/database cannot be reached.*try again/i);
  await program.wrote(AWAY);

  await server.start();
  await program.wrote(BACK);
  for (const each of [before, meanwhile]) await deliver({ ...each, retry: 1 });
  expect(await share("1.1")).toBe("Shared to the channel.");
  await slack.until("the share", () => slack.posts().length === 3);
  expect(await program.end("SIGTERM")).toEqual({ code: 0, signal: null });

  const next = await scene.start({ DATABASE_URL: server.url });
  await deliver({ ...before, retry: 2 });
  await next.end("SIGTERM");
  expect(slack.posts()).toHaveLength(3);
  expect(program.output()).not.toContain(new URL(server.url).password);
});

test("while PostgreSQL is away the usual edition is shown, and what cannot be saved is told", async ({
  openScene,
}) => {
  const scene = await openScene("http");
  const { slack, deliver } = scene;
  await scene.start({ DATABASE_URL: server.url });
  await deliver(command("subscribe", slack.newResponseUrl()));
  const form = await slack.until("the form", () => slack.modal());

  await server.stop();
  expect((await ask(scene, "digest")).text).toMatch(
    /critical minerals · [\s\S]*base de données est injoignable/,
  );
  await deliver(submit(form, {}));
  await slack.until("the answer", () => /base de données/.test(JSON.stringify(slack.modal())));
  const responseUrl = slack.newResponseUrl();
  const button = { type: "button", action_id: "digest-stop", value: "any" };
  await deliver(press(button, { shownIn: "1.1", responseUrl }));
  const told = await slack.until("the notice", () => slack.responsesTo(responseUrl)[0]);
  expect(told.text).toMatch(/base de données est injoignable/);
  await server.start();
});

test("behind a network that swallows everything, questions are heard and answered", async ({
  openScene,
}) => {
  const scene = await openScene("http");
  const way = await throughBlackHole(await temporaryDatabase());
  const program = await scene.start({ DATABASE_URL: way.url });
  way.setSwallowing(true);
  expect((await ask(scene, QUESTION)).text).toMatch(/170 French companies/);
  await program.wrote(AWAY);
  expect((await ask(scene, QUESTION)).text).toMatch(/170 French companies/);
  way.setSwallowing(false);
  await program.wrote(BACK);
  expect((await ask(scene, QUESTION)).text).toMatch(/170 French companies/);
});

test("a program that starts before its database waits for it", async ({ openScene }) => {
  const { run } = await openScene("http");
  await server.stop();
  const program = run({ DATABASE_URL: server.url });
  await program.wrote("waiting for the database");
  await server.start();
  await program.wrote("serving Slack");
});

test("a password that PostgreSQL does not accept ends the start with a sentence without it", async ({
  openScene,
}) => {
  const { run } = await openScene("http");
  const url = new URL(server.url);
  url.password = "not-the-password";
  const program = run({ DATABASE_URL: url.href });
  expect(await program.ended).toEqual({ code: 1, signal: null });
  expect(program.output()).toMatch(
    /^Cannot use the database PostgreSQL at 127\.0\.0\.1:\d+, database postgres \(password authentication failed.*\): check /m,
  );
  expect(program.output()).not.toContain("not-the-password");
});

async function ask({ slack, deliver }: Scene, text: string) {
  const url = slack.newResponseUrl();
  await deliver(command(text, url));
  return slack.until("the reply", () => slack.responsesTo(url)[0]);
}

const Blocks = z.array(
  z.looseObject({ elements: z.array(z.looseObject({ type: z.string() })).optional() }),
);

/** Presses the button of an answer; returns what its asker is told. */
async function pressShare(
  { slack, deliver }: Scene,
  blocks: unknown,
  shownIn: string,
): Promise<unknown> {
  const elements = Blocks.parse(blocks).flatMap((block) => block.elements ?? []);
  const button = z.looseObject({}).parse(elements.find(({ type }) => type === "button"));
  const responseUrl = slack.newResponseUrl();
  await deliver(press(button, { shownIn, responseUrl }));
  return (await slack.until("the notice", () => slack.responsesTo(responseUrl)[0])).text;
}

/** HTTP mode: who may speak to the program, and what it survives. */
import { once } from "node:events";
import { connect } from "node:net";
import { expect } from "vitest";
import { z } from "zod";
import { command, post, requestOf } from "../../scripts/stand-in/deliveries.ts";
import { test } from "./scene.ts";

test.concurrent("only requests that Slack signed just now are heard", async ({ openScene }) => {
  const { slack, port, start } = await openScene("http");
  const program = await start();
  const request = requestOf(command("help", slack.newResponseUrl()));
  const wrong = await post(port, request, { secret: "another-secret" });
  const old = await post(port, request, { at: Date.now() - 6 * 60 * 1000 });
  const future = await post(port, request, { at: Date.now() + 6 * 60 * 1000 });
  expect([wrong.status, old.status, future.status]).toEqual([401, 401, 401]);

  const check = JSON.stringify({ type: "url_verification", challenge: "a-challenge" });
  const answered = await post(port, { body: check });
  expect(z.unknown().parse(await answered.json())).toEqual({ challenge: "a-challenge" });
  await program.end("SIGTERM");
  expect(slack.callsOf("response")).toEqual([]);
});

test.concurrent("signed bodies of any shape leave the program serving", async ({ openScene }) => {
  const { slack, port, deliver, start } = await openScene("http");
  await start();
  const forms = { "content-type": "application/x-www-form-urlencoded" };
  const strange = [
    ...["null", "[]", "{}", "7", '"text"', "{", "", '{"type":"event_callback"}'],
    '{"type":"event_callback","event":null}',
    '{"type":"event_callback","team_id":"T0KZ","event":{"type":"app_mention"}}',
    '{"type":"event_callback","team_id":"T0KZ","event":{"type":"message","channel_type":"im"}}',
    '{"command":"/kzminerals"}',
    '{"type":"block_actions","actions":[]}',
  ];
  const asForm = (body: string) => new URLSearchParams({ payload: body }).toString();
  await Promise.all([
    ...strange.map((body) => post(port, { body })),
    ...strange.map((body) => post(port, { body: asForm(body), headers: forms })),
  ]);
  const url = slack.newResponseUrl();
  await deliver(command("help", url));
  await slack.until("the reply", () => slack.responsesTo(url)[0]);
});

test.concurrent("callers who are slow or endless are let go, and Slack is heard meanwhile", async ({
  openScene,
}) => {
  const { slack, port, deliver, start } = await openScene("http");
  const program = await start();
  const large = await post(port, { body: JSON.stringify({ text: "a".repeat(2_000_000) }) });
  expect(large.status).toBe(413);
  const head = "POST /slack/events HTTP/1.1\r\nhost: a\r\n";
  const slow = ["", "POST /sla", head, `${head}content-length: 1000\r\n\r\n{`].map((said) => {
    const socket = connect(port, "127.0.0.1").on("error", () => {});
    socket.write(said);
    return once(socket.resume(), "close");
  });
  const url = slack.newResponseUrl();
  await deliver(command("help", url));
  await slack.until("the reply", () => slack.responsesTo(url)[0]);
  await Promise.all(slow);
  expect(await program.end("SIGTERM")).toEqual({ code: 0, signal: null });
});

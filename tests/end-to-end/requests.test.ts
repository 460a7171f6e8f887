/** HTTP mode: who may speak to the program, and what it survives. */
import { expect } from "vitest";
import { z } from "zod";
import { command, post, requestOf } from "./deliveries.ts";
import { test } from "./scene.ts";

test.concurrent("only requests that Slack signed just now are heard", async ({ openScene }) => {
  const { slack, port, start } = await openScene("http");
  const program = await start();
  const request = requestOf(command("help", slack.newResponseUrl()));
  const wrong = await post(port, request, { secret: "another-secret" });
  const old = await post(port, request, { at: Date.now() - 6 * 60 * 1000 });
  expect([wrong.status, old.status]).toEqual([401, 401]);

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

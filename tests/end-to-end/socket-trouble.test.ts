/** Socket Mode in trouble: the program comes back by itself, or ends with a sentence. */
import { expect } from "vitest";
import { command } from "../../scripts/stand-in/deliveries.ts";
import type { Trouble } from "../../scripts/stand-in/slack-stand-in.ts";
import { test } from "./scene.ts";

test.concurrent.for<Trouble>([
  { kind: "status", status: 503 },
  { kind: "error", error: "too_many_websockets" },
  { kind: "reset" },
])("a new connection that fails with %o is made in the end", async (trouble, { openScene }) => {
  const { slack, deliver, start } = await openScene("socket");
  const program = await start();
  slack.trouble("apps.connections.open", trouble);
  slack.requestRefresh();
  const opened = () => slack.callsOf("apps.connections.open").length;
  await slack.until("another attempt", () => opened() >= 3);
  const url = slack.newResponseUrl();
  await deliver(command("help", url));
  await slack.until("the reply", () => slack.responsesTo(url)[0]);
  expect(await program.end("SIGTERM")).toEqual({ code: 0, signal: null });
});

test.concurrent("a token that is revoked ends the program with a sentence", async ({
  openScene,
}) => {
  const { slack, start } = await openScene("socket");
  const program = await start();
  slack.trouble("apps.connections.open", { kind: "error", error: "invalid_auth" });
  slack.requestRefresh();
  expect(await program.ended).toEqual({ code: 1, signal: null });
  expect(program.output()).toMatch(/^Slack does not accept SLACK_APP_TOKEN \(invalid_auth\): /m);
});

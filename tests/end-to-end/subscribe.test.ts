/** A channel subscribes and sends, through the real program, in both ways of connecting. */
import { describe, expect } from "vitest";
import { CHANNEL, command, press, submit, suggest } from "../../scripts/stand-in/deliveries.ts";
import { MODES } from "../../scripts/stand-in/environment.ts";
import { type Scene, test } from "./scene.ts";

/** Leap days: far away, and every dated article became news since the last one's. */
const ENTERED = {
  cron: { type: "plain_text_input", value: "0 9 29 2 *" },
  language: { type: "static_select", selected_option: { value: "en" } },
  postsEmpty: { type: "checkboxes", selected_options: [] },
};

describe.concurrent.for(MODES)("over %s", (mode) => {
  test("a form is opened, searched in, refused, saved and answered, and its digest outlives the program", async ({
    openScene,
  }) => {
    const scene = await openScene(mode);
    const { slack, deliver, start, onDatabase } = scene;
    const first = await start();
    const modal = await openForm(scene);
    expect(JSON.stringify(modal)).toMatch(/S'abonner/);
    const zones = await deliver(
      suggest(modal, { block: "timeZone", action: "time-zone", text: "алматы" }),
    );
    expect(zones).toMatchObject({ options: [{ value: "Asia/Almaty" }] });
    const refused = await deliver(
      submit(modal, { ...ENTERED, cron: { type: "plain_text_input", value: "* * * * *" } }),
    );
    expect(refused).toEqual({
      response_action: "errors",
      errors: { cron: expect.stringContaining("plus d'une fois par jour") },
    });
    expect(await deliver(submit(modal, ENTERED))).toMatchObject({ response_action: "update" });
    await slack.until("the answer", () => /Enregistré/.test(JSON.stringify(slack.modal())));
    expect(JSON.stringify(slack.modal())).toMatch(/Selon « 0 9 29 2 \* », Europe\/Paris/);
    expect(slack.callsOf("conversations.join")).toHaveLength(1);
    await first.end("SIGTERM");

    const due = new Date(Date.now() - 60 * 60 * 1000).toISOString();
    onDatabase(`update subscription set next_at = '${due}'`);
    const second = await start();
    const lead = await slack.until("the edition", () => slack.posts()[0]);
    expect(lead).toMatchObject({ channel: CHANNEL });
    await second.end("SIGTERM");
  });
});

test.concurrent("a form that a crash left unsaved is saved once by the next start", async ({
  openScene,
}) => {
  const scene = await openScene("http");
  const { slack, deliver, start, onDatabase } = scene;
  const crashing = await start();
  const modal = await openForm(scene);
  const { promise, resolve } = Promise.withResolvers<void>();
  slack.trouble("conversations.join", { kind: "hold", until: promise });
  await deliver(submit(modal, ENTERED));
  await slack.until("the attempt", () => slack.callsOf("conversations.join")[0]);
  await crashing.end("SIGKILL");
  resolve();
  expect(onDatabase("select id from subscription")).toEqual([]);

  const next = await start();
  await slack.until("the answer", () => /Enregistré/.test(JSON.stringify(slack.modal())));
  await next.end("SIGTERM");
  expect(onDatabase("select id from subscription")).toHaveLength(1);
});

test.concurrent("an edition whose Send now met a crash is posted once", async ({ openScene }) => {
  const scene = await openScene("http");
  const { slack, deliver, start, onDatabase } = scene;
  const crashing = await start();
  await deliver(submit(await openForm(scene), ENTERED));
  await slack.until("the answer", () => /Enregistré/.test(JSON.stringify(slack.modal())));
  const [row] = onDatabase("select id from subscription");

  slack.trouble("chat.postMessage", { kind: "lost response" });
  const responseUrl = slack.newResponseUrl();
  const button = { type: "button", action_id: "digest-send", value: String(row?.id) };
  await deliver(press(button, { shownIn: "1.000001", responseUrl }));
  await slack.until("the edition", () => slack.posts()[0]);
  await crashing.end("SIGKILL");

  // The lease of the lost attempt keeps everyone away for a minute.
  onDatabase("update outbox set leased_until = '2026-01-01T00:00:00.000Z'");
  const next = await start();
  await slack.until("its thread", () => slack.posts().length > 1);
  await next.end("SIGTERM");
  const leads = slack.posts().filter((post) => post.thread_ts === undefined);
  expect(leads).toHaveLength(1);
});

async function openForm({ slack, deliver }: Scene) {
  await deliver(command("subscribe", slack.newResponseUrl()));
  return slack.until("the form", () => slack.modal());
}

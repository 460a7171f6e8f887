/** A person subscribes a channel and handles its digest, in a browser. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hasBrowser } from "./open-browser.ts";
import { openPreviewPage, type PreviewPage } from "./open-preview-page.ts";

describe.runIf(hasBrowser)("digests in the preview", () => {
  let opened: PreviewPage;
  let page: Page;
  let write: PreviewPage["write"];

  beforeAll(async () => {
    opened = await openPreviewPage();
    ({ page, write } = opened);
  });
  afterAll(() => opened.close());

  const modal = () => page.getByRole("dialog");
  const newest = () => page.locator("main .message").first();
  /** The newest that only the person sees; what is pressed in it is answered in its place. */
  const own = () => page.locator("main .message.ephemeral").first();
  async function openChannel(name: string): Promise<void> {
    await page.getByRole("button", { name: `# ${name}` }).click();
    await page.getByRole("heading", { name: `# ${name}` }).waitFor();
  }
  async function be(name: string): Promise<void> {
    const option = page.locator("#person option").filter({ hasText: name });
    await page.locator("#person").selectOption((await option.getAttribute("value")) ?? "");
    await page.locator(`.layout[data-user=${await option.getAttribute("value")}]`).waitFor();
  }

  test.each([
    {
      word: "subscribe",
      channel: "embassy-desk",
      labels: {
        filter: "Only about",
        zone: "Search",
        save: "Save",
        done: "Done",
        day: null,
      },
      wrong: /Not understood: unicorns/,
      said: /Every Monday 09:00 Asia\/Almaty \(06:00 in Paris\)\. Next: 24 Jun\.[\s\S]*English · Titanium · France/,
    },
    {
      word: "s'abonner",
      channel: "trade-news",
      labels: {
        filter: "Seulement sur",
        zone: "Search",
        save: "Enregistrer",
        done: "Terminé",
        day: "vendredi",
      },
      wrong: /Incompris : unicorns/,
      said: /Chaque lundi et vendredi à 09:00, Asia\/Almaty \(06:00 à Paris\)\. Prochaine édition : 21 juin\.[\s\S]*Français · Titane · France/,
    },
    {
      word: "подписаться",
      channel: "kz-minerals",
      labels: {
        filter: "Только о",
        zone: "Search",
        save: "Сохранить",
        done: "Готово",
        day: "пятница",
      },
      wrong: /Непонятно: unicorns/,
      said: /По понедельникам и пятницам в 09:00, Asia\/Almaty \(Paris: 06:00\)\. Следующий выпуск: 21 июн\.[\s\S]*Русский · Титан · Франция/,
    },
  ])("a channel is subscribed with “$word”", async ({ word, channel, labels, wrong, said }) => {
    await openChannel(channel);
    await write(`/kzminerals ${word}`);
    if (labels.day) await modal().getByLabel(labels.day).check();
    await modal().getByLabel(labels.filter).fill("titanium unicorns France");
    await modal().getByRole("searchbox", { name: labels.zone }).fill("almaty");
    await modal().locator("option", { hasText: "Asia/Almaty" }).waitFor({ state: "attached" });
    await modal().getByRole("button", { name: labels.save }).click();
    await modal().getByRole("alert").filter({ hasText: wrong }).waitFor();
    if (labels.day) expect(await modal().getByLabel(labels.day).isChecked()).toBe(true);

    await modal().getByLabel(labels.filter).fill("titanium France");
    await modal().getByRole("button", { name: labels.save }).click();
    await modal().getByRole("button", { name: labels.done }).waitFor();
    expect(await modal().innerText()).toMatch(said);
    await modal().getByRole("button", { name: labels.done }).click();
    await modal().waitFor({ state: "hidden" });
  });

  test("its edition is shown before it goes out, and sent now, with its thread", async () => {
    await openChannel("embassy-desk");
    await page.getByRole("button", { name: "Digest" }).click();
    await newest().getByText("Titanium (1)").waitFor();
    expect(await newest().innerText()).toMatch(/Only visible to you[\s\S]*Nothing was posted yet/);
    await own().getByRole("button", { name: "Send now" }).click();
    await own().getByText("Sent.").waitFor();
    const lead = page.locator("main .message:not(.ephemeral)").first();
    await lead.getByText("France wants to work more closely").waitFor();
    await own().getByRole("button", { name: "Send now" }).click();
    await own().getByText("Nothing is new since the last edition").waitFor();
    expect(await page.locator("main .message:not(.ephemeral)").count()).toBe(1);
  });

  test("it is paused until a day, and resumed", async () => {
    await own().getByRole("button", { name: "Pause until…" }).click();
    await modal().getByLabel("Until").fill("2024-06-17");
    await modal().getByRole("button", { name: "Pause" }).click();
    await modal().getByRole("alert").filter({ hasText: "not ahead" }).waitFor();
    await modal().getByLabel("Until").fill("2024-06-23");
    await modal().getByRole("button", { name: "Pause" }).click();
    await modal().getByText("Paused until 23 Jun. Next: 24 Jun.").waitFor();
    await modal().getByRole("button", { name: "Done" }).click();
    await own().getByRole("button", { name: "Resume" }).click();
    await own().getByText("It goes on.").waitFor();
  });

  test("somebody else is told whose it is; an administrator may change it", async () => {
    await be("Aigerim");
    await write("/kzminerals digest");
    await newest().getByRole("button", { name: "Остановить…" }).click();
    await page
      .getByRole("dialog", { name: "Остановить дайджест?" })
      .getByRole("button", { name: "Остановить" })
      .click();
    await newest().getByText("может только её владелец").waitFor();

    await be("Camille");
    await write("/kzminerals digest");
    await newest().getByRole("button", { name: "Modifier…" }).click();
    await modal().getByLabel("Seulement sur").fill("titane");
    await modal().getByLabel("Jours sans édition").fill("2024-06-24");
    await modal().getByRole("button", { name: "Enregistrer" }).click();
    await modal().getByText("Jour sans édition : 24 juin. Prochaine édition : 1 juil.").waitFor();
    await page.keyboard.press("Escape");
    await modal().waitFor({ state: "hidden" });
    await be("Sam");
  });

  test("it is stopped after a question, and kept when that is denied", async () => {
    await write("/kzminerals digest");
    const ask = () => page.getByRole("dialog", { name: "Stop this digest?" });
    await newest().getByRole("button", { name: "Stop…" }).click();
    await ask().getByRole("button", { name: "Keep" }).click();
    await newest().getByRole("button", { name: "Stop…" }).click();
    await ask().getByRole("button", { name: "Stop" }).click();
    await newest().getByText("Stopped. No more editions will be posted.").waitFor();
    await write("/kzminerals subscriptions");
    await newest().getByText("3 digests in this workspace").waitFor();
  });

  test("a private channel asks for an invitation", async () => {
    await openChannel("negotiators (private)");
    await page.getByRole("button", { name: "Subscribe" }).click();
    await newest().getByText("Invite me with /invite @kzminerals").waitFor();
    await write("/invite @kzminerals");
    await write("/kzminerals subscribe");
    await modal().getByRole("button", { name: "Save" }).click();
    await modal().getByText("Saved.").waitFor();
  });

  test("nothing went wrong in the page", () => {
    expect(opened.complaints).toEqual([]);
  });
});

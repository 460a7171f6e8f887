import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hasBrowser } from "./open-browser.ts";
import { openPreviewPage, type PreviewPage } from "./open-preview-page.ts";

describe.runIf(hasBrowser)("the preview in a browser", () => {
  let opened: PreviewPage;
  let page: Page;
  let write: PreviewPage["write"];

  beforeAll(async () => {
    opened = await openPreviewPage();
    ({ page, write } = opened);
  });
  afterAll(() => opened.close());

  const lastMessage = () => page.locator("main .message").first();

  test("opens on the newest week with news, its digest posted", async () => {
    expect(await page.locator("#day").inputValue()).toBe("2024-06-17");
    await page.getByText("Kazakhstan critical minerals · 10").waitFor();
  });

  test.each([
    ["How many French companies work in Kazakhstan?", "170", "read the article"],
    ["Combien d'entreprises françaises travaillent au Kazakhstan ?", "170", "lire l'article"],
    ["Сколько французских компаний работает в Казахстане?", "170", "читать статью"],
  ])("a question is answered for the asker alone: %s", async (question, figure, link) => {
    await write(`/kzminerals ${question}`);
    const answer = lastMessage().filter({ hasText: figure });
    await answer.getByText("Only visible to you").waitFor();
    expect(await answer.getByRole("link", { name: link }).getAttribute("href")).toMatch(
      /^https:\/\/metaux-industriels\.net\//,
    );
  });

  test("Share puts the answer into the channel", async () => {
    await lastMessage().getByRole("button", { name: "Показать в канале" }).click();
    const shared = page
      .locator("main .message:not(.ephemeral)")
      .first()
      .filter({ hasText: "спрашивает:" });
    await shared.getByText("170").waitFor();
  });

  test("a mention is answered in a thread, which opens beside the channel", async () => {
    await write("@kzminerals who hosted the C5+1 summit?");
    // The newest message comes first in the page.
    await page.getByRole("button", { name: "1 reply" }).first().click();
    const thread = page.getByRole("complementary", { name: "Thread" });
    await thread.getByText("Donald Trump").first().waitFor();
    await write("@kzminerals and which countries are its members?", "reply");
    await thread.getByText("Turkmenistan").first().waitFor();
    await thread.getByRole("button", { name: "Close" }).click();
  });

  test("the digest button shows the edition", async () => {
    await page.getByRole("button", { name: "Digest" }).click();
    await lastMessage().filter({ hasText: "Titanium (1)" }).waitFor();
  });

  test("another day has another digest", async () => {
    await page.locator("#day").fill("2024-05-27");
    await page.getByRole("button", { name: "Set" }).click();
    await page.getByText("20").and(page.getByText("26 May 2024")).first().waitFor();
    await lastMessage().locator("time").filter({ hasText: "27 May" }).waitFor();
  });

  test("a direct message is answered", async () => {
    await page.getByRole("button", { name: "kzminerals", exact: true }).click();
    await page.getByRole("heading", { name: "kzminerals", exact: true }).waitFor();
    await write("Qui a proposé des véhicules électriques ?");
    await lastMessage().filter({ hasText: "Chine" }).waitFor();
  });

  test("nothing went wrong in the page", () => {
    expect(opened.complaints).toEqual([]);
  });
});

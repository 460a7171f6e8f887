/** What people say of answers and what they follow, in the preview. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hasBrowser } from "./open-browser.ts";
import { openPreviewPage, type PreviewPage } from "./open-preview-page.ts";

describe.runIf(hasBrowser)("people in a browser", () => {
  let opened: PreviewPage;
  let page: Page;
  let write: PreviewPage["write"];

  beforeAll(async () => {
    opened = await openPreviewPage();
    ({ page, write } = opened);
  });
  afterAll(() => opened.close());

  const lastMessage = () => page.locator("main .message").first();
  /** The page may be drawn anew between the two, with the day as it was. */
  const setDay = async (day: string) => {
    let isSet = false;
    while (!isSet) {
      await page.locator("#day").fill(day);
      const set = page.waitForRequest((request) => request.url().endsWith("/clock"));
      await page.getByRole("button", { name: "Set" }).click();
      const request = await set;
      await request.response();
      isSet = request.postDataJSON().day === day;
    }
  };

  test("an answer is right, and then it is to be corrected", async () => {
    await write("/kzminerals How many French companies work in Kazakhstan?");
    const answer = page.locator("main .message").filter({ hasText: "170" }).first();
    await answer.getByRole("button", { name: "Right" }).click();
    await lastMessage().filter({ hasText: "noted as right" }).waitFor();
    await answer.getByRole("button", { name: "To correct…" }).click();
    const form = page.getByRole("dialog");
    await form.getByLabel("Something else").check();
    await form.getByRole("button", { name: "Send" }).click();
    await form.getByText("Say in a few words").waitFor();
    expect(await form.getByLabel("Something else").isChecked()).toBe(true);
    await form.getByLabel("In your words").fill("It was 180 in 2024.");
    await form.getByRole("button", { name: "Send" }).click();
    await page.getByText("It is noted for whoever keeps the base.").waitFor();
    await page.getByRole("button", { name: "Done" }).click();
  });

  test("what is followed is told by direct message when the clock passes its day", async () => {
    await setDay("2024-05-27");
    await write("/kzminerals follow titanium");
    await lastMessage().filter({ hasText: "You now follow Titanium" }).waitFor();
    await setDay("2024-06-24");
    await page.getByRole("button", { name: "kzminerals", exact: true }).click();
    const news = page.locator("main .message").filter({ hasText: "New on what you follow" });
    await news.filter({ hasText: "Titanium" }).waitFor();
    await news.getByRole("button", { name: "Unfollow" }).click();
    await page.getByText("You no longer follow Titanium").waitFor();
  });

  test("nothing went wrong in the page", () => {
    expect(opened.complaints).toEqual([]);
  });
});

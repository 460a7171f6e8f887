/** The conversation with the bot and the menu of a message, in a browser. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hasBrowser } from "./open-browser.ts";
import { openPreviewPage, type PreviewPage } from "./open-preview-page.ts";

const QUESTION = "How many French companies work in Kazakhstan?";

describe.runIf(hasBrowser)("Home and menus in the preview", () => {
  let opened: PreviewPage;
  let page: Page;

  beforeAll(async () => {
    opened = await openPreviewPage();
    ({ page } = opened);
  });
  afterAll(() => opened.close());

  const modal = () => page.getByRole("dialog");
  const lastMessage = () => page.locator("main .message").first();
  const home = () => page.getByRole("region", { name: "Home" });
  async function openTab(name: string): Promise<void> {
    await page.getByRole("button", { name, exact: true }).click();
    await page.locator(`.layout[data-tab=${name.toLowerCase()}]`).waitFor();
  }

  test("the conversation with the bot suggests questions, which are asked by a press", async () => {
    await page.getByRole("button", { name: "kzminerals", exact: true }).click();
    const prompts = page.getByRole("region", { name: "Suggested prompts" });
    await prompts.getByRole("button", { name: QUESTION }).click();
    await lastMessage().filter({ hasText: "170" }).waitFor();
    expect(await page.getByRole("status").innerText()).toBe("");
  });

  test("the Home tab shows what is new, and answers its questions in the messages", async () => {
    await openTab("Home");
    await home().getByRole("heading", { name: "Newest articles" }).waitFor();
    await home().getByText("5 articles").waitFor();
    await home()
      .getByRole("button", { name: "What does France want from Kazakh titanium?" })
      .click();
    await openTab("Messages");
    await lastMessage().filter({ hasText: "You asked: What does France want" }).waitFor();
  });

  test("a digest is set up from the Home, which shows it at once", async () => {
    await openTab("Home");
    await home().getByRole("button", { name: "A digest for me…" }).click();
    await modal().getByRole("button", { name: "Save" }).click();
    await modal().getByText("Saved.").waitFor();
    await modal().getByRole("button", { name: "Done" }).click();
    await home().getByText("direct message").waitFor();
  });

  test("the register is a table with the names of its columns, page by page", async () => {
    await home().getByRole("button", { name: "Register of deals" }).click();
    await openTab("Messages");
    const table = lastMessage().getByRole("table");
    await table.getByRole("columnheader", { name: "Partners" }).waitFor();
    expect(await table.getByRole("row").count()).toBeGreaterThan(3);
  });

  test("any message can be asked about from its menu, and the answer shared", async () => {
    await page.getByRole("button", { name: "# kz-minerals" }).click();
    await opened.write(`Good morning! ${QUESTION}`);
    const message = lastMessage().filter({ hasText: "Good morning" });
    await message.getByLabel("More actions").click();
    await message.getByRole("button", { name: "Ask kzminerals" }).click();
    await modal().getByText("170").waitFor();
    await modal().getByRole("button", { name: "Share to channel" }).click();
    await modal().getByText("Shared to the channel.").waitFor();
    await modal().getByRole("button", { name: "Done" }).click();
    await lastMessage().filter({ hasText: "asked:" }).waitFor();
  });

  test("More shows further reading below an answer, and turns its pages in their place", async () => {
    await opened.write("/kzminerals What does France want from Kazakh titanium?");
    await lastMessage().getByRole("button", { name: "More" }).click();
    const reading = lastMessage().filter({ hasText: "Further reading" });
    await reading.getByText(/1–\d of \d+/).waitFor();
  });

  test("nothing went wrong in the page", () => {
    expect(opened.complaints).toEqual([]);
  });
});

import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hasBrowser } from "./open-browser.ts";
import { openPreviewPage, type PreviewPage } from "./open-preview-page.ts";

describe.runIf(hasBrowser)("files in a browser", () => {
  let opened: PreviewPage;
  beforeAll(async () => {
    opened = await openPreviewPage();
  });
  afterAll(() => opened.close());

  const direct = () => opened.page.locator("[data-open-channel=D0KZMINERALS]").click();
  const channel = () => opened.page.locator("[data-open-channel=C0MINERALS]").click();

  test("the table of deals is had as a file, which is downloaded from the direct messages", async () => {
    const { page, write } = opened;
    await write("/kzminerals accords");
    await page.getByRole("columnheader", { name: "Partenaires" }).waitFor();
    await page.getByRole("button", { name: "Télécharger en CSV" }).first().click();
    await page.getByText("J’ai envoyé kzminerals-deals-").waitFor();
    await direct();
    const link = page.getByRole("link", { name: /^kzminerals-deals-.*\.csv$/ });
    const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
    const rows: string[][] = parse(await readFile(await download.path()), { bom: true });
    expect(rows[0]?.[0]).toBe("name");
    expect(rows.flat().join()).toMatch(/[éèê]/);
    await channel();
  });

  test("the matrix is a table, and a picture that can be seen and is described", async () => {
    const { page, write } = opened;
    await write("@kzminerals matrix");
    await page.getByRole("button", { name: "2 replies" }).first().click();
    const thread = page.getByRole("complementary", { name: "Thread" });
    await thread.getByRole("columnheader", { name: "Partner" }).waitFor();
    const picture = thread.getByRole("img", {
      name: /^Partners × minerals · everything\. \d+ deals/,
    });
    await picture.waitFor();
    const width = await picture.evaluate((image) => Reflect.get(image, "naturalWidth"));
    expect(width).toBe(1_400);
  });

  test("the edition's thread ends with a picture of the deals", async () => {
    const { page } = opened;
    const edition = page
      .locator("main .message")
      .filter({ hasText: "Kazakhstan critical minerals" });
    await edition
      .getByRole("button", { name: /replies$/ })
      .first()
      .click();
    const thread = page.getByRole("complementary", { name: "Thread" });
    await thread.getByRole("img", { name: /^Partners × minerals/ }).waitFor();
  });

  test("the browser has nothing to complain of", () => {
    expect(opened.complaints).toEqual([]);
  });
});

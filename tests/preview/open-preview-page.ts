import type { Page } from "playwright-core";
import { readConfig } from "../../src/config.ts";
import { createLog } from "../../src/log.ts";
import { servePreview } from "../../src/serve-preview.ts";
import { loadSeedKnowledge } from "../seed-knowledge.ts";
import { openBrowser } from "./open-browser.ts";

export type PreviewPage = {
  page: Page;
  /** What the browser complained of. */
  complaints: readonly string[];
  /** Writes into a form of the page: the channel's, or the thread's (`reply`). */
  write: (text: string, form?: string) => Promise<void>;
  close: () => Promise<void>;
};

/** The preview over the five articles, on a port of its own, in a real browser. */
export async function openPreviewPage(): Promise<PreviewPage> {
  const config = readConfig({ PORT: "0" });
  const knowledge = await loadSeedKnowledge();
  const preview = await servePreview({ config, knowledge, log: createLog("silent") });
  const browser = await openBrowser();
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(preview.url);
  return {
    page,
    complaints,
    write: async (text, form = "say") => {
      await page.locator(`form[data-form=${form}] input`).fill(text);
      await page.keyboard.press("Enter");
    },
    close: async () => {
      await browser.close();
      await preview.stop();
    },
  };
}

/** What the browser of somebody shows who installs the app: a sentence or two, and nothing from elsewhere. */
import type { ServerResponse } from "node:http";
import { LANGUAGES, type Language } from "../model.ts";
import { stringsIn } from "../strings/strings.ts";

export type InstallPage = {
  status: number;
  language: Language;
  sentences: readonly string[];
  link: { href: string; label: string };
};

export function sendPage(response: ServerResponse, page: InstallPage): void {
  response.writeHead(page.status, {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
  });
  response.end(drawPage(page));
}

function drawPage({ language, sentences, link }: InstallPage): string {
  const { title } = stringsIn(language).installing;
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title>
<style>body { font: 1.1rem/1.5 system-ui, sans-serif; max-width: 36rem; margin: 4rem auto; padding: 0 1rem }</style>
<h1>${escapeHtml(title)}</h1>
${sentences.map((sentence) => `<p>${escapeHtml(sentence)}</p>`).join("\n")}
<p><a href="${escapeHtml(link.href)}">${escapeHtml(link.label)}</a></p>
</html>
`;
}

/** The first language of a browser's that is one of ours (RFC 9110, section 12.5.4); else English. */
export function languageOfBrowser(accepted: string | undefined): Language {
  const wishes = (accepted ?? "").split(",").map((wish) => {
    const [tag = "", ...parameters] = wish.trim().toLowerCase().split(";");
    const weight = parameters.map((each) => /^\s*q=([\d.]+)$/.exec(each)?.[1]).find(Boolean);
    return { language: tag.split("-")[0], weight: Number(weight ?? 1) };
  });
  const [best] = wishes
    .flatMap(({ language, weight }) => {
      const ours = LANGUAGES.find((one) => one === language);
      return ours && weight > 0 ? [{ language: ours, weight }] : [];
    })
    .toSorted((left, right) => right.weight - left.weight);
  return best?.language ?? "en";
}

function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

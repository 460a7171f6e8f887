/** Slack's markup: nothing from an article or a question may become a mention or a false link. */

/** Makes text literal; Slack asks for exactly these three. */
export function escapeMrkdwn(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** A link with a label; an address that is not http(s) becomes plain text. */
export function mrkdwnLink(url: string, label: string): string {
  const address = webAddress(url);
  // A new line would end the link.
  const text = escapeMrkdwn(label.replace(/\s*\n\s*/g, " "));
  return address ? `<${escapeMrkdwn(address)}|${text}>` : text;
}

/**
 * What a person wrote, as plain text: mentions of people and of everyone go, channels and links
 * keep their names, links without one their address, and Slack's three escapes are undone.
 */
export function readMrkdwn(text: string): string {
  return text
    .replace(/<[@!][^<>]*>/g, " ")
    .replace(/<(?:#|https?:|mailto:)[^<>|]*\|([^<>]*)>/g, "$1")
    .replace(/<(https?:[^<>]*)>/g, "$1")
    .replace(/<(#|mailto:)[^<>]*>/g, " ")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
    .trim();
}

/** The address as Slack may have it, or null when it is none that a reader should follow. */
export function webAddress(url: string): string | null {
  const address = URL.parse(url);
  if (!address) return null;
  const { protocol, href } = address;
  if (protocol !== "https:" && protocol !== "http:") return null;
  return href.replaceAll("|", "%7C").replaceAll("<", "%3C").replaceAll(">", "%3E");
}

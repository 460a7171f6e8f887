import { describe, expect, test } from "vitest";
import { escapeMrkdwn, mrkdwnLink, readMrkdwn, webAddress } from "../../src/slack/mrkdwn.ts";

test.each([
  ["<!channel>", "&lt;!channel&gt;"],
  ["<@U1>", "&lt;@U1&gt;"],
  [
    "<https://evil.example|https://good.example>",
    "&lt;https://evil.example|https://good.example&gt;",
  ],
  ["R&D", "R&amp;D"],
  ["&lt;!here&gt;", "&amp;lt;!here&amp;gt;"],
  ["no markup", "no markup"],
])("%s becomes literal", (text, escaped) => {
  expect(escapeMrkdwn(text)).toBe(escaped);
});

test("a link holds its address and its label, both escaped", () => {
  expect(mrkdwnLink("https://news.example/?a=1&b=2", "R&D <now>")).toBe(
    "<https://news.example/?a=1&amp;b=2|R&amp;D &lt;now&gt;>",
  );
});

test("no address ends its own link early", () => {
  const drawn = mrkdwnLink("https://news.example/a|b>c<d?e|f>g<h#i|j>k", "label");
  expect(drawn).toMatch(/^<https:\/\/news\.example\/[^|<>]*\|label>$/);
});

test("no label ends its own link early, or breaks it over two lines", () => {
  expect(mrkdwnLink("https://news.example/", "a>b|c\n  d")).toBe(
    "<https://news.example/|a&gt;b|c d>",
  );
});

test.each(["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "mailto:a@b.c", "x"])(
  "%s is no address that a reader should follow",
  (url) => {
    expect(webAddress(url)).toBeNull();
    expect(mrkdwnLink(url, "<label>")).toBe("&lt;label&gt;");
  },
);

test("a host longer than any is no address", () => {
  expect(webAddress(`https://${"Xy".repeat(12_000)}/`)).toBeNull();
});

test("an address stays what it is", () => {
  const url = "https://news.example/%D0%BB%D0%B8%D1%82%D0%B8%D0%B9?p=5638#end";
  expect(webAddress(url)).toBe(url);
});

describe("what a person wrote", () => {
  test.each([
    ["<@U123> who is <@U77>?", "who is  ?"],
    ["<@U123|kzminerals>  aide", "aide"],
    ["hey <!channel> and <!subteam^S1|@team>: lithium", "hey   and  : lithium"],
    ["see <#C1|kz-minerals> and <https://a.example/x|this page>", "see kz-minerals and this page"],
    ["see <https://a.example/x?a=1&amp;b=2> now", "see https://a.example/x?a=1&b=2 now"],
    ["see <#C1> and <mailto:a@b.example>", "see   and"],
    ["a &lt; b &amp; c &gt; d", "a < b & c > d"],
    ["&amp;lt;", "&lt;"],
    ["<@<@U1> and <!", "<@  and <!"],
  ])("%j is read as %j", (written, read) => {
    expect(readMrkdwn(written)).toBe(read);
  });
});

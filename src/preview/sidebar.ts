/** Channels, whose eyes the workspace is seen with, and the clock. */
import { createElement as h, type ReactElement } from "react";
import { CHANNELS, type Channel, PEOPLE } from "./directory.ts";
import type { View } from "./page.ts";

export function sidebar({ user, channel, day, timeZone }: View): ReactElement {
  const entry = (each: Channel) =>
    h(
      "button",
      {
        key: each.id,
        type: "button",
        className: each.id === channel.id ? "channel current" : "channel",
        "data-open-channel": each.id,
      },
      channelTitle(each),
    );
  return h(
    "nav",
    { className: "sidebar" },
    h("h1", null, "Preview"),
    h("h2", null, "Channels"),
    CHANNELS.filter(({ kind }) => kind !== "direct").map(entry),
    h("h2", null, "Direct messages"),
    CHANNELS.filter(({ person }) => person === user).map(entry),
    personForm(user),
    h(
      "form",
      { className: "setting", "data-form": "clock" },
      h("label", { htmlFor: "day" }, "Today is"),
      h("input", { id: "day", name: "day", type: "date", defaultValue: day, required: true }),
      h("button", { type: "submit" }, "Set"),
      h("p", null, timeZone),
    ),
    h(
      "p",
      { className: "hint" },
      "Nothing leaves this machine but the request for a page that you add. Messages are forgotten when the program stops.",
    ),
  );
}

/** Whose eyes the workspace is seen with. */
function personForm(user: string): ReactElement {
  return h(
    "form",
    { className: "setting person", "data-form": "person" },
    h("label", { htmlFor: "person" }, "You are"),
    h(
      "select",
      { id: "person", name: "person", defaultValue: user },
      PEOPLE.map(({ id, name, timeZone, locale, isAdmin }) =>
        h(
          "option",
          { key: id, value: id },
          `${name}: ${locale.slice(0, 2)}, ${timeZone.split("/")[1]}${isAdmin ? ", admin" : ""}`,
        ),
      ),
    ),
  );
}

export function channelTitle({ name, kind }: Channel): string {
  if (kind === "direct") return name;
  return kind === "private" ? `# ${name} (private)` : `# ${name}`;
}

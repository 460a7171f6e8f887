/** What a person does in the page, as it is sent by its script. */
import { z } from "zod";
import { CHANNELS, PEOPLE } from "./directory.ts";
import type { Workspace } from "./workspace.ts";

export const User = z.enum(PEOPLE.map((person) => person.id));
const Say = z.object({
  user: User,
  channel: z.enum(CHANNELS.map((channel) => channel.id)),
  thread: z.string(),
  text: z.string().min(1),
});
const Press = z.object({ user: User, ts: z.string(), action: z.string(), value: z.string() });
const PressInView = z.object({ user: User, action: z.string(), value: z.string() });
const Shortcut = z.object({ user: User, ts: z.string(), callback: z.string() });
export const TabName = z.enum(["home", "messages"]);
const Open = z.object({ user: User, tab: TabName });
const Submit = z.object({ user: User, entered: z.record(z.string(), z.array(z.string())) });
const Suggest = z.object({ user: User, block: z.string(), text: z.string() });
const Close = z.object({ user: User });
const SetClock = z.object({ day: z.string() });

/** What the page may ask of the program besides the workspace. */
export type PreviewControls = {
  timeZone: string;
  /** The workspace's day, `YYYY-MM-DD`. */
  today: () => string;
  /** Sets the clock; false when there is no such day. */
  setDay: (day: string) => Promise<boolean>;
};

/** Does what a path names with what was sent; throws where that makes no sense. */
export type Act = (path: string, sent: unknown) => Promise<unknown>;

export function createActs(workspace: Workspace, controls: PreviewControls): Act {
  const acts: Record<string, (sent: unknown) => unknown> = {
    "/say": (sent) => say(Say.parse(sent)),
    "/press": (sent) => workspace.press(Press.parse(sent)),
    "/press-in-view": (sent) => workspace.pressInView(PressInView.parse(sent)),
    "/shortcut": (sent) => workspace.shortcut(Shortcut.parse(sent)),
    "/open": (sent) => workspace.open(Open.parse(sent)),
    "/submit": (sent) => {
      const { user, entered } = Submit.parse(sent);
      return workspace.views.submit(user, entered);
    },
    "/suggest": async (sent) => {
      const { user, ...typed } = Suggest.parse(sent);
      const options = await workspace.views.suggest(user, typed);
      return options.map(({ text, value }) => ({ label: text.text, value }));
    },
    "/close": (sent) => workspace.views.close(Close.parse(sent).user),
    "/clock": async (sent) => {
      const { day } = SetClock.parse(sent);
      if (!(await controls.setDay(day))) throw new RangeError(`There is no day "${day}".`);
    },
  };

  async function say({ user, channel, thread, text }: z.infer<typeof Say>): Promise<void> {
    const [, command, rest = ""] = /^(\/\w+)\s*([\s\S]*)$/.exec(text.trim()) ?? [];
    // Slack has no slash commands in threads.
    if (!command || thread !== "")
      await workspace.say({ user, channel, text, threadTs: thread || null });
    else if (command === "/invite") workspace.invite({ user, channel });
    else await workspace.slash({ user, channel, command, text: rest });
  }

  return async (path, sent) => {
    const act = Object.hasOwn(acts, path) ? acts[path] : undefined;
    if (!act) throw new RangeError(`Nothing is done at ${path}.`);
    return (await act(sent)) ?? null;
  };
}

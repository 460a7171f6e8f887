/** People who subscribe and press, in a workspace with the real app. */
import { PEOPLE, WORKSPACE } from "../../src/preview/directory.ts";
import type { Entered } from "../../src/preview/view-state.ts";
import type { openPreviewWorkspace } from "../open-preview-workspace.ts";
import { plainOf } from "../plain-of.ts";

export const READER = WORKSPACE.person;
export const AIGERIM = PEOPLE[1]?.id ?? "";
/** An admin of the workspace. */
export const CAMILLE = PEOPLE[2]?.id ?? "";

export type Room = Awaited<ReturnType<typeof openPreviewWorkspace>>;

/** What a person does with forms and buttons. */
export function personIn(room: Room, user: string = READER) {
  const { workspace } = room;
  const open = () => workspace.views.top(user);

  return {
    write: (text: string, channel?: string) =>
      room.slash(text, { user, ...(channel && { channel }) }),
    /** What stands in the modal before them; null when none is open. */
    modal: () => {
      const view = open()?.view;
      return view
        ? { title: view.title.text, plain: plainOf({ text: "", blocks: view.blocks }) }
        : null;
    },
    errors: () => open()?.errors ?? {},
    fillIn: (entered: Entered = {}) => workspace.views.submit(user, entered),
    /** Searches the zones, and gets their names. */
    zones: async (text: string) =>
      (await workspace.views.suggest(user, { block: "timeZone", text })).map(({ value }) => value),
    press: (ts: string, action: string, value?: string) =>
      room.answersTo(() => workspace.press({ ts, action, user, ...(value && { value }) })),
    /** Opens the form, fills it in, and reads what is said of it. */
    subscribe: async (entered: Entered = {}, channel?: string): Promise<string> => {
      await room.slash("subscribe", { user, ...(channel && { channel }) });
      await workspace.views.submit(user, entered);
      const view = open()?.view;
      workspace.views.close(user);
      return view ? plainOf({ text: "", blocks: view.blocks }) : "";
    },
    /** The channel's digest with its buttons. */
    digest: async (channel?: string) => {
      const [message] = await room.slash("digest", { user, ...(channel && { channel }) });
      if (!message) throw new Error("Nobody answered.");
      return message;
    },
  };
}

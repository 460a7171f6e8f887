/** The modals of a workspace: what is open before whom, and what they fill in and submit. */
import type { types } from "@slack/bolt";
import { z } from "zod";
import { viewFault } from "./block-limits.ts";
import { WORKSPACE } from "./directory.ts";
import { optionsFault } from "./element-limits.ts";
import { invalidView, type ViewResult } from "./view-result.ts";
import { type Entered, inputsOf, type Modal, missingInputs, stateValues } from "./view-state.ts";

/** A modal before a person; `errors` are by block, and under the empty name for the whole of it. */
export type OpenView = {
  id: string;
  hash: string;
  view: Modal;
  errors: Record<string, string>;
  /** What was submitted last and sent back. */
  entered: Entered;
  /** What the selects of the modal were offered while the person typed. */
  offered: Map<string, types.PlainTextOption[]>;
};

/** Hands a body to the app; `answer` hears of its acknowledgement at once. */
export type Deliver = (
  body: Record<string, unknown>,
  answer: (response: unknown) => void,
) => Promise<void>;

export const ModalView = z.custom<Modal>(
  (view) =>
    z.object({ type: z.literal("modal"), blocks: z.array(z.unknown()) }).safeParse(view).success,
);

const Answer = z.discriminatedUnion("response_action", [
  z.object({
    response_action: z.literal("errors"),
    errors: z.record(z.string(), z.string().min(1)),
  }),
  z.object({ response_action: z.literal("update"), view: ModalView }),
  z.object({ response_action: z.literal("push"), view: ModalView }),
  z.object({ response_action: z.literal("clear") }),
]);
const Options = z.object({ options: z.array(z.custom<types.PlainTextOption>()) });

const REQUIRED = "Please complete this required field.";
const NO_ANSWER = "We had some trouble connecting. Try again?";

export type Views = ReturnType<typeof createViews>;

export function createViews({
  deliver,
  newTrigger,
  takeTrigger,
  changed,
}: {
  deliver: Deliver;
  newTrigger: (user: string) => string;
  /** Whose press a trigger is of, once; null when it is too late. */
  takeTrigger: (id: string) => string | null;
  changed: () => void;
}) {
  const stacks = new Map<string, OpenView[]>();
  let count = 0;

  const top = (user: string) => stacks.get(user)?.at(-1) ?? null;

  function place(user: string, views: OpenView[]): void {
    stacks.set(user, views);
    changed();
  }

  function made(view: Modal, id = `V${++count}`): OpenView {
    return { id, hash: `${++count}.hash`, view, errors: {}, entered: {}, offered: new Map() };
  }

  /** The answer to views.open and views.push. */
  function open(trigger: string, view: Modal, isPushed: boolean): ViewResult {
    const fault = viewFault(view);
    if (fault) return invalidView(fault);
    const user = takeTrigger(trigger);
    if (user === null) return { ok: false, error: "expired_trigger_id" };
    const opened = made(view);
    place(user, isPushed ? [...(stacks.get(user) ?? []), opened] : [opened]);
    return { ok: true, view: { id: opened.id, hash: opened.hash } };
  }

  /** The answer to views.update. */
  function update(id: string, view: Modal, hash: string | undefined): ViewResult {
    const fault = viewFault(view);
    if (fault) return invalidView(fault);
    for (const [user, views] of stacks) {
      const at = views.findIndex((each) => each.id === id);
      const old = views[at];
      if (!old) continue;
      if (hash !== undefined && hash !== old.hash) return { ok: false, error: "hash_conflict" };
      const updated = made(view, id);
      place(user, views.with(at, updated));
      return { ok: true, view: { id, hash: updated.hash } };
    }
    return { ok: false, error: "not_found" };
  }

  function close(user: string): void {
    place(user, (stacks.get(user) ?? []).slice(0, -1));
  }

  /** A person submits the modal before them; what is not entered stays as it stood there. */
  async function submit(user: string, entered: Entered = {}): Promise<void> {
    const open = shown(user);
    const missing = missingInputs(open.view, entered);
    if (missing.length > 0)
      return refuse(user, {
        ...open,
        errors: Object.fromEntries(missing.map((id) => [id, REQUIRED])),
        entered,
      });
    let isAnswered = false;
    let fault: string | null = null;
    const body = {
      ...bodyOf("view_submission", user, open, entered),
      trigger_id: newTrigger(user),
      response_urls: [],
    };
    await deliver(body, (response) => {
      isAnswered = true;
      fault = take(user, { ...open, entered }, response);
    });
    if (fault) throw new RangeError(`Slack would not take the answer to a form: ${fault}`);
    if (!isAnswered) refuse(user, { ...open, errors: { "": NO_ANSWER }, entered });
  }

  /** Does what the app answers; tells what is wrong with it. */
  function take(user: string, open: OpenView, response: unknown): string | null {
    if (response === undefined || response === "") {
      close(user);
      return null;
    }
    const answer = Answer.parse(response);
    switch (answer.response_action) {
      case "clear":
        place(user, []);
        return null;
      case "errors": {
        const inputs = inputsOf(open.view).map(({ block_id }) => block_id);
        const unknown = Object.keys(answer.errors).find((id) => !inputs.includes(id));
        refuse(user, { ...open, errors: answer.errors });
        return unknown === undefined ? null : `an error of the unknown block ${unknown}`;
      }
      case "push":
        place(user, [...(stacks.get(user) ?? []), made(answer.view)]);
        return viewFault(answer.view);
      case "update":
        place(user, [...(stacks.get(user) ?? []).slice(0, -1), made(answer.view, open.id)]);
        return viewFault(answer.view);
    }
  }

  /** Leaves the modal open, with what is wrong in it. */
  function refuse(user: string, refused: OpenView): void {
    const views = stacks.get(user) ?? [];
    place(
      user,
      views.map((each) =>
        each.id === refused.id ? { ...refused, hash: `${++count}.hash` } : each,
      ),
    );
  }

  /** The options that the app offers while a person types into a select. */
  async function suggest(
    user: string,
    { block, text }: { block: string; text: string },
  ): Promise<types.PlainTextOption[]> {
    const open = shown(user);
    const input = inputsOf(open.view).find(({ block_id }) => block_id === block);
    if (input?.element.type !== "external_select")
      throw new RangeError(`The modal has no searched select "${block}".`);
    let options: types.PlainTextOption[] = [];
    const body = {
      ...bodyOf("block_suggestion", user, open, {}),
      container: { type: "view", view_id: open.id },
      block_id: block,
      action_id: input.element.action_id,
      value: text,
    };
    await deliver(body, (response) => {
      options = Options.parse(response).options;
    });
    const fault = optionsFault(options);
    if (fault) throw new RangeError(`Slack would not take the options: ${fault}`);
    open.offered.set(block, [...(open.offered.get(block) ?? []), ...options]);
    return options;
  }

  function shown(user: string): OpenView {
    const open = top(user);
    if (!open) throw new RangeError(`No modal is open before ${user}.`);
    return open;
  }

  function bodyOf(type: string, user: string, open: OpenView, entered: Entered) {
    const { team, domain, app } = WORKSPACE;
    return {
      type,
      team: { id: team, domain },
      user: { id: user, name: "reader", username: "reader", team_id: team },
      api_app_id: app,
      view: asSlack(open, user, entered),
    };
  }

  /** A modal as the app is told of it. */
  function asSlack(open: OpenView, user: string, entered: Entered = {}) {
    return {
      ...open.view,
      id: open.id,
      hash: open.hash,
      team_id: WORKSPACE.team,
      app_id: WORKSPACE.app,
      bot_id: WORKSPACE.botId,
      root_view_id: stacks.get(user)?.[0]?.id ?? open.id,
      previous_view_id: null,
      private_metadata: open.view.private_metadata ?? "",
      callback_id: open.view.callback_id ?? "",
      state: { values: stateValues(open.view, entered, open.offered) },
    };
  }

  return { asSlack, top, open, update, close, submit, suggest };
}

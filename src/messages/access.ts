/** Who may do what to a digest: the table says all of it. */
import type { Subscription } from "../digest/subscription.ts";
import type { Person } from "./person.ts";

/**
 * `show`: see its state and the edition as it would go out now. `settle`: say whether a message of
 * it was posted.
 */
export type DigestAction = "show" | "send" | "pause" | "resume" | "change" | "settle" | "stop";

/**
 * What a person is to a digest. `reader`: anyone of its workspace, but of a digest in a direct
 * message nobody. `admin`: named in ADMIN_USERS, or an admin or owner of the workspace. `stranger`:
 * for them there is no such digest.
 */
export type DigestRole = "owner" | "admin" | "reader" | "stranger";

/** Where a digest's settings come from: a person, or the environment of the program. */
export type DigestOrigin = "person" | "environment";

const CHANGERS = ["owner", "admin"] as const;

export const MAY: Readonly<
  Record<DigestOrigin, Readonly<Record<DigestAction, readonly DigestRole[]>>>
> = {
  person: {
    show: ["owner", "admin", "reader"],
    send: CHANGERS,
    pause: CHANGERS,
    resume: CHANGERS,
    change: CHANGERS,
    settle: CHANGERS,
    stop: CHANGERS,
  },
  environment: {
    show: ["admin", "reader"],
    send: ["admin"],
    pause: ["admin"],
    resume: ["admin"],
    change: ["admin"],
    settle: ["admin"],
    // The next start of the program would set it up again.
    stop: [],
  },
};

export type Access =
  | { kind: "allowed" }
  /** There is no such digest for this person. */
  | { kind: "hidden" }
  /** Only its owner and administrators may. */
  | { kind: "refused"; owner: string | null }
  /** Nobody may: the program's settings say otherwise. */
  | { kind: "fixed" };

/** Whether a person may do something to a digest, and if not, why. */
export function accessTo(
  action: DigestAction,
  subscription: Pick<Subscription, "workspace" | "channel" | "owner">,
  { person, adminUsers }: { person: Person; adminUsers: readonly string[] },
): Access {
  const role = roleOf(person, subscription, adminUsers);
  if (role === "stranger") return { kind: "hidden" };
  const allowed = MAY[originOf(subscription)][action];
  if (allowed.includes(role)) return { kind: "allowed" };
  return allowed.length > 0 ? { kind: "refused", owner: subscription.owner } : { kind: "fixed" };
}

export function originOf({ owner }: Pick<Subscription, "owner">): DigestOrigin {
  return owner === null ? "environment" : "person";
}

function roleOf(
  { id, workspace, isWorkspaceAdmin }: Person,
  subscription: Pick<Subscription, "workspace" | "channel" | "owner">,
  adminUsers: readonly string[],
): DigestRole {
  if (subscription.workspace !== workspace) return "stranger";
  if (subscription.owner === id) return "owner";
  if (isWorkspaceAdmin || adminUsers.includes(id)) return "admin";
  return isDirect(subscription.channel) ? "stranger" : "reader";
}

/** Slack's ids of direct messages begin with this letter. */
export function isDirect(channel: string): boolean {
  return channel.startsWith("D");
}

import { describe, expect, test } from "vitest";
import {
  type Access,
  accessTo,
  type DigestAction,
  type DigestOrigin,
  type DigestRole,
  MAY,
} from "../../src/messages/access.ts";
import type { Person } from "../../src/messages/person.ts";

const WORKSPACE = "T1";
const OWNER = "U1OWNER";

function person(fields: Partial<Person> = {}): Person {
  return {
    id: "U1SOMEBODY",
    workspace: WORKSPACE,
    isWorkspaceAdmin: false,
    language: null,
    timeZone: null,
    ...fields,
  };
}

const PEOPLE = {
  "its owner": person({ id: OWNER }),
  "one of ADMIN_USERS": person({ id: "U1ADMIN" }),
  "a workspace admin": person({ isWorkspaceAdmin: true }),
  "anyone else": person(),
  "its owner's id in another workspace": person({ id: OWNER, workspace: "T2" }),
  "an admin of another workspace": person({ isWorkspaceAdmin: true, workspace: "T2" }),
  "one of ADMIN_USERS in another workspace": person({ id: "U1ADMIN", workspace: "T2" }),
} as const;

const DIGESTS = {
  "a person's digest": { workspace: WORKSPACE, channel: "C1", owner: OWNER },
  "the environment's digest": { workspace: WORKSPACE, channel: "C1", owner: null },
  "a digest in a direct message": { workspace: WORKSPACE, channel: "D1", owner: OWNER },
} as const;

const CHANGES: readonly DigestAction[] = ["send", "pause", "resume", "change", "settle"];
const ALL: readonly DigestAction[] = ["show", ...CHANGES, "stop"];

type Who = keyof typeof PEOPLE;
/** What each may do; whoever is not listed does not even learn that there is such a digest. */
const EXPECTED: Record<keyof typeof DIGESTS, Partial<Record<Who, readonly DigestAction[]>>> = {
  "a person's digest": {
    "its owner": ALL,
    "one of ADMIN_USERS": ALL,
    "a workspace admin": ALL,
    "anyone else": ["show"],
  },
  "the environment's digest": {
    "its owner": ["show"],
    "one of ADMIN_USERS": ["show", ...CHANGES],
    "a workspace admin": ["show", ...CHANGES],
    "anyone else": ["show"],
  },
  "a digest in a direct message": {
    "its owner": ALL,
    "one of ADMIN_USERS": ALL,
    "a workspace admin": ALL,
  },
};

describe.each(Object.entries(DIGESTS))("%s", (name, subscription) => {
  const expected = new Map(Object.entries(new Map(Object.entries(EXPECTED)).get(name) ?? {}));
  test.each(Object.entries(PEOPLE))("%s", (who, somebody) => {
    const access = (action: DigestAction): Access["kind"] =>
      accessTo(action, subscription, { person: somebody, adminUsers: ["U1ADMIN"] }).kind;
    const may = expected.get(who);
    expect(ALL.filter((action) => access(action) === "allowed")).toEqual(may ?? []);
    if (!may) expect(ALL.map(access)).toEqual(ALL.map(() => "hidden"));
  });
});

test("who is refused is told whose digest it is, and what nobody may is told to everybody", () => {
  const rules = { person: person(), adminUsers: [] };
  expect(accessTo("stop", DIGESTS["a person's digest"], rules)).toEqual({
    kind: "refused",
    owner: OWNER,
  });
  expect(accessTo("stop", DIGESTS["the environment's digest"], rules)).toEqual({ kind: "fixed" });
});

test("no rule lets a stranger in, and every action has one", () => {
  const stranger: DigestRole = "stranger";
  const origins: DigestOrigin[] = ["person", "environment"];
  for (const origin of origins) {
    expect(Object.keys(MAY[origin]).toSorted()).toEqual(ALL.toSorted());
    for (const roles of Object.values(MAY[origin])) expect(roles).not.toContain(stranger);
  }
});

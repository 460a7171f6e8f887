/** Tokens in the database: what each key can read, and what nobody can. */
import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import {
  createTokenVault,
  SealBrokenError,
  UnknownKeyError,
} from "../../src/workspaces/token-vault.ts";

const TOKEN = "xoxb-1-secret";
const [OLD, NEW] = [randomBytes(32), randomBytes(32)];

test("a token is read again by the same key, and is never stored twice the same", () => {
  const vault = createTokenVault([OLD]);
  const [first, second] = [vault.seal(TOKEN, "T1"), vault.seal(TOKEN, "T1")];
  expect(vault.open(first, "T1")).toBe(TOKEN);
  expect(first).not.toBe(second);
  expect(first).not.toContain("secret");
});

test("the first key writes, and all of them read", () => {
  const before = createTokenVault([OLD]).seal(TOKEN, "T1");
  const vault = createTokenVault([NEW, OLD]);
  expect(vault.open(before, "T1")).toBe(TOKEN);
  expect(vault.isOutdated(before)).toBe(true);
  const after = vault.seal(TOKEN, "T1");
  expect(vault.isOutdated(after)).toBe(false);
  expect(createTokenVault([NEW]).open(after, "T1")).toBe(TOKEN);
});

test("without its key a token cannot be read, and the error holds neither", () => {
  const sealed = createTokenVault([OLD]).seal(TOKEN, "T1");
  const vault = createTokenVault([NEW]);
  expect(() => vault.open(sealed, "T1")).toThrow(UnknownKeyError);
  expect(() => vault.open(sealed, "T1")).toThrow(/^The token of T1 was encrypted by a key that/);
});

test("a token of another workspace, one that was changed, and what is none are refused", () => {
  const vault = createTokenVault([OLD]);
  const sealed = vault.seal(TOKEN, "T1");
  expect(() => vault.open(sealed, "T2")).toThrow(SealBrokenError);
  for (const at of sealed.split("").keys()) {
    const changed = `${sealed.slice(0, at)}${sealed[at] === "A" ? "B" : "A"}${sealed.slice(at + 1)}`;
    expect(() => vault.open(changed, "T1")).toThrow();
  }
  for (const nonsense of ["", "v1", TOKEN, sealed.slice(0, 20)])
    expect(() => vault.open(nonsense, "T1")).toThrow();
});

import { type Arbitrary, constantFrom, nat, oneof, tuple, webUrl } from "fast-check";
import { afterAll, expect } from "vitest";
import { isPublicAddress, literalAddress } from "../../src/ingest/addresses.ts";
import { FetchError } from "../../src/ingest/fetch-error.ts";
import { createFetchGuarded, FETCH_LIMITS } from "../../src/ingest/fetch-guarded.ts";
import { createGuardedAgent, type Lookup } from "../../src/ingest/guarded-agent.ts";
import { plainAddress } from "../../src/ingest/plain-address.ts";
import { webAddress } from "../../src/ingest/web-address.ts";
import { property } from "./property.ts";
import { text } from "./texts.ts";

const byte = nat(255);
type IPv4 = readonly [number, number, number, number];

/** What is not of the public internet (IANA's registry of special addresses, read 2026-11). */
const hidden: Arbitrary<IPv4> = oneof(
  tuple(constantFrom(0, 10, 127, 224, 239, 240, 255), byte, byte, byte),
  tuple(constantFrom(169), constantFrom(254), byte, byte),
  tuple(
    constantFrom(172),
    nat(15).map((at) => 16 + at),
    byte,
    byte,
  ),
  tuple(constantFrom(192), constantFrom(168), byte, byte),
  tuple(
    constantFrom(100),
    nat(63).map((at) => 64 + at),
    byte,
    byte,
  ),
  tuple(constantFrom(198), constantFrom(18, 19), byte, byte),
);

const hex = (number: number, digits: number) => number.toString(16).padStart(digits, "0");
const groups = ([a, b, c, d]: IPv4) => `${hex(a * 256 + b, 1)}:${hex(c * 256 + d, 1)}`;

/** Everything that a host may be written as to mean an address of version 4. */
const WRITTEN: Record<string, (address: IPv4) => string> = {
  plain: (address) => address.join("."),
  "one number": ([a, b, c, d]) => String(((a * 256 + b) * 256 + c) * 256 + d),
  hexadecimal: (address) => `0x${address.map((part) => hex(part, 2)).join("")}`,
  octal: (address) => address.map((part) => `0${part.toString(8)}`).join("."),
  "two parts": ([a, b, c, d]) => `${a}.${(b * 256 + c) * 256 + d}`,
  "full-width digits": (address) =>
    address.join(".").replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))),
  "ideographic stops": (address) => address.join("。"),
  "percent signs": (address) => address.join(".").replaceAll("1", "%31"),
  "a final stop": (address) => `${address.join(".")}.`,
  mapped: (address) => `[::ffff:${address.join(".")}]`,
  "mapped in groups": (address) => `[::ffff:${groups(address)}]`,
  compatible: (address) => `[::${groups(address)}]`,
  translated: (address) => `[64:ff9b::${groups(address)}]`,
  "six to four": (address) => `[2002:${groups(address)}::1]`,
};
const host = tuple(hidden, constantFrom(...Object.values(WRITTEN))).map(([address, write]) =>
  write(address),
);
const special = constantFrom(
  "localhost",
  "[::1]",
  "[::]",
  "[fe80::1]",
  "[fc00::1]",
  "[ff02::1]",
  "[2001:db8::1]",
  "[2001::1]",
);

property(
  "no address of the inside is public, however it is written",
  { of: oneof(host, special), runs: 400 },
  (written) => {
    const { hostname } = new URL(`http://${written}/`);
    const literal = literalAddress(hostname);
    if (literal !== null) expect(isPublicAddress(literal), `${written} is ${literal}`).toBe(false);
    else expect(hostname, written).toBe("localhost");
  },
);

property(
  "what is fetched is an address of the web without a name and a password",
  {
    of: oneof(
      text,
      webUrl({ withQueryParameters: true, withFragments: true }),
      tuple(
        constantFrom(
          "http:",
          "https:",
          "ftp:",
          "file:",
          "javascript:",
          "HTTP://",
          "//",
          "http:\\\\",
          "https://user:word@",
        ),
        text,
      ).map((two) => two.join("")),
    ),
    runs: 400,
  },
  (given) => {
    try {
      const { protocol, username, password, hostname, hash } = webAddress(given);
      expect(protocol).toMatch(/^https?:$/);
      expect([username, password, hash]).toEqual(["", "", ""]);
      expect(hostname).not.toBe("");
    } catch (cause) {
      expect(cause).toBeInstanceOf(FetchError);
    }
  },
);

property(
  "an address is the same with what counts its readers",
  {
    of: tuple(webUrl({ withQueryParameters: true }), constantFrom("utm_source", "fbclid", "ref")),
    runs: 200,
  },
  ([url, name]) => {
    const counted = new URL(url);
    const plain = plainAddress(url);
    counted.searchParams.append(name, "x");
    expect(plainAddress(counted.href)).toBe(plain);
  },
);

/** Names of the outside that lead inside. */
const resolve = ((_: string, __: object, done: (cause: null, found: object[]) => void) =>
  done(null, [
    { address: "93.184.215.14", family: 4 },
    { address: "127.0.0.1", family: 4 },
  ])) as Lookup;
const agent = createGuardedAgent({ allowed: new Set(), resolve });
afterAll(() => agent.close());
const fetchGuarded = createFetchGuarded({
  agent,
  userAgent: "kzminerals-test",
  limits: { ...FETCH_LIMITS, timeMs: 5_000 },
});

property(
  "nothing of the inside is fetched, by its address or by a name",
  {
    of: tuple(
      constantFrom("http", "https"),
      oneof(host, special, constantFrom("rebind.example", "a.b.example")),
      constantFrom("", ":80", ":443", ":8080"),
    ),
    runs: 60,
    share: 0.1,
  },
  async ([scheme, written, port]) => {
    const fetched = fetchGuarded({ url: `${scheme}://${written}${port}/`, types: ["text/html"] });
    await expect(fetched).rejects.toMatchObject({ fault: { kind: "private-address" } });
  },
);

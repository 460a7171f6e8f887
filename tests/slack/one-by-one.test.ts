/** Many questions at one moment, and what arrives while they are answered. */
import { once } from "node:events";
import { connect, createServer } from "node:net";
import { expect, test } from "vitest";
import { z } from "zod";
import { oneByOne } from "../../src/slack/one-by-one.ts";

test("calls are made in their order, and give back what each of them gives", async () => {
  const made: number[] = [];
  const doubled = oneByOne(async (number: number) => {
    made.push(number);
    return 2 * number;
  });
  expect(await Promise.all([1, 2, 3].map(doubled))).toEqual([2, 4, 6]);
  expect(made).toEqual([1, 2, 3]);
});

test("a call that fails keeps no other from being made", async () => {
  const failing = oneByOne(async (fails: boolean) => {
    if (fails) throw new Error("it fails");
    return "made";
  });
  const calls = await Promise.allSettled([failing(true), failing(false)]);
  expect(calls.map(({ status }) => status)).toEqual(["rejected", "fulfilled"]);
});

test("connections that come in meanwhile are accepted before all calls are made", async () => {
  const CALLS = 50;
  const CONNECTIONS = 20;
  let accepted = 0;
  const server = createServer((socket) => {
    accepted += 1;
    socket.end();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = z.object({ port: z.number() }).parse(server.address());

  const acceptedBefore: number[] = [];
  const busy = oneByOne(async (_: number) => {
    acceptedBefore.push(accepted);
  });
  const connections = Array.from({ length: CONNECTIONS }, () =>
    connect(port, "127.0.0.1").resume(),
  );
  const ended = connections.map((connection) => once(connection, "close"));
  const calls = Array.from({ length: CALLS }, (_, number) => busy(number));
  await Promise.all([...calls, ...ended]);
  server.close();
  expect(acceptedBefore.at(-1)).toBe(CONNECTIONS);
});

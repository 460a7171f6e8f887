/**
 * A PostgreSQL server for tests and trials, as a process of its own. It reads `start` and `stop` a
 * line and answers each with a line; when its input ends, however that came about, it ends the
 * server and removes its files. The argument `durable` makes a server that waits for the disk.
 */
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { chmod, chown, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { z } from "zod";
import { placeBinaries } from "./binaries.ts";

const USER = "kzminerals";
/** A language's order, unlike that of bytes, so that a query which relies on the latter fails. */
const LOCALE = ["--encoding=UTF8", "--locale=C", "--locale-provider=icu", "--icu-locale=en-US"];
const READY = "database system is ready to accept connections";
/** It survives its own crash, and need not survive the machine's. */
const NOT_DURABLE = ["fsync=off", "full_page_writes=off"];

const run = promisify(execFile);
const isDurable = process.argv[2] === "durable";
const folder = await mkdtemp(join(tmpdir(), "kzminerals-postgres-"));
const owner = await serverOwner();
// An interrupt at the keyboard reaches the whole group; the end of the input is what counts.
process.on("SIGINT", () => {});
process.on("SIGTERM", () => process.stdin.destroy());
// Whoever listened may be gone already.
process.stdout.on("error", () => {});

let server: ChildProcess | null = null;
try {
  await serve();
} finally {
  await stop();
  await rm(folder, { recursive: true, force: true });
}

async function serve(): Promise<void> {
  const password = randomBytes(16).toString("hex");
  const binaries = await createCluster(password);
  const port = await freePort();
  console.log(`postgres://${USER}:${password}@127.0.0.1:${port}/postgres`);
  for await (const line of createInterface({ input: process.stdin })) {
    if (line === "start") await start(binaries, port);
    else await stop();
    console.log("done");
  }
}

async function createCluster(password: string): Promise<string> {
  await chmod(folder, 0o755);
  const binaries = await placeBinaries(join(folder, "native"));
  const secret = join(folder, "password");
  await writeFile(secret, password, { mode: 0o600 });
  if (owner) for (const path of [folder, secret]) await chown(path, owner.uid, owner.gid);
  const where = ["-D", join(folder, "data"), "-U", USER, `--pwfile=${secret}`];
  const how = ["--auth=scram-sha-256", "--no-sync", "--no-instructions", ...LOCALE];
  await run(join(binaries, "initdb"), [...where, ...how], { ...owner });
  return binaries;
}

async function start(binaries: string, port: number): Promise<void> {
  const settings = [
    "listen_addresses=127.0.0.1",
    `port=${port}`,
    "unix_socket_directories=",
    "max_connections=200",
    ...(isDurable ? [] : NOT_DURABLE),
  ];
  const options = settings.flatMap((setting) => ["-c", setting]);
  const child = spawn(join(binaries, "postgres"), ["-D", join(folder, "data"), ...options], {
    ...owner,
    stdio: ["ignore", "ignore", "pipe"],
  });
  server = child;
  let log = "";
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  child.once("error", reject);
  child.once("exit", () => reject(new Error(`PostgreSQL does not start: ${log}`)));
  child.stderr.on("data", (chunk: Buffer) => {
    if (log.includes(READY)) return;
    log += chunk.toString();
    if (log.includes(READY)) resolve();
  });
  await promise;
}

/** Ends it at once, as a failing machine would; what it acknowledged is recovered at the start. */
async function stop(): Promise<void> {
  if (server?.exitCode !== null || server.signalCode !== null) return;
  const ended = once(server, "exit");
  server.kill("SIGQUIT");
  await ended;
}

/** PostgreSQL refuses to run as root. */
async function serverOwner(): Promise<{ uid: number; gid: number } | null> {
  if (process.getuid?.() !== 0) return null;
  const idOf = async (what: string) => Number((await run("id", [what, "nobody"])).stdout);
  return { uid: await idOf("-u"), gid: await idOf("-g") };
}

async function freePort(): Promise<number> {
  const taken = createServer().listen(0, "127.0.0.1");
  await once(taken, "listening");
  const { port } = z.object({ port: z.number() }).parse(taken.address());
  taken.close();
  await once(taken, "close");
  return port;
}

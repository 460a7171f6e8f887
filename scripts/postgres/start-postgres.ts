/** Starts a PostgreSQL server that ends with this process, however this process ends. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

export type PostgresServer = {
  /** Its administrator's address, with the password. */
  url: string;
  /** Ends it as a power cut would, until it is started again. */
  stop: () => Promise<void>;
  /** Starts it again, with what it held, at the same address. */
  start: () => Promise<void>;
  /** Ends it and removes its files. */
  close: () => Promise<void>;
};

/** `isDurable`: it waits for the disk, as a server in earnest does. */
export async function startPostgres({ isDurable = false } = {}): Promise<PostgresServer> {
  const program = fileURLToPath(new URL("server.ts", import.meta.url));
  const args = [program, ...(isDurable ? ["durable"] : [])];
  // A group of its own: an interrupt at the keyboard must not end it before it has tidied up.
  const child = spawn(process.execPath, args, {
    detached: true,
    stdio: ["pipe", "pipe", "inherit"],
  });
  const exited = once(child, "exit");
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();

  async function nextLine(): Promise<string> {
    const { value, done } = await lines.next();
    if (done) throw new Error("PostgreSQL could not be started; its output says why.");
    return value;
  }

  async function order(what: "start" | "stop"): Promise<void> {
    child.stdin.write(`${what}\n`);
    await nextLine();
  }

  const url = await nextLine();
  await order("start");
  return {
    url,
    start: () => order("start"),
    stop: () => order("stop"),
    close: async () => {
      child.stdin.end();
      await exited;
    },
  };
}

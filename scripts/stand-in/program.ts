/** The real program as a process of its own. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { resolve } from "node:path";
import { z } from "zod";

const ROOT = resolve(import.meta.dirname, "../..");
/** Longer than any start or end takes, shorter than a test may take. */
const LIMIT_MS = 25_000;

export type Environment = Record<string, string>;
type Exit = { code: number | null; signal: string | null };

export type Program = {
  pid: number | undefined;
  /** What it wrote, logs included. */
  output: () => string;
  /** Resolves when it has written a text; rejects when it ends without. */
  wrote: (text: string) => Promise<void>;
  /** Resolves when it has ended, and with it everything that it started and that can still write. */
  ended: Promise<Exit>;
  end: (signal: "SIGTERM" | "SIGINT" | "SIGKILL") => Promise<Exit>;
};

/** Runs the program, or another command that starts it, with no environment but the given one. */
export function runProgram(
  env: Environment,
  [command, ...args]: readonly string[] = [process.execPath, "src/main.ts"],
): Program {
  const child = spawn(command ?? "", args, { cwd: ROOT, env, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  const read = (chunk: Buffer) => {
    output += chunk.toString();
    for (const check of checks) check();
  };
  const checks = new Set<() => void>();
  child.stdout.on("data", read);
  child.stderr.on("data", read);
  // "close" waits for all who hold the pipes, "exit" only for the process itself.
  const ended = once(child, "close").then((values) => Ending.parse(values));

  const within = <T>(what: string, promise: Promise<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      const overdue = setTimeout(
        () => reject(new Error(`${what} took too long: ${output}`)),
        LIMIT_MS,
      );
      promise.then(resolve, reject).finally(() => clearTimeout(overdue));
    });

  return {
    pid: child.pid,
    output: () => output,
    wrote: (text) =>
      within(
        `writing "${text}"`,
        new Promise((resolve, reject) => {
          const check = () => output.includes(text) && resolve();
          checks.add(check);
          check();
          void ended.then(() => reject(new Error(`It ended without "${text}": ${output}`)));
        }),
      ),
    ended: ended.then(([code, signal]) => ({ code, signal })),
    end: async (signal) => {
      child.kill(signal);
      const [code, by] = await within(`the end by ${signal}`, ended);
      return { code, signal: by };
    },
  };
}

const Ending = z.tuple([z.number().nullable(), z.string().nullable()]);

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = z.object({ port: z.number() }).parse(server.address());
  server.close();
  await once(server, "close");
  return port;
}

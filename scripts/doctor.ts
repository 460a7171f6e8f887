/**
 * `npm run doctor`: looks at everything that the program needs, changes nothing, and says what to do
 * about each line that is not well; exit 1 where one is failing. `--json` prints one object.
 */
import { parseArgs } from "node:util";
import { config as readEnvFile } from "dotenv";
import { lookAtDatabase } from "./doctor/database.ts";
import { type Finding, findingsOf, well } from "./doctor/finding.ts";
import { knowledgeFindings } from "./doctor/knowledge.ts";
import { clockFindings, diskFindings, zoneFindings } from "./doctor/machine.ts";
import { readSettings } from "./doctor/settings.ts";
import { lookAtSlack } from "./doctor/slack.ts";
import { lookAtWorkspaces } from "./doctor/workspaces.ts";
import { orUsage } from "./or-usage.ts";

/** A shorter one is no secret, and stands in many words. */
const SHORTEST_SECRET = 4;

const SECRETS = [
  "SLACK_BOT_TOKEN",
  "SLACK_APP_TOKEN",
  "SLACK_SIGNING_SECRET",
  "SLACK_CLIENT_SECRET",
  "SLACK_STATE_SECRET",
] as const;

const { values: wish } = orUsage("Usage: npm run doctor [-- --json]", () =>
  parseArgs({ options: { json: { type: "boolean", default: false } } }),
);
readEnvFile({ quiet: true });
const withoutSecrets = hiding(process.env);
const findings = (await lookAtAll()).map(withoutSecrets);
const count = (state: Finding["state"]) => findings.filter((each) => each.state === state).length;
const isWell = count("failing") === 0;
if (wish.json) console.log(JSON.stringify({ ok: isWell, findings }));
else {
  for (const finding of findings) console.log(lineOf(finding));
  console.log(`\n${count("ok")} ok, ${count("warning")} warnings, ${count("failing")} failing`);
}
process.exitCode = isWell ? 0 : 1;

async function lookAtAll(): Promise<readonly Finding[]> {
  const settings = readSettings(process.env);
  const { databaseUrl, knowledgeDir, oauth } = settings;
  const ahead: Parameters<typeof clockFindings>[0] = { Slack: null, "the database": null };
  const timeZones = settings.timeZone === null ? [] : [settings.timeZone];

  const looks = await Promise.all([
    findingsOf("Slack", async () => {
      const { findings, aheadMs } = await lookAtSlack(settings.slack);
      ahead.Slack = aheadMs;
      return findings;
    }),
    findingsOf("database", async () => {
      if (databaseUrl === null) return [];
      const looked = await lookAtDatabase(databaseUrl);
      const { findings, aheadMs, timeZones: used, installations } = looked;
      ahead["the database"] = aheadMs;
      timeZones.push(...used);
      if (!oauth) return findings;
      return [...findings, ...(await lookAtWorkspaces(installations, oauth, databaseUrl))];
    }),
    findingsOf("disk", async () => (databaseUrl === null ? [] : diskFindings(databaseUrl))),
    findingsOf("knowledge", async () =>
      knowledgeDir === null ? [] : knowledgeFindings(knowledgeDir),
    ),
  ]);
  return [
    well("program", `Node ${process.version}`),
    ...settings.findings,
    ...looks.flat(),
    ...clockFindings(ahead),
    ...zoneFindings(timeZones),
  ];
}

function lineOf(finding: Finding): string {
  const line = `${finding.state.padEnd(8)} ${finding.check}: ${finding.text}`;
  return finding.state === "ok" ? line : `${line.replace(/\.$/, "")}. To do: ${finding.advice}.`;
}

/** What others say of a failure may hold what they were given. */
function hiding(env: Readonly<Record<string, string | undefined>>): (finding: Finding) => Finding {
  const url = env.DATABASE_URL ?? "";
  const password = URL.canParse(url) ? decodeURIComponent(new URL(url).password) : "";
  const keys = (env.TOKEN_ENCRYPTION_KEYS ?? "").split(/[\s,]+/);
  const secrets = [...SECRETS.map((name) => env[name] ?? ""), ...keys, password].filter(
    ({ length }) => length >= SHORTEST_SECRET,
  );
  const hide = (text: string) =>
    secrets.reduce((hidden, secret) => hidden.replaceAll(secret, "[secret]"), text);
  return (finding) => ({ ...finding, text: hide(finding.text) });
}

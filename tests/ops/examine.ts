import { z } from "zod";
import { runProgram } from "../../scripts/stand-in/program.ts";
import { temporaryFolder } from "../temporary.ts";

const Report = z.object({
  ok: z.boolean(),
  findings: z.array(
    z.object({
      check: z.string(),
      state: z.enum(["ok", "warning", "failing"]),
      text: z.string(),
      advice: z.string().optional(),
    }),
  ),
});

/** Runs the doctor with no environment but the given one. */
export async function runDoctor(env: Record<string, string>, args: readonly string[]) {
  const folder = await temporaryFolder();
  const given = { PATH: process.env.PATH ?? "", DATABASE_URL: `sqlite:${folder}/none.db` };
  // Set and empty, so that no .env file has a say.
  const unset = {
    SLACK_BOT_TOKEN: "",
    SLACK_APP_TOKEN: "",
    SLACK_SIGNING_SECRET: "",
    SLACK_CLIENT_ID: "",
    SLACK_CLIENT_SECRET: "",
    SLACK_STATE_SECRET: "",
    TOKEN_ENCRYPTION_KEYS: "",
  };
  const program = runProgram({ ...given, ...unset, ...env }, [
    process.execPath,
    "scripts/doctor.ts",
    ...args,
  ]);
  const { code } = await program.ended;
  return { code, output: program.output() };
}

/** What it finds, by check. */
export async function examine(env: Record<string, string>) {
  const { code, output } = await runDoctor(env, ["--json"]);
  const report = Report.parse(JSON.parse(output));
  return {
    code,
    output,
    report,
    stateOf: (check: string) => {
      const found = report.findings.find((finding) => finding.check === check);
      return found
        ? `${found.state}: ${found.text} | ${found.advice ?? "nothing to do"}`
        : "not there";
    },
  };
}

/** The machine: its clock, what it knows of time zones, the room on its disk. */
import { statfs } from "node:fs/promises";
import { readDatabaseUrl } from "../../src/store/database-url.ts";
import { type Finding, failing, warning, well } from "./finding.ts";
import { nearestFolder } from "./sqlite.ts";

/** Slack's requests are refused when they seem older than five minutes. */
const WRONG_MS = 5 * 60_000;
const INEXACT_MS = 30_000;
const LITTLE_ROOM_BYTES = 1e9;
const NO_ROOM_BYTES = 100e6;
/** In 2024 Kazakhstan put its clocks on one time; older zone data do not know it. */
const RECENT_CHANGE = { zone: "Asia/Almaty", at: "2024-06-01T00:00:00Z", offset: "+05:00" };

export function clockFindings(ahead: Record<"Slack" | "the database", number | null>): Finding[] {
  const check = "clock";
  const told = Object.entries(ahead).flatMap(([name, ms]) => (ms === null ? [] : [{ name, ms }]));
  if (told.length === 0) return [well(check, "there is no other clock to compare it with")];
  const advice = "let the machine set its clock by the network (timedatectl set-ntp true)";
  return told.map(({ name, ms }) => {
    const seconds = Math.round(Math.abs(ms) / 1_000);
    const text = `it is ${seconds} s ${ms < 0 ? "behind" : "ahead of"} that of ${name}`;
    if (Math.abs(ms) >= WRONG_MS) return failing(check, text, advice);
    return Math.abs(ms) >= INEXACT_MS
      ? warning(check, text, advice)
      : well(check, `it agrees with that of ${name}`);
  });
}

export function zoneFindings(zones: readonly string[]): Finding[] {
  const check = "time zones";
  const unknown = [...new Set(zones)].filter((zone) => !isKnown(zone));
  if (unknown.length > 0)
    return [
      failing(
        check,
        `${unknown.join(", ")} cannot be read as a time zone`,
        "choose another one in the digest's form or in DIGEST_TIMEZONE",
      ),
    ];
  const { zone, at, offset } = RECENT_CHANGE;
  const now = Temporal.Instant.from(at).toZonedDateTimeISO(zone).offset;
  const data = `zone data ${process.versions.tz}`;
  return [
    now === offset
      ? well(check, `all are known (${data})`)
      : warning(check, `${data} do not know that ${zone} is at ${offset}`, "update Node (npm ci)"),
  ];
}

function isKnown(zone: string): boolean {
  try {
    Temporal.Now.zonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}

/** Where the database file is; a server has its own disk. */
export async function diskFindings(databaseUrl: string): Promise<Finding[]> {
  const check = "disk";
  const address = readDatabaseUrl(databaseUrl);
  if (address.kind === "postgres") return [];
  const folder = nearestFolder(address.file);
  const { bavail, bsize } = await statfs(folder);
  const bytes = bavail * bsize;
  const text = `${(bytes / 1e9).toFixed(1)} GB are free in ${folder}`;
  const advice = "make room there, or set DATABASE_URL to a file on another disk";
  if (bytes < NO_ROOM_BYTES) return [failing(check, text, advice)];
  return [bytes < LITTLE_ROOM_BYTES ? warning(check, text, advice) : well(check, text)];
}

/** What a process holds and has used, as Linux tells it; null where the system does not. */
import { readFile } from "node:fs/promises";

/** Linux counts processor time in hundredths of a second (man 5 proc, sysconf(_SC_CLK_TCK)). */
const TICKS_PER_SECOND = 100;
/** Where user and system time stand behind the name, which may hold spaces (man 5 proc). */
const [USER_TIME, SYSTEM_TIME] = [11, 12];

/** Memory of its own and of the files that it has mapped, its program among them. */
export async function residentMb(pid: number | undefined): Promise<number | null> {
  const status = await readProc(pid, "status");
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(status ?? "") ?? [];
  return kilobytes === undefined ? null : Number(kilobytes) / 1024;
}

/** Processor time of all its threads since its start. */
export async function processorSeconds(pid: number | undefined): Promise<number | null> {
  const fields = (await readProc(pid, "stat"))?.split(") ").at(-1)?.split(" ");
  const ticks = Number(fields?.[USER_TIME]) + Number(fields?.[SYSTEM_TIME]);
  return Number.isNaN(ticks) ? null : ticks / TICKS_PER_SECOND;
}

async function readProc(pid: number | undefined, file: string): Promise<string | null> {
  try {
    return await readFile(`/proc/${pid}/${file}`, "utf8");
  } catch {
    return null;
  }
}

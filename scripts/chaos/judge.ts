/** What the channels got, against what they should have got. */
import type { Post } from "./slack.ts";

export type Verdict = {
  expected: number;
  posted: number;
  duplicates: number;
  missed: number;
  worstLateMs: number;
  peakPerSecond: number;
};

/** Every channel is to get one lead and, in its thread, `messages - 1` replies of different texts. */
export function judge({
  posts,
  attempts,
  channels,
  messages,
  dueAt,
}: {
  posts: readonly Post[];
  attempts: readonly number[];
  channels: readonly string[];
  messages: number;
  dueAt: Date;
}): Verdict {
  const byChannel = Map.groupBy(posts, ({ channel }) => channel);
  const counts = channels.map((channel) => countsOf(byChannel.get(channel) ?? [], messages));
  const leads = posts.filter(({ threadTs }) => threadTs === null);
  return {
    expected: channels.length * messages,
    posted: posts.length,
    duplicates: sum(counts.map(({ duplicates }) => duplicates)),
    missed: sum(counts.map(({ missed }) => missed)),
    worstLateMs: leads.reduce((worst, { at }) => Math.max(worst, at - dueAt.getTime()), 0),
    peakPerSecond: peak(attempts),
  };
}

function countsOf(
  posts: readonly Post[],
  messages: number,
): { duplicates: number; missed: number } {
  const [lead, ...moreLeads] = posts.filter(({ threadTs }) => threadTs === null);
  const replies = posts.filter(({ threadTs }) => threadTs !== null);
  const inThread = replies.filter(({ threadTs }) => threadTs === lead?.ts);
  const texts = new Set(inThread.map(({ text }) => text));
  return {
    duplicates: moreLeads.length + (replies.length - texts.size),
    missed: (lead ? 0 : 1) + Math.max(0, messages - 1 - texts.size),
  };
}

/** The most that came within any second. */
function peak(times: readonly number[]): number {
  const sorted = times.toSorted((left, right) => left - right);
  let from = 0;
  let most = 0;
  for (const [to, time] of sorted.entries()) {
    while (time - (sorted[from] ?? time) >= 1_000) from += 1;
    most = Math.max(most, to - from + 1);
  }
  return most;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

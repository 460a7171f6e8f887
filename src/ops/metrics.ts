/** Numbers for Prometheus: counted as things happen, the state of the database read when asked. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { BaseSize } from "../messages/answer-message.ts";
import type { HealthCounts, StateCount } from "../store/health-queries.ts";
import type { OutboxCounts } from "../store/outbox-queries.ts";
import type { Observer } from "./observing.ts";

/** How a source of articles is doing. */
type SourceHealth = {
  id: string;
  state: string;
  /** In a row. */
  failures: number;
  succeededAt: Date | null;
};

/** Where the numbers come from that nobody counts; each is asked for once a scrape. */
export type MetricSources = {
  outbox: () => Promise<OutboxCounts>;
  counts: () => Promise<HealthCounts>;
  deliveries: () => Promise<readonly StateCount[]>;
  base: () => BaseSize & { builtAt: Date };
  sources: () => Promise<readonly SourceHealth[]>;
  isSlackConnected: () => boolean;
  /** How many are served. */
  workspaces: () => number;
  /** Whether it failed only because the database cannot be used just now. */
  isAway: (cause: unknown) => boolean;
  now: () => Date;
};

export type Metrics = {
  observer: Observer;
  /** Reads the state from these from now on. */
  watch: (sources: MetricSources) => void;
  /** Everything in Prometheus's text format. */
  text: () => Promise<{ type: string; body: string }>;
};

const PREFIX = "kzminerals_";
/** Seconds; answers take some milliseconds, and Slack takes what it takes. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
/** Each is a time series of its own for whoever stores them. */
const MAX_SOURCES = 200;

export function createMetrics({ version, mode }: { version: string; mode: string }): Metrics {
  const registers = [new Registry()];
  const [registry] = registers;
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name: PREFIX + name, help, labelNames, registers });
  const counter = (name: string, help: string, labelNames: string[]) =>
    new Counter({ name: PREFIX + name, help, labelNames, registers });
  const histogram = (name: string, help: string, labelNames: string[]) =>
    new Histogram({ name: PREFIX + name, help, labelNames, buckets: BUCKETS, registers });

  if (registry) collectDefaultMetrics({ register: registry });
  gauge("info", "The program, always 1.", ["version", "mode"]).set({ version, mode }, 1);
  const replies = counter("replies_total", "Replies made, by surface and outcome.", [
    "surface",
    "outcome",
  ]);
  const replySeconds = histogram("reply_seconds", "Time to make a reply.", ["surface"]);
  const eventSeconds = histogram("event_seconds", "From an event's arrival to its answer's end.", [
    "kind",
  ]);
  const jobRuns = counter("job_runs_total", "Runs of jobs, by outcome.", ["job", "outcome"]);
  const jobSeconds = gauge("job_seconds", "How long the last run of a job took.", ["job"]);
  const jobSucceeded = gauge(
    "job_last_success_timestamp_seconds",
    "When a job last did its work.",
    ["job"],
  );
  const state = createStateGauges(gauge);
  let pass: Promise<void> | null = null;

  return {
    observer: {
      replied: ({ surface, outcome, seconds }) => {
        replies.inc({ surface, outcome });
        replySeconds.observe({ surface }, seconds);
      },
      eventEnded: ({ kind, seconds }) => eventSeconds.observe({ kind }, seconds),
      jobEnded: ({ job, outcome, seconds }) => {
        jobRuns.inc({ job, outcome });
        jobSeconds.set({ job }, seconds);
        if (outcome === "done") jobSucceeded.setToCurrentTime({ job });
      },
    },
    watch: state.watch,
    text: async () => {
      // Several that ask at once are told the same, so that asking often costs little.
      pass ??= state.read().finally(() => {
        pass = null;
      });
      await pass;
      return { type: Registry.PROMETHEUS_CONTENT_TYPE, body: (await registry?.metrics()) ?? "" };
    },
  };
}

type MakeGauge = (name: string, help: string, labelNames?: string[]) => Gauge;

/** What is read when asked; what cannot be read just now is left out, not told as of before. */
function createStateGauges(gauge: MakeGauge) {
  const databaseUp = gauge("database_up", "1 where the database answered just now.");
  const slackConnected = gauge("slack_connected", "1 while Slack's events can come in.");
  const workspaces = gauge("workspaces", "Workspaces that are served.");
  const articles = gauge("index_articles", "Articles that can be searched.");
  const builtAt = gauge("index_built_timestamp_seconds", "When the index was last built.");
  const newest = gauge("index_newest_timestamp_seconds", "The date of the newest article.");
  const single = {
    oldestDue: gauge("outbox_oldest_due_seconds", "How long the oldest due message waits."),
    inbox: gauge("inbox_unanswered", "Events acknowledged and not yet answered."),
    oldestEvent: gauge("inbox_oldest_seconds", "How long the oldest of them waits."),
  };
  const many = {
    outbox: gauge("outbox_messages", "Messages that the bot starts, by state.", ["state"]),
    deliveries: gauge("deliveries", "Editions of the last 7 days, by state.", ["state"]),
    subscriptions: gauge("subscriptions", "Digests that channels have, by state.", ["state"]),
    feeds: gauge("source_failures", "Failures in a row of a source of articles.", [
      "source",
      "state",
    ]),
    feedSuccess: gauge("source_last_success_timestamp_seconds", "When a source was last read.", [
      "source",
    ]),
  };
  let from: MetricSources | null = null;

  function readHere({ base, isSlackConnected, workspaces: count }: MetricSources): void {
    const size = base();
    workspaces.set(count());
    slackConnected.set(isSlackConnected() ? 1 : 0);
    articles.set(size.articles);
    builtAt.set(size.builtAt.getTime() / 1_000);
    const day = size.newest === null ? Number.NaN : Date.parse(size.newest);
    if (!Number.isNaN(day)) newest.set(day / 1_000);
  }

  async function readDatabase(given: MetricSources): Promise<void> {
    const { outbox, counts, deliveries, sources, now } = given;
    for (const each of Object.values(many)) each.reset();
    // Reset to 0 they would say that all is well.
    for (const each of Object.values(single)) each.remove();
    const [messages, others, editions, feeds] = await Promise.all([
      outbox(),
      counts(),
      deliveries(),
      sources(),
    ]);
    const age = (time: string | null) =>
      time === null ? 0 : Math.max(0, now().getTime() - Date.parse(time)) / 1_000;
    const { oldestDue, ...states } = messages;
    for (const [state, count] of Object.entries(states)) many.outbox.set({ state }, count);
    single.oldestDue.set(age(oldestDue));
    single.inbox.set(others.unanswered);
    single.oldestEvent.set(age(others.oldestUnanswered));
    for (const { state, count } of editions) many.deliveries.set({ state }, count);
    for (const { state, count } of others.subscriptions) many.subscriptions.set({ state }, count);
    for (const { id: source, state, failures, succeededAt } of feeds.slice(0, MAX_SOURCES)) {
      many.feeds.set({ source, state }, failures);
      if (succeededAt) many.feedSuccess.set({ source }, succeededAt.getTime() / 1_000);
    }
  }

  return {
    watch: (sources: MetricSources) => {
      from = sources;
    },
    read: async () => {
      if (!from) return;
      readHere(from);
      await readDatabase(from).then(
        () => databaseUp.set(1),
        (cause: unknown) => {
          if (!from?.isAway(cause)) throw cause;
          databaseUp.set(0);
        },
      );
    },
  };
}

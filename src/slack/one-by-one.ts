import { performance } from "node:perf_hooks";

/** However much arrives, answers go on: so many turns of the event loop may pass before the next. */
const MAX_TURNS = 200;

/**
 * Begins one call after the other, each when a turn of the event loop brought nothing new: however
 * many questions wait for their answers, what arrives is acknowledged before the next of them. (Of
 * new connections the event loop accepts one a turn.)
 */
export function oneByOne<Argument, Result>(
  work: (argument: Argument) => Promise<Result>,
): (argument: Argument) => Promise<Result> {
  const waiting: (() => void)[] = [];

  function next({ heard, turns }: { heard: number; turns: number }): void {
    const { events } = performance.nodeTiming.uvMetricsInfo;
    const isQuiet = events === heard || turns >= MAX_TURNS;
    if (isQuiet) waiting.shift()?.();
    if (waiting.length > 0) setImmediate(next, { heard: events, turns: isQuiet ? 0 : turns + 1 });
  }

  return async (argument) => {
    await new Promise<void>((resolve) => {
      waiting.push(resolve);
      if (waiting.length === 1) setImmediate(next, { heard: -1, turns: 0 });
    });
    return work(argument);
  };
}

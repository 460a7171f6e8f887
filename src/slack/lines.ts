/** A place in a line: `turn` comes when everybody before has left. */
type Place = { turn: Promise<unknown>; leave: () => void };

export type Lines = {
  /** Takes the last place of a line; whoever takes one has to leave it. */
  enter: (line: string) => Place;
};

/** Lines by their names; one that is empty is forgotten. */
export function createLines(): Lines {
  const ends = new Map<string, Promise<unknown>>();
  return {
    enter: (line) => {
      const turn = ends.get(line) ?? Promise.resolve();
      const { promise, resolve: leave } = Promise.withResolvers<void>();
      const end = turn.then(() => promise);
      ends.set(line, end);
      void end.then(() => {
        if (ends.get(line) === end) ends.delete(line);
      });
      return { turn, leave };
    },
  };
}

/** A clock that can be set, and then goes on. */
export type Clock = { now: () => Date; set: (to: Date) => void };

export function createClock(start: Date): Clock {
  let setTo = start.getTime();
  let setAt = Date.now();
  return {
    now: () => new Date(setTo + Date.now() - setAt),
    set: (to) => {
      setTo = to.getTime();
      setAt = Date.now();
    },
  };
}

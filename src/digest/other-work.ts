/** Lets events and requests have their turn: a pass over a thousand channels takes seconds. */
export function otherWork(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

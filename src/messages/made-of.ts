/** What takes long to make of the articles of a base is kept until the base is replaced. */
import type { Article } from "../model.ts";

export function madeOf<Value>(
  articles: () => readonly Article[],
  make: (held: readonly Article[]) => Value,
): () => Value {
  let made: { of: readonly Article[]; value: Value } | null = null;
  return () => {
    const held = articles();
    if (made?.of !== held) made = { of: held, value: make(held) };
    return made.value;
  };
}

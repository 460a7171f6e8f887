/** Words come from people too, so what is remembered is forgotten before it can grow without end. */
const MAX_REMEMBERED = 50_000;

/** A function of a text, mostly a word, that works out the value of each of the last ones once. */
export function remembering<Value>(
  make: (text: string) => Value,
  max = MAX_REMEMBERED,
): (text: string) => Value {
  const values = new Map<string, Value>();
  return (text) => {
    const known = values.get(text);
    if (known !== undefined) return known;
    if (values.size >= max) values.clear();
    const value = make(text);
    values.set(text, value);
    return value;
  };
}

/** Words come from people too, so what is remembered is forgotten before it can grow without end. */
const MAX_REMEMBERED = 50_000;

/** A function of a word that works out each word's value once. */
export function remembering<Value>(make: (word: string) => Value): (word: string) => Value {
  const values = new Map<string, Value>();
  return (word) => {
    const known = values.get(word);
    if (known !== undefined) return known;
    if (values.size >= MAX_REMEMBERED) values.clear();
    const value = make(word);
    values.set(word, value);
    return value;
  };
}

/** Values that are worked out when they are first asked for. */

/** A function without arguments that works out its value once. */
export function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** A function of an object that works out its value for each once, and keeps it as long as that. */
export function onceForEach<Key extends object, Value>(
  make: (key: Key) => Value,
): (key: Key) => Value {
  const values = new WeakMap<Key, Value>();
  return (key) => values.getOrInsertComputed(key, make);
}

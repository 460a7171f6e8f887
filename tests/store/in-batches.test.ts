import { expect, test } from "vitest";
import { inBatches } from "../../src/store/in-batches.ts";

test("what comes at one moment is done together, in its order, and each gets its own result", async () => {
  const batches: (readonly number[])[] = [];
  const double = inBatches(async (numbers: readonly number[]) => {
    batches.push(numbers);
    return numbers.map((number) => 2 * number);
  });
  expect(await Promise.all([1, 2, 3].map(double))).toEqual([2, 4, 6]);
  expect(await double(4)).toBe(8);
  expect(batches).toEqual([[1, 2, 3], [4]]);
});

test("a batch holds no more than a statement may, and nothing is left behind", async () => {
  const sizes: number[] = [];
  const same = inBatches(async (numbers: readonly number[]) => {
    sizes.push(numbers.length);
    return numbers;
  });
  const numbers = Array.from({ length: 1_201 }, (_, number) => number);
  expect(await Promise.all(numbers.map(same))).toEqual(numbers);
  expect(sizes).toEqual([500, 500, 201]);
});

test("whoever is in a batch that fails hears of it, and the next one is done", async () => {
  let isAway = true;
  const store = inBatches(async (names: readonly string[]) => {
    if (isAway) throw new Error("away");
    return names;
  });
  const stored = await Promise.allSettled([store("first"), store("second")]);
  expect(stored.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  isAway = false;
  expect(await store("third")).toBe("third");
});

import { expect, test } from "vitest";
import { createLines } from "../../src/slack/lines.ts";

test("in a line one comes after the other, also where the later one is ready first", async () => {
  const lines = createLines();
  const [first, second, other] = [lines.enter("C1"), lines.enter("C1"), lines.enter("C2")];
  const done: string[] = [];
  const ended = second.turn.then(() => {
    done.push("second");
    second.leave();
  });
  await other.turn;
  done.push("other");
  other.leave();
  await first.turn;
  done.push("first");
  first.leave();
  await ended;
  expect(done).toEqual(["other", "first", "second"]);
});

test("whoever leaves before their turn keeps nobody waiting", async () => {
  const lines = createLines();
  const [first, second, third] = [lines.enter("C1"), lines.enter("C1"), lines.enter("C1")];
  second.leave();
  let isThird = false;
  const turn = third.turn.then(() => {
    isThird = true;
  });
  expect(isThird).toBe(false);
  first.leave();
  await turn;
  expect(isThird).toBe(true);
});

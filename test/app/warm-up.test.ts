import { setImmediate as pause } from "node:timers/promises";
import { expect, test } from "@jest/globals";
import { warmUp } from "../../src/app/warm-up.ts";

test("reads one text a pause, so that who comes meanwhile waits for one text at most", async () => {
  const read: string[] = [];
  warmUp(["a", "b", "c"], (text) => read.push(text));
  const between: number[] = [];
  while (read.length < 3) {
    between.push(read.length);
    await pause();
  }
  expect(read).toEqual(["a", "b", "c"]);
  expect(between).toEqual([0, 1, 2]);
});

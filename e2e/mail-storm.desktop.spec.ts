import { expect, test } from "@playwright/test";
import { runMailStorm } from "../bench/mail-storm/run-mail-storm";

test.setTimeout(360_000);

test("no message is lost, late for ever or out of order while workers are killed and everything fails in turn", async () => {
  const lines: string[] = [];
  const { messages, copies, faults, struck } = await runMailStorm({
    ...{ people: 480, workers: 2, seconds: 20, tell: (line) => lines.push(line) },
  });
  expect(faults, lines.join("\n")).toEqual([]);
  expect(messages).toBe(600);
  expect(struck.size).toBe(7);
  // At most what the killed workers had under way between sending and noting it.
  expect(copies).toBeLessThan(messages * 0.05);
});

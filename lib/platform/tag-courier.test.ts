import { expect, test, vi } from "vitest";
import { createTagCourier } from "./tag-courier";

test("a tag is owed from the moment it is given until it has arrived, also when the first attempt fails", async () => {
  const sent: string[][] = [];
  const arrivals: { resolve: () => void; reject: (reason: Error) => void }[] = [];
  const courier = createTagCourier((tags) => {
    sent.push(tags);
    return new Promise<void>((resolve, reject) => arrivals.push({ resolve, reject }));
  });

  const first = courier.deliver(["a"]);
  expect(courier.isOwing(["a", "other"])).toBe(true);
  await vi.waitFor(() => expect(sent).toEqual([["a"]]));
  // The same once more, while it is on its way.
  const second = courier.deliver(["a"]);
  arrivals[0]?.resolve();
  await first;
  expect(courier.isOwing(["a"])).toBe(true);
  expect(courier.isOwing(["other"])).toBe(false);

  await vi.waitFor(() => expect(sent).toHaveLength(2));
  arrivals[1]?.reject(new Error("the far end is away"));
  await second;
  expect(courier.isOwing(["a"])).toBe(true);
  await vi.waitFor(() => expect(sent).toHaveLength(3), 5_000);
  arrivals[2]?.resolve();
  await vi.waitFor(() => expect(courier.isOwing(["a"])).toBe(false));
});

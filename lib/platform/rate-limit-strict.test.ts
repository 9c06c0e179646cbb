import { expect, it, vi } from "vitest";
import { takeFromLimits } from "./rate-limit";

vi.mock("./config", async (importOriginal) => {
  const { config } = await importOriginal<typeof import("./config")>();
  return { config: () => ({ ...config(), RATE_LIMIT_PROFILE: "strict" }) };
});

async function allowedOf(keys: string[]): Promise<number> {
  const states = await Promise.all(keys.map((key) => takeFromLimits("register", [key])));
  return states.filter(({ isAllowed }) => isAllowed).length;
}

it("strict: 10 registrations an address and 5 a person in 15 minutes, 100 in all", async () => {
  expect(await allowedOf(Array.from({ length: 20 }, () => "user:a"))).toBe(5);
  expect(await allowedOf(Array.from({ length: 20 }, () => "ip:192.0.2.60"))).toBe(10);
  // 40 calls have counted so far, also those that were refused.
  expect(await allowedOf(Array.from({ length: 100 }, (_, nth) => `user:b${nth}`))).toBe(60);
});

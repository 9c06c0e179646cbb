import { expect, test } from "vitest";
import { now } from "@/lib/platform/clock";
import { GET } from "./route";

test("says where to report a weakness, and for how long that holds", async () => {
  const text = await (await GET()).text();
  expect(text).toContain("Contact: mailto:security@example.org\n");
  const [, expires = ""] = text.match(/^Expires: (\S+)$/m) ?? [];
  const days = (new Date(expires).getTime() - now().getTime()) / 86_400_000;
  expect(days).toBeGreaterThan(100);
  expect(days).toBeLessThan(366);
});

import { expect, test } from "vitest";
import { GET } from "./route";

const ask = (headers: Record<string, string>) => GET(new Request("http://localhost:3000/api/metrics", { headers }));

test("metrics are for whoever has the token, and for a direct caller on the same machine", async () => {
  const allowed: Record<string, string>[] = [
    { authorization: "Bearer metrics-token-of-tests" },
    { "x-turnout-direct": "1" },
  ];
  for (const headers of allowed) {
    const answer = await ask(headers);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain("http_request_duration_seconds");
  }
});

test.each<Record<string, string>>([
  {},
  { authorization: "Bearer wrong", "x-turnout-direct": "1" },
  { authorization: "Basic eA==" },
])("metrics are refused to %j", async (headers) => {
  const answer = await ask(headers);
  expect(answer.status).toBe(401);
  expect(await answer.json()).toMatchObject({ code: "unauthenticated" });
});

import { expect, test } from "vitest";
import { DELETE, GET, POST } from "./route";

test.each([
  ["GET", GET],
  ["POST", POST],
  ["DELETE", DELETE],
] as const)("an address of the API that does not exist answers %s with a problem document", async (method, handle) => {
  const answer = await handle(new Request("http://localhost:3000/api/nothing", { method }));
  expect(answer.status).toBe(404);
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  expect(await answer.json()).toMatchObject({ code: "not_found", requestId: answer.headers.get("x-request-id") });
});

import { type APIRequestContext, expect } from "@playwright/test";
import { demoPassword } from "./fixtures";

type Tokens = { accessToken: string; refreshToken: string };

/** The tokens that the API gives a demo account for its password. */
export async function tokensOf(request: APIRequestContext, email: string): Promise<Tokens> {
  const answer = await request.post("/api/auth/token", { data: { email, password: demoPassword } });
  expect(answer.status(), await answer.text()).toBe(200);
  return answer.json();
}

/** The header by which a demo account calls the API. */
export async function bearerOf(request: APIRequestContext, email: string): Promise<Record<string, string>> {
  return { Authorization: `Bearer ${(await tokensOf(request, email)).accessToken}` };
}

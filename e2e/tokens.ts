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

/**
 * The session cookie that a browser without scripts gets when a demo account signs in by password.
 */
export async function sessionCookieOf(email: string): Promise<string> {
  const page = new URL("/sign-in?step=password", process.env.TURNOUT_URL);
  const html = await (await fetch(page)).text();
  const form = html.split("<form").find((part) => part.includes('name="password"')) ?? "";
  const sent = new FormData();
  for (const [field] of form.matchAll(/<input type="hidden"[^>]*>/g)) {
    const attribute = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(field)?.[1]?.replaceAll("&quot;", '"');
    sent.set(attribute("name") ?? "", attribute("value") ?? "");
  }
  sent.set("email", email);
  sent.set("password", demoPassword);
  const answer = await fetch(page, {
    method: "POST",
    body: sent,
    headers: { origin: page.origin },
    redirect: "manual",
  });
  const cookie = answer.headers.getSetCookie().find((set) => set.includes("session-token="));
  if (!cookie) throw new Error(`${email} was not signed in: ${answer.status}`);
  return cookie.split(";")[0] ?? "";
}

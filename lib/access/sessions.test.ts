import { eq } from "drizzle-orm";
import { afterEach, describe, expect, it, vi } from "vitest";
import { db } from "@/db/client";
import { auditLog } from "@/db/schema/audit-log";
import { sessions, users } from "@/db/schema/users";
import { now, setClock } from "@/lib/platform/clock";
import { makePerson } from "@/lib/testing/make-person";
import { findPersonOfAccessToken, issueAccessToken } from "./access-token";
import { dueForRenewal, findPersonOfBrowser, renewBrowserSession } from "./browser-session";
import { browserTokenOf } from "./browser-token";
import { findPersonOfSession } from "./find-session";
import { refreshTokenOf } from "./refresh-token";
import { revokeByRefreshToken, rotateByRefreshToken, signOutSession, startSession } from "./sessions";

async function aSession() {
  const { userId } = await makePerson();
  return startSession(userId, { method: "code" });
}

function later(seconds: number): void {
  setClock(new Date(now().getTime() + seconds * 1000));
}

/** The next value of a cookie, as the front asks for it. */
async function renewed(token: string): Promise<string> {
  const claim = dueForRenewal(token);
  const next = claim && (await renewBrowserSession(claim));
  if (!next) throw new Error("not renewed");
  return next;
}

afterEach(() => setClock(null));

describe("a session of an API client", () => {
  it("dies when a spent token is used, at once", async () => {
    const { refreshToken } = await aSession();
    const next = await rotateByRefreshToken(refreshToken);
    expect(await rotateByRefreshToken(refreshToken)).toBeNull();
    expect(await rotateByRefreshToken(next?.refreshToken ?? "")).toBeNull();
  });

  it("dies when a token two generations old is used, however soon", async () => {
    const { refreshToken } = await aSession();
    const second = await rotateByRefreshToken(refreshToken);
    const third = await rotateByRefreshToken(second?.refreshToken ?? "");
    expect(await rotateByRefreshToken(refreshToken)).toBeNull();
    expect(await rotateByRefreshToken(third?.refreshToken ?? "")).toBeNull();
  });

  it("is not touched by a forged token", async () => {
    const { refreshToken, person } = await aSession();
    const forged = Buffer.from(refreshToken, "base64url");
    forged[40] = (forged[40] ?? 0) ^ 1;
    expect(await rotateByRefreshToken(forged.toString("base64url"))).toBeNull();
    await revokeByRefreshToken("nonsense");
    expect(await findPersonOfSession(person.sessionId)).not.toBeNull();
  });

  it("ends after seven days without use, and lives on with it", async () => {
    const { refreshToken } = await aSession();
    later(6 * 86_400);
    const next = await rotateByRefreshToken(refreshToken);
    later(6 * 86_400);
    expect(await rotateByRefreshToken(next?.refreshToken ?? "")).not.toBeNull();
    later(8 * 86_400);
    expect(await rotateByRefreshToken(refreshTokenOf(next?.person.sessionId ?? "", 2))).toBeNull();
  });

  it("ends after ninety days, however often it is renewed", async () => {
    let token = (await aSession()).refreshToken;
    for (let day = 0; day < 84; day += 6) {
      later(6 * 86_400);
      token = (await rotateByRefreshToken(token))?.refreshToken ?? "";
      expect(token).not.toBe("");
    }
    const last = await rotateByRefreshToken(token);
    expect(last?.expiresAt.getTime()).toBeLessThanOrEqual(now().getTime() + 6 * 86_400_000);
    later(6 * 86_400);
    expect(await rotateByRefreshToken(last?.refreshToken ?? "")).toBeNull();
  });
});

describe("a session of a browser", () => {
  it("is renewed after fifteen minutes, and 64 racing requests get the same one successor", async () => {
    const { browserToken } = await aSession();
    expect(dueForRenewal(browserToken)).toBeNull();
    later(15 * 60);
    const successors = new Set(await Promise.all(Array.from({ length: 64 }, () => renewed(browserToken))));
    expect(successors.size).toBe(1);
    expect(successors.has(browserToken)).toBe(false);
  });

  it("goes on with the former value for a minute: two tabs, an answer that was lost", async () => {
    const { browserToken, person } = await aSession();
    later(15 * 60);
    const next = await renewed(browserToken);
    later(59);
    expect(await findPersonOfBrowser(browserToken)).toMatchObject({ userId: person.userId });
    expect(await renewed(browserToken)).toBe(next);
    expect(await findPersonOfBrowser(next)).toMatchObject({ userId: person.userId });
  });

  it("ends when a value that was spent a minute ago is used again, by whomever", async () => {
    const { browserToken, person } = await aSession();
    later(15 * 60);
    const next = await renewed(browserToken);
    later(61);
    expect(await findPersonOfBrowser(browserToken)).toBeNull();
    expect(await findPersonOfBrowser(next)).toBeNull();
    const ended = await db()
      .select({ detail: auditLog.detail })
      .from(auditLog)
      .where(eq(auditLog.subjectId, person.userId));
    expect(ended).toContainEqual({ detail: { why: "spent_token_used" } });
  });

  it("is nobody's by an altered value, or by a token of another kind", async () => {
    const { browserToken, refreshToken, person } = await aSession();
    const altered = Buffer.from(browserToken, "base64url");
    altered[17] = (altered[17] ?? 0) ^ 1;
    for (const value of [altered.toString("base64url"), refreshToken, await issueAccessToken(person), "", undefined])
      expect(await findPersonOfBrowser(value)).toBeNull();
    expect(await findPersonOfBrowser(browserToken)).not.toBeNull();
  });

  it("is not ended by a value of a future that the database knows nothing of", async () => {
    const { browserToken, person } = await aSession();
    const future = browserTokenOf({ sessionId: person.sessionId, generation: 7, issuedAt: now() });
    expect(await findPersonOfBrowser(future)).toBeNull();
    expect(await findPersonOfBrowser(browserToken)).not.toBeNull();
  });
});

describe("what speaks for a session that has ended", () => {
  it("is worth nothing at once: access token, cookie and refresh token", async () => {
    const { person, browserToken, refreshToken } = await aSession();
    const token = await issueAccessToken(person);
    expect(await findPersonOfAccessToken(token)).not.toBeNull();
    await signOutSession(person.sessionId);
    expect(await findPersonOfAccessToken(token)).toBeNull();
    expect(await findPersonOfBrowser(browserToken)).toBeNull();
    expect(await rotateByRefreshToken(refreshToken)).toBeNull();
  });

  it("is worth nothing at once when its person is disabled, and no other session opens", async () => {
    const { person, browserToken } = await aSession();
    const token = await issueAccessToken(person);
    await db().update(users).set({ disabledAt: now() }).where(eq(users.id, person.userId));
    expect(await findPersonOfAccessToken(token)).toBeNull();
    expect(await findPersonOfBrowser(browserToken)).toBeNull();
    await expect(startSession(person.userId, { method: "password" })).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("an access token", () => {
  it("speaks for its person for fifteen minutes", async () => {
    const { person } = await aSession();
    const token = await issueAccessToken(person);
    expect(await findPersonOfAccessToken(token)).toEqual(person);
    later(15 * 60 + 1);
    expect(await findPersonOfAccessToken(token)).toBeNull();
  });

  it("says what its person is now, also when it was issued before", async () => {
    const { person } = await aSession();
    const token = await issueAccessToken(person);
    const changed = { role: "organizer", department: "Board", name: "Ada L." } as const;
    await db().update(users).set(changed).where(eq(users.id, person.userId));
    expect(await findPersonOfAccessToken(token)).toMatchObject(changed);
  });

  it("holds no name and no address", async () => {
    const { person } = await aSession();
    const body = Buffer.from((await issueAccessToken(person)).split(".")[1] ?? "", "base64url").toString();
    for (const known of [person.name, person.email]) expect(body).not.toContain(known);
  });

  it("is refused when altered, unsigned, or another kind of token", async () => {
    const { person, refreshToken } = await aSession();
    const [head, body, signature] = (await issueAccessToken(person)).split(".");
    const unsigned = Buffer.from('{"alg":"none"}').toString("base64url");
    for (const token of [`${head}.${body}x.${signature}`, `${unsigned}.${body}.`, refreshToken, ""]) {
      expect(await findPersonOfAccessToken(token)).toBeNull();
    }
  });
});

describe("the last use of a session", () => {
  it("is written soon after the first request, and then every few minutes at most", async () => {
    const { person } = await aSession();
    const seenAt = async () => {
      const [row] = await db().select().from(users).where(eq(users.id, person.userId));
      return row?.lastSeenAt?.getTime() ?? null;
    };
    const usedAt = async () => {
      const [row] = await db().select().from(sessions).where(eq(sessions.id, person.sessionId));
      return row?.lastUsedAt.getTime();
    };
    await vi.waitFor(async () => expect(await seenAt()).not.toBeNull(), 5_000);
    later(6 * 60);
    const at = now().getTime();
    await findPersonOfSession(person.sessionId);
    await vi.waitFor(async () => expect(await seenAt()).toBeGreaterThanOrEqual(at), 5_000);
    expect(await usedAt()).toBeGreaterThanOrEqual(at);
  });
});

it("a session says how it was opened, in the audit log too", async () => {
  const { userId } = await makePerson();
  const caller = { network: "192.0.2.7", userAgent: "Firefox", knownAccounts: [] };
  const { person } = await startSession(userId, { method: "password", caller });
  expect(person.provedAt).toBeNull();
  expect((await startSession(userId, { method: "code" })).person.provedAt).not.toBeNull();
  const entries = await db().select().from(auditLog).where(eq(auditLog.actorId, userId));
  const detail = { method: "password", network: "192.0.2.7" };
  expect(entries).toContainEqual(expect.objectContaining({ action: "session.started", detail }));
});

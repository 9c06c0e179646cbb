import { afterEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { users } from "@/db/schema/users";
import { now, setClock } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/id";
import { findPersonOfAccessToken, issueAccessToken } from "./access-token";
import { refreshTokenOf } from "./refresh-token";
import { findPersonOfSession, revokeByRefreshToken, rotateSession, startSession } from "./sessions";

async function aPerson(): Promise<string> {
  const id = newId();
  await db()
    .insert(users)
    .values({ id, email: `${id}@example.org`, name: "Ada Lovelace" });
  return id;
}

function later(seconds: number): void {
  setClock(new Date(now().getTime() + seconds * 1000));
}

afterEach(() => setClock(null));

describe("a session", () => {
  it("gives 64 racing refreshes of one browser the same one successor", async () => {
    const { refreshToken } = await startSession(await aPerson());
    const renewed = await Promise.all(
      Array.from({ length: 64 }, () => rotateSession(refreshToken, { toleratesRace: true })),
    );
    const successors = new Set(renewed.map((session) => session?.refreshToken));
    expect(successors.size).toBe(1);
    expect(successors.has(undefined)).toBe(false);
    expect(successors.has(refreshToken)).toBe(false);
  });

  it("dies when an API client uses a spent token, at once", async () => {
    const { refreshToken } = await startSession(await aPerson());
    const renewed = await rotateSession(refreshToken);
    expect(await rotateSession(refreshToken)).toBeNull();
    expect(await rotateSession(renewed?.refreshToken ?? "")).toBeNull();
  });

  it("dies when a browser uses a token that was spent more than ten seconds ago", async () => {
    const { refreshToken, person } = await startSession(await aPerson());
    const renewed = await rotateSession(refreshToken);
    later(11);
    expect(await rotateSession(refreshToken, { toleratesRace: true })).toBeNull();
    expect(await rotateSession(renewed?.refreshToken ?? "")).toBeNull();
    expect(await findPersonOfSession(person.sessionId)).toBeNull();
  });

  it("dies when a token two generations old is used, however soon", async () => {
    const { refreshToken } = await startSession(await aPerson());
    const second = await rotateSession(refreshToken);
    const third = await rotateSession(second?.refreshToken ?? "");
    expect(await rotateSession(refreshToken)).toBeNull();
    expect(await rotateSession(third?.refreshToken ?? "")).toBeNull();
  });

  it("is not touched by a forged token", async () => {
    const { refreshToken, person } = await startSession(await aPerson());
    const forged = Buffer.from(refreshToken, "base64url");
    forged[40] = (forged[40] ?? 0) ^ 1;
    expect(await rotateSession(forged.toString("base64url"))).toBeNull();
    await revokeByRefreshToken("nonsense");
    expect(await findPersonOfSession(person.sessionId)).not.toBeNull();
  });

  it("ends after seven days without use, and lives on with it", async () => {
    const { refreshToken } = await startSession(await aPerson());
    later(6 * 86_400);
    const renewed = await rotateSession(refreshToken);
    later(6 * 86_400);
    expect(await rotateSession(renewed?.refreshToken ?? "")).not.toBeNull();
    later(8 * 86_400);
    expect(await rotateSession(refreshTokenOf(renewed?.person.sessionId ?? "", 2))).toBeNull();
  });
});

describe("an access token", () => {
  it("speaks for its person for fifteen minutes", async () => {
    const { person } = await startSession(await aPerson());
    const token = await issueAccessToken(person);
    expect(await findPersonOfAccessToken(token)).toEqual(person);
    later(15 * 60 + 1);
    expect(await findPersonOfAccessToken(token)).toBeNull();
  });

  it("is refused when altered, unsigned, or another kind of token", async () => {
    const { person, refreshToken } = await startSession(await aPerson());
    const [head, body, signature] = (await issueAccessToken(person)).split(".");
    const unsigned = Buffer.from('{"alg":"none"}').toString("base64url");
    for (const token of [`${head}.${body}x.${signature}`, `${unsigned}.${body}.`, refreshToken, ""]) {
      expect(await findPersonOfAccessToken(token)).toBeNull();
    }
  });
});

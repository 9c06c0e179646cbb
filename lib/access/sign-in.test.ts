import { eq } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { outbox } from "@/db/schema/outbox";
import { users } from "@/db/schema/users";
import { now, setClock } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/id";
import { hashPassword } from "./passwords";
import { requestSignInCode } from "./request-sign-in-code";
import { signInCodeOf } from "./sign-in-codes";
import { signInWithCode } from "./sign-in-with-code";
import { signInWithPassword } from "./sign-in-with-password";

const anAddress = () => `${newId()}@example.org`;
const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");

afterEach(() => setClock(null));

describe("signing in by code", () => {
  it("sends one message, that holds no code, and opens a session for the address", async () => {
    const email = anAddress();
    const { challengeId } = await requestSignInCode({ email });
    const [message] = await db().select().from(outbox).where(eq(outbox.signInCodeId, challengeId));
    expect(JSON.stringify(message)).not.toContain(signInCodeOf(challengeId));
    const { person } = await signInWithCode({ challengeId, code: signInCodeOf(challengeId) });
    expect(person).toMatchObject({ email, role: "attendee" });
  });

  it("works once, even for racing attempts", async () => {
    const { challengeId } = await requestSignInCode({ email: anAddress() });
    const attempts = Array.from({ length: 4 }, () => signInWithCode({ challengeId, code: signInCodeOf(challengeId) }));
    const settled = await Promise.allSettled(attempts);
    expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("gives up after five wrong attempts, also when they race", async () => {
    const { challengeId } = await requestSignInCode({ email: anAddress() });
    const code = wrong(signInCodeOf(challengeId));
    await Promise.allSettled(Array.from({ length: 8 }, () => signInWithCode({ challengeId, code })));
    await expect(signInWithCode({ challengeId, code: signInCodeOf(challengeId) })).rejects.toMatchObject({
      code: "unauthenticated",
    });
  });

  it("expires after ten minutes", async () => {
    const { challengeId } = await requestSignInCode({ email: anAddress() });
    setClock(new Date(now().getTime() + 601_000));
    await expect(signInWithCode({ challengeId, code: signInCodeOf(challengeId) })).rejects.toMatchObject({
      code: "unauthenticated",
    });
  });

  it("writes to one address five times in ten minutes at most", async () => {
    const email = anAddress();
    for (let call = 0; call < 5; call++) await requestSignInCode({ email });
    await expect(requestSignInCode({ email })).rejects.toMatchObject({ code: "rate_limited" });
  });
});

describe("signing in by password", () => {
  it("takes the right one and answers alike for a wrong one, an unknown address and one without a password", async () => {
    const [known, bare] = [anAddress(), anAddress()];
    const passwordHash = await hashPassword("correct horse");
    await db()
      .insert(users)
      .values([
        { id: newId(), email: known, name: "Ada", passwordHash },
        { id: newId(), email: bare, name: "Bob" },
      ]);
    expect((await signInWithPassword({ email: known, password: "correct horse" })).person.email).toBe(known);
    const refusals = await Promise.all(
      [known, bare, anAddress()].map((email) =>
        signInWithPassword({ email, password: "wrong" }).catch((error) => error),
      ),
    );
    expect(new Set(refusals.map((error) => `${error.code} ${error.message}`)).size).toBe(1);
    expect(refusals[0]).toMatchObject({ code: "unauthenticated" });
  });
});

import { eq } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { auditLog } from "@/db/schema/audit-log";
import { outbox } from "@/db/schema/outbox";
import { users } from "@/db/schema/users";
import { now, setClock } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/id";
import type { Caller } from "./caller";
import { pauseMs } from "./judge-guess";
import { knownDeviceTokenOf, openKnownDeviceToken } from "./known-device";
import { hashPassword } from "./passwords";
import { requestSignInCode } from "./request-sign-in-code";
import { signInCodeOf } from "./sign-in-codes";
import { signInWithCode } from "./sign-in-with-code";
import { signInWithPassword } from "./sign-in-with-password";

const from = (network: string): Caller => ({ network, userAgent: null, knownAccounts: [] });
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

  it("refuses whoever guesses from the eleventh time on, also when the guesses race", async () => {
    const { challengeId } = await requestSignInCode({ email: anAddress() });
    const code = wrong(signInCodeOf(challengeId));
    const codes = await Promise.all(
      Array.from({ length: 13 }, () => signInWithCode({ challengeId, code }).catch((error) => error.code)),
    );
    expect(codes.toSorted()).toEqual([...Array(3).fill("rate_limited"), ...Array(10).fill("unauthenticated")]);
    const right = { challengeId, code: signInCodeOf(challengeId) };
    await expect(signInWithCode(right)).rejects.toMatchObject({ code: "rate_limited" });
  });

  it("takes five guesses at a code from where it was not asked for, and the right one from where it was", async () => {
    const email = anAddress();
    const { challengeId } = await requestSignInCode({ email }, from("192.0.2.1"));
    const code = signInCodeOf(challengeId);
    for (let guess = 0; guess < 5; guess++)
      await expect(signInWithCode({ email, code: wrong(code) }, from("192.0.2.2"))).rejects.toThrow();
    await expect(signInWithCode({ email, code }, from("192.0.2.2"))).rejects.toMatchObject({ code: "unauthenticated" });
    expect((await signInWithCode({ email, code }, from("192.0.2.1"))).person.email).toBe(email);
  });

  it("expires after ten minutes", async () => {
    const { challengeId } = await requestSignInCode({ email: anAddress() });
    setClock(new Date(now().getTime() + 601_000));
    await expect(signInWithCode({ challengeId, code: signInCodeOf(challengeId) })).rejects.toMatchObject({
      code: "unauthenticated",
    });
  });

  it("writes to one address five times in ten minutes for one network; then the last code goes on to work", async () => {
    const email = anAddress();
    const asked = [];
    for (let call = 0; call < 7; call++) asked.push(await requestSignInCode({ email }, from("192.0.2.1")));
    expect(asked.map(({ isSent }) => isSent)).toEqual([true, true, true, true, true, false, false]);
    const elsewhere = await requestSignInCode({ email }, from("192.0.2.2"));
    expect(elsewhere.isSent).toBe(true);
    const { challengeId } = asked[6] ?? elsewhere;
    expect(challengeId).toBe(asked[4]?.challengeId);
    const typed = { email, code: signInCodeOf(challengeId) };
    expect((await signInWithCode(typed, from("192.0.2.1"))).person.email).toBe(email);
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

  describe("while somebody guesses", () => {
    const password = "correct horse";

    async function anAccount() {
      const [id, email] = [newId(), anAddress()];
      await db()
        .insert(users)
        .values({ id, email, name: "Ada", passwordHash: await hashPassword(password) });
      const guess = (caller: Caller, typed = "wrong") =>
        signInWithPassword({ email, password: typed }, caller).then(
          () => "in",
          (error) => error.code as string,
        );
      return { id, email, guess };
    }

    it("refuses from the eleventh wrong guess on, says for how long, and lets in again afterwards", async () => {
      const { email, guess } = await anAccount();
      const guesser = from("192.0.2.66");
      for (let nth = 0; nth < 10; nth++) expect(await guess(guesser)).toBe("unauthenticated");
      const refused = await signInWithPassword({ email, password }, guesser).catch((error) => error);
      expect(refused).toMatchObject({ code: "rate_limited" });
      expect(refused.retryAfterSeconds).toBeGreaterThan(0);
      expect(refused.retryAfterSeconds).toBeLessThanOrEqual(600);
      setClock(new Date(now().getTime() + 600_000));
      expect(await guess(guesser, password)).toBe("in");
    });

    it("lets the owner in from another network, and from a browser in which they signed in before", async () => {
      const { id, guess } = await anAccount();
      for (let nth = 0; nth < 11; nth++) await guess(from("192.0.2.66"));
      expect(await guess(from("192.0.2.1"), password)).toBe("in");
      const own = { ...from("192.0.2.66"), knownAccounts: openKnownDeviceToken(knownDeviceTokenOf([id])) };
      expect(await guess(own, password)).toBe("in");
      const another = { ...from("192.0.2.66"), knownAccounts: openKnownDeviceToken(knownDeviceTokenOf([newId()])) };
      expect(await guess(another, password)).toBe("rate_limited");
    });

    it("counts no right password, however many come at once", async () => {
      const { guess } = await anAccount();
      const all = await Promise.all(Array.from({ length: 15 }, () => guess(from("192.0.2.5"), password)));
      expect(new Set(all)).toEqual(new Set(["in"]));
    });

    it("refuses an address that is nobody's in the same way", async () => {
      const email = anAddress();
      const guess = () => signInWithPassword({ email, password }, from("192.0.2.9")).catch((error) => error.code);
      for (let nth = 0; nth < 10; nth++) expect(await guess()).toBe("unauthenticated");
      expect(await guess()).toBe("rate_limited");
    });

    it("tells the owner, once a day, and the audit log of each guess", async () => {
      const { id, guess } = await anAccount();
      for (const network of ["192.0.2.66", "192.0.2.67"]) for (let nth = 0; nth < 11; nth++) await guess(from(network));
      const mails = await db().select().from(outbox).where(eq(outbox.userId, id));
      expect(mails.map(({ notice }) => notice)).toEqual(["too_many_guesses"]);
      const entries = await db().select().from(auditLog).where(eq(auditLog.subjectId, id));
      expect(entries.filter(({ action }) => action === "session.refused")).toHaveLength(20);
    });

    it("makes many networks together wait, longer and longer, and never for ever", () => {
      expect([0, 20, 30, 40, 50, 200, 100_000].map(pauseMs)).toEqual([0, 0, 250, 500, 1_000, 4_000, 4_000]);
    });
  });
});

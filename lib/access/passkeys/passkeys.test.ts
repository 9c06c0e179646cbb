import { and, eq, isNull } from "drizzle-orm";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { closeDatabase, db } from "@/db/client";
import { outbox } from "@/db/schema/outbox";
import { passkeys, sessions } from "@/db/schema/users";
import { now, setClock } from "@/lib/platform/clock";
import { makeAuthenticator } from "@/lib/testing/make-authenticator";
import { makePerson } from "@/lib/testing/make-person";
import type { Person } from "../actor";
import { requirePerson } from "../scopes";
import { addPasskey } from "./add-passkey";
import { askForNewPasskey, askForPasskey } from "./ask-for-passkey";
import { confirmWithPasskey } from "./confirm-with-passkey";
import { listPasskeys } from "./list-passkeys";
import { relyingPartyOf } from "./relying-party";
import { removePasskey } from "./remove-passkey";
import { renamePasskey } from "./rename-passkey";
import { resetPasskeys } from "./reset-passkeys";

afterAll(() => closeDatabase());
afterEach(() => setClock(null));

type Session = Partial<Pick<typeof sessions.$inferInsert, "provedAt" | "secondFactorAt">>;

const setSession = ({ sessionId }: Person, values: Session) =>
  db().update(sessions).set(values).where(eq(sessions.id, sessionId));

async function sessionOf({ sessionId }: Person) {
  const [session] = await db().select().from(sessions).where(eq(sessions.id, sessionId));
  if (!session) throw new Error("there is no such session");
  return session;
}

const noticesTo = ({ userId }: Person) =>
  db()
    .select({ notice: outbox.notice })
    .from(outbox)
    .where(and(eq(outbox.userId, userId), eq(outbox.kind, "security_notice")))
    .orderBy(outbox.id);

/** Somebody who has just proved who they are, without a passkey. */
async function proved(): Promise<Person> {
  const person = await makePerson({ role: "organizer" });
  await setSession(person, { provedAt: now(), secondFactorAt: null });
  return person;
}

async function add(person: Person, authenticator = makeAuthenticator(), name = "Laptop") {
  const scope = requirePerson(person);
  const answer = authenticator.create(await askForNewPasskey(scope));
  await addPasskey(scope, { name, answer });
  return authenticator;
}

/** Somebody with a passkey, in a session that has not shown it. */
async function withPasskey() {
  const person = await proved();
  const authenticator = await add(person);
  await setSession(person, { secondFactorAt: null });
  return { person, scope: requirePerson(person), authenticator };
}

describe("adding a passkey", () => {
  it("keeps it under its name, gives the session its second factor, and tells its person by mail", async () => {
    const person = await proved();
    await add(person, undefined, "Yubikey");
    expect(await listPasskeys(requirePerson(person))).toMatchObject([{ name: "Yubikey", lastUsedAt: null }]);
    expect((await sessionOf(person)).secondFactorAt).toBeInstanceOf(Date);
    expect(await noticesTo(person)).toEqual([{ notice: "passkey_added" }]);
  });

  it("needs a proof of who one is that is not older than ten minutes", async () => {
    const person = await proved();
    await setSession(person, { provedAt: null });
    await expect(askForNewPasskey(requirePerson(person))).rejects.toMatchObject({ code: "proof_required" });
    await setSession(person, { provedAt: new Date(now().getTime() - 601_000) });
    await expect(askForNewPasskey(requirePerson(person))).rejects.toMatchObject({ code: "proof_required" });
  });

  it("needs the passkey that there is, so that a stolen mailbox adds no second one", async () => {
    const { scope } = await withPasskey();
    await expect(askForNewPasskey(scope)).rejects.toMatchObject({ code: "second_factor_required" });
  });

  it("takes no answer to another challenge, for another site, or without its holder's proof", async () => {
    const person = await proved();
    const scope = requirePerson(person);
    for (const faults of [
      { challenge: "b3RoZXI" },
      { origin: "https://evil.example" },
      { rpId: "evil.example" },
      { isUserVerified: false },
    ]) {
      const answer = makeAuthenticator().create(await askForNewPasskey(scope), faults);
      await expect(addPasskey(scope, { name: "Evil", answer })).rejects.toMatchObject({ code: "conflict" });
    }
    expect(await listPasskeys(scope)).toEqual([]);
  });
});

describe("showing a passkey", () => {
  it("gives the session its second factor and a fresh proof", async () => {
    const { person, scope, authenticator } = await withPasskey();
    await setSession(person, { provedAt: null });
    await confirmWithPasskey(scope, { answer: authenticator.get(await askForPasskey(scope)) });
    const { secondFactorAt, provedAt } = await sessionOf(person);
    expect([secondFactorAt, provedAt]).toEqual([expect.any(Date), expect.any(Date)]);
    expect((await listPasskeys(scope))[0]?.lastUsedAt).toBeInstanceOf(Date);
  });

  it("takes each challenge once, in its own session, for five minutes", async () => {
    const { person, scope, authenticator } = await withPasskey();
    const asked = await askForPasskey(scope);
    await confirmWithPasskey(scope, { answer: authenticator.get(asked) });
    const again = confirmWithPasskey(scope, { answer: authenticator.get(asked) });
    await expect(again).rejects.toMatchObject({ code: "conflict" });
    const late = await askForPasskey(scope);
    setClock(new Date(now().getTime() + 301_000));
    await expect(confirmWithPasskey(scope, { answer: authenticator.get(late) })).rejects.toMatchObject({
      code: "conflict",
    });
    expect((await sessionOf(person)).passkeyChallenge).not.toBeNull();
  });

  it("refuses what is not its person's own, was signed for elsewhere, or without its holder's proof", async () => {
    const { person, scope, authenticator } = await withPasskey();
    const other = await withPasskey();
    const refused = { code: "unauthenticated" };
    const foreign = other.authenticator.get(await askForPasskey(scope));
    await expect(confirmWithPasskey(scope, { answer: foreign })).rejects.toMatchObject(refused);
    for (const faults of [
      { challenge: "b3RoZXI" },
      { origin: "https://evil.example" },
      { rpId: "evil.example" },
      { isUserVerified: false },
    ]) {
      const answer = authenticator.get(await askForPasskey(scope), faults);
      await expect(confirmWithPasskey(scope, { answer })).rejects.toMatchObject(refused);
    }
    expect((await sessionOf(person)).secondFactorAt).toBeNull();
  });

  it("refuses a copy of an authenticator, whose count stands still", async () => {
    const { scope, authenticator } = await withPasskey();
    authenticator.setCounter(41);
    await confirmWithPasskey(scope, { answer: authenticator.get(await askForPasskey(scope)) });
    authenticator.setCounter(7);
    const copy = authenticator.get(await askForPasskey(scope));
    await expect(confirmWithPasskey(scope, { answer: copy })).rejects.toMatchObject({ code: "unauthenticated" });
  });
});

describe("losing a passkey", () => {
  it("is one's own doing only with the passkey shown; a mail says so", async () => {
    const { person, scope, authenticator } = await withPasskey();
    const remove = () => removePasskey(scope, { id: authenticator.id });
    await expect(remove()).rejects.toMatchObject({ code: "second_factor_required" });
    await confirmWithPasskey(scope, { answer: authenticator.get(await askForPasskey(scope)) });
    await remove();
    await remove();
    expect(await listPasskeys(scope)).toEqual([]);
    expect(await noticesTo(person)).toEqual([{ notice: "passkey_added" }, { notice: "passkey_removed" }]);
  });

  it("never touches another person's", async () => {
    const [one, other] = [await withPasskey(), await withPasskey()];
    await setSession(one.person, { secondFactorAt: now() });
    await removePasskey(one.scope, { id: other.authenticator.id });
    const renaming = renamePasskey(one.scope, { id: other.authenticator.id, name: "Mine" });
    await expect(renaming).rejects.toMatchObject({ code: "not_found" });
    expect(await listPasskeys(other.scope)).toMatchObject([{ name: "Laptop" }]);
  });

  it("is mended by the operator: all are removed, every session ends, and a mail says so", async () => {
    const { person } = await withPasskey();
    expect(await resetPasskeys(null, person)).toBe(1);
    expect(await db().$count(passkeys, eq(passkeys.userId, person.userId))).toBe(0);
    const open = and(eq(sessions.userId, person.userId), isNull(sessions.revokedAt));
    expect(await db().$count(sessions, open)).toBe(0);
    expect(await noticesTo(person)).toEqual([{ notice: "passkey_added" }, { notice: "passkey_removed" }]);
  });
});

it("passkeys are made where browsers make them: https under a name, or localhost", () => {
  const nameOf = (APP_URL: string) => relyingPartyOf({ APP_URL })?.id ?? null;
  expect(nameOf("https://events.example.org:8443")).toBe("events.example.org");
  expect(nameOf("http://localhost:3000")).toBe("localhost");
  for (const url of ["http://events.example.org", "https://192.0.2.7", "https://[2001:db8::1]"])
    expect(nameOf(url)).toBeNull();
});

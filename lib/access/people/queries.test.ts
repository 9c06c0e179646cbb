import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { undeliverableAddresses } from "@/db/schema/mail";
import { users } from "@/db/schema/users";
import { requireAdmin } from "@/lib/access/scopes";
import { startSession } from "@/lib/access/sessions";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/id";
import { makePerson } from "@/lib/testing/make-person";
import { listPeopleInput } from "./input";
import { getPerson, listPeople } from "./queries";

const admin = requireAdmin(await makePerson({ role: "admin", name: "Robin" }));
const found = async (query: Record<string, unknown>) =>
  (await listPeople(admin, listPeopleInput.parse({ limit: 100, ...query }))).items.map(({ name }) => name);

async function aGuest(name: string) {
  const [id, email] = [newId(), `${newId()}@example.org`];
  await db().insert(users).values({ id, name, email });
  return { id, email };
}

describe("the list of people", () => {
  it("finds accounts by parts of names and addresses, without accents and case, and guests by their address", async () => {
    const [lukasz, guest] = [
      await makePerson({ name: "Łukasz Wiśniewski-Straße", department: "Board" }),
      await aGuest("Wiśniewska"),
    ];
    for (const q of ["lukasz", "WISNIEW", "strasse", "wi luk", lukasz.email, lukasz.email.slice(3, 30)])
      expect(await found({ q })).toEqual(["Łukasz Wiśniewski-Straße"]);
    expect(await found({ q: guest.email.toUpperCase() })).toEqual(["Wiśniewska"]);
    expect(await found({ q: "100%_" })).toEqual([]);
  });

  it("follows a name that changes, and forgets who was erased", async () => {
    const { userId } = await makePerson({ name: "Former Marker", role: "organizer" });

    await db().update(users).set({ name: "Newer Marker" }).where(eq(users.id, userId));
    expect(await found({ q: "former marker" })).toEqual([]);
    expect(await found({ q: "newer marker" })).toEqual(["Newer Marker"]);
    await db().update(users).set({ erasedAt: now() }).where(eq(users.id, userId));
    expect(await found({ q: "newer marker" })).toEqual([]);
    await expect(getPerson(admin, userId)).rejects.toMatchObject({ code: "not_found" });
  });

  it("filters by role, department, and what is wrong", async () => {
    const department = `Filtered ${newId()}`;
    const of = (name: string, given = {}) => makePerson({ name, department, ...given });
    const [ada, bob] = [await of("Ada"), await of("Bob", { role: "organizer" })];

    await db().update(users).set({ disabledAt: now() }).where(eq(users.id, bob.userId));
    await db().insert(undeliverableAddresses).values({ email: ada.email, fault: "bounced", detail: "full", at: now() });
    expect((await found({ department })).toSorted()).toEqual(["Ada", "Bob"]);
    expect(await found({ department, role: "organizer" })).toEqual(["Bob"]);
    expect(await found({ department, view: "disabled" })).toEqual(["Bob"]);
    expect(await found({ department, view: "undeliverable" })).toEqual(["Ada"]);
    expect(await found({ department, view: "guests" })).toEqual([]);
    await startSession(ada.userId, { method: "code" });
    expect(await getPerson(admin, ada.userId)).toMatchObject({
      openSessions: 2,
      isDisabled: false,
      hasAccount: true,
      addressFault: "bounced",
      addressFaultDetail: "full",
      departmentSource: "import",
    });
  });
});

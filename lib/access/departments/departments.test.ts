import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { events } from "@/db/schema/events";
import { users } from "@/db/schema/users";
import { requireAdmin } from "@/lib/access/scopes";
import { newId } from "@/lib/platform/id";
import { makeDraft } from "@/lib/testing/make-event";
import { makePerson } from "@/lib/testing/make-person";
import { addDepartments } from "./add-departments";
import { replaceDepartmentsInput } from "./input";
import { listDepartments, listDepartmentsInUse } from "./list-departments";
import { mergeDepartment } from "./merge-department";
import { removeDepartment } from "./remove-department";
import { renameDepartment } from "./rename-department";
import { replaceDepartments } from "./replace-departments";
import { suggestDepartments } from "./suggest-departments";

const admin = requireAdmin(await makePerson({ role: "admin", name: "Robin" }));
const organizer = await makePerson({ role: "organizer", name: "Olga" });
const replace = (...items: unknown[]) => replaceDepartments(admin, replaceDepartmentsInput.parse({ items }));
const names = async () => (await listDepartments(admin)).map(({ name }) => name);
const idOf = async (name: string) => (await listDepartments(admin)).find((one) => one.name === name)?.id ?? newId();

async function departmentOf(userId: string) {
  const [row] = await db().select().from(users).where(eq(users.id, userId));
  return row?.department;
}

async function eligibleAt(eventId: string) {
  const [row] = await db().select().from(events).where(eq(events.id, eventId));
  return row?.eligibleDepartments;
}

const draftFor = (...eligibleDepartments: string[]) =>
  makeDraft(organizer, { eligibility: "departments", eligibleDepartments });

beforeEach(async () => {
  await replace();
});

describe("the departments", () => {
  it("come from a text or a spreadsheet, each once, and all or none", async () => {
    expect(await addDepartments(admin, "Research\n\nHuman Resources, Berlin\nresearch\n")).toEqual({
      added: 2,
      known: 0,
    });
    expect(await addDepartments(admin, "\uFEFFDepartment;Head\r\nBoard;Ada\r\nRESEARCH;Bob\r\n")).toEqual({
      added: 1,
      known: 1,
    });
    expect(await names()).toEqual(["Board", "Human Resources, Berlin", "Research"]);
    await expect(addDepartments(admin, `Good\n${"x".repeat(81)}\nBad\u0007`)).rejects.toMatchObject({
      errors: [
        { path: "names", message: expect.stringMatching(/^Line 2: /) },
        { path: "names", message: expect.stringMatching(/^Line 3: /) },
      ],
    });
    await expect(addDepartments(admin, " \n")).rejects.toMatchObject({ code: "invalid_input" });
    expect(await names()).not.toContain("Good");
  });

  it("are what forms suggest, at once when they change", async () => {
    await replace("Zoology", "archive");
    expect(await suggestDepartments()).toEqual(["archive", "Zoology"]);
    await addDepartments(admin, "Music");
    expect(await suggestDepartments()).toEqual(["archive", "Music", "Zoology"]);
  });

  it("are renamed and merged with their people and events", async () => {
    await replace("R&D", "Labs", "Sales");
    const { userId } = await makePerson({ department: "R&D" });
    const { id } = await draftFor("Sales", "R&D", "Labs");
    await renameDepartment(admin, { id: await idOf("R&D"), name: "Research" });
    expect([await departmentOf(userId), await eligibleAt(id)]).toEqual(["Research", ["Sales", "Research", "Labs"]]);
    await expect(renameDepartment(admin, { id: await idOf("Research"), name: "LABS" })).rejects.toMatchObject({
      errors: [{ path: "name" }],
    });
    const inUse = (await listDepartmentsInUse(admin)).find(({ name }) => name === "Research");
    expect(inUse).toMatchObject({ people: 1, hasEvents: true });
    await expect(removeDepartment(admin, { id: await idOf("Research") })).rejects.toMatchObject({ code: "conflict" });
    await mergeDepartment(admin, { id: await idOf("Research"), into: await idOf("Labs") });
    expect([await departmentOf(userId), await eligibleAt(id)]).toEqual(["Labs", ["Sales", "Labs"]]);
    expect(await names()).toEqual(["Labs", "Sales"]);
    await expect(removeDepartment(admin, { id: await idOf("Sales") })).rejects.toMatchObject({ code: "conflict" });
    await addDepartments(admin, "Unused");
    await removeDepartment(admin, { id: await idOf("Unused") });
    expect(await names()).toEqual(["Labs", "Sales"]);
    await expect(mergeDepartment(admin, { id: newId(), into: await idOf("Sales") })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it("are replaced as a whole: ids rename, also two that swap their names, and people keep what is left out", async () => {
    const before = await replace("North", "South", "Gone");
    const [north, south, gone] = await Promise.all(
      ["North", "South", "Gone"].map((department) => makePerson({ department })),
    );
    const id = (name: string) => before.find((one) => one.name === name)?.id;
    const after = await replace({ id: id("North"), name: "South" }, { id: id("South"), name: "North" }, "East");
    expect(after.map(({ name }) => name)).toEqual(["East", "North", "South"]);
    expect(after.find(({ name }) => name === "South")?.id).toBe(id("North"));
    const now = await Promise.all([north, south, gone].map((person) => departmentOf(person?.userId ?? "")));
    expect(now).toEqual(["South", "North", "Gone"]);
    await expect(replace({ id: newId(), name: "Nowhere" })).rejects.toMatchObject({ code: "not_found" });
    for (const wrong of [["a", "A"], [""], [{ name: " " }], [7]])
      expect(replaceDepartmentsInput.safeParse({ items: wrong }).success).toBe(false);
  });
});

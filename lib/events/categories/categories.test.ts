import { and, desc, eq } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { auditLog } from "@/db/schema/audit-log";
import { categories, events } from "@/db/schema/events";
import { anonymous } from "@/lib/access/actor";
import { requireAdmin, requireOrganizer } from "@/lib/access/scopes";
import { makeDraft } from "@/lib/testing/make-event";
import { makePerson } from "@/lib/testing/make-person";
import { duplicateEvent } from "../duplicate-event";
import { listEventsInput } from "../input";
import { listEvents } from "../queries";
import { updateEvent } from "../update-event";
import { addCategory } from "./add-category";
import { replaceCategoriesInput } from "./input";
import { listCategories, listCategoriesInUse } from "./list-categories";
import { mergeCategory } from "./merge-category";
import { moveCategory } from "./move-category";
import { removeCategory } from "./remove-category";
import { renameCategory } from "./rename-category";
import { replaceCategories } from "./replace-categories";

const admin = requireAdmin(await makePerson({ role: "admin", name: "Robin" }));
const organizer = await makePerson({ role: "organizer", name: "Olga" });
const first = ["talk", "workshop", "social", "training", "sports", "community", "conference", "tech", "other"];
const ids = async () => (await listCategories()).map(({ id }) => id);

afterEach(async () => {
  await db().update(events).set({ category: "other" });
  const items = first.map((id) => ({ id, name: id.charAt(0).toUpperCase() + id.slice(1) }));
  await replaceCategories(admin, { items });
});

describe("the categories of events", () => {
  it("begin with the nine of the contract, tech among them", async () => {
    expect(await ids()).toEqual(first);
    expect(await makeDraft(organizer, { category: "tech" })).toMatchObject({ category: "tech" });
  });

  it("are what events and filters take, and nothing else", async () => {
    const refusal = {
      code: "invalid_input",
      errors: [{ path: "category", message: "Choose a category of the list." }],
    };
    const { id } = await makeDraft(organizer);
    const scope = await requireOrganizer(organizer, id);
    const asks = [
      () => makeDraft(organizer, { category: "hackathon" }),
      () => updateEvent(scope, { category: "hackathon" }),
      () => listEvents(anonymous, listEventsInput.parse({ category: "hackathon" })),
    ];
    for (const ask of asks) await expect(ask()).rejects.toMatchObject(refusal);
    expect(await addCategory(admin, { name: "Hackathon" })).toEqual({ id: "hackathon", name: "Hackathon" });
    for (const ask of asks) await ask();
    expect(await duplicateEvent(scope, { startsAt: new Date(Date.now() + 1e9) })).toMatchObject({
      category: "hackathon",
    });
  });

  it("get an id of their name, each its own", async () => {
    const added = ["All-hands & Äther", "all hands: äther", "2nd", "東京"].map((name) => addCategory(admin, { name }));
    const made = (await Promise.all(added)).map(({ id }) => id);
    expect(made.toSorted()).toEqual(["all-hands-ather", "all-hands-ather-2", "category", "category-2nd"]);
    await expect(addCategory(admin, { name: "TECH" })).rejects.toMatchObject({ errors: [{ path: "name" }] });
  });

  it("are renamed, moved and merged with their events, and removed when unused", async () => {
    const { id } = await makeDraft(organizer, { category: "sports" });
    await renameCategory(admin, { id: "sports", name: "Running & more" });
    expect((await listCategories()).find((one) => one.id === "sports")?.name).toBe("Running & more");
    await moveCategory(admin, { id: "workshop", by: "up" });
    await moveCategory(admin, { id: "workshop", by: "up" });
    expect((await ids()).slice(0, 3)).toEqual(["workshop", "talk", "social"]);
    await expect(removeCategory(admin, { id: "sports" })).rejects.toMatchObject({ code: "conflict" });
    expect((await listCategoriesInUse(admin)).find((one) => one.id === "sports")?.isInUse).toBe(true);
    await mergeCategory(admin, { id: "sports", into: "social" });
    const [event] = await db().select().from(events).where(eq(events.id, id));
    expect(event?.category).toBe("social");
    await removeCategory(admin, { id: "community" });
    expect(await ids()).not.toEqual(expect.arrayContaining(["sports"]));
    expect(await ids()).not.toEqual(expect.arrayContaining(["community"]));
    for (const unknown of ["sports", "nonsense"])
      await expect(mergeCategory(admin, { id: unknown, into: "talk" })).rejects.toMatchObject({ code: "not_found" });
  });

  it("never lose the one that events fall back to", async () => {
    const refusal = { code: "conflict" };
    await expect(removeCategory(admin, { id: "other" })).rejects.toMatchObject(refusal);
    await expect(mergeCategory(admin, { id: "other", into: "talk" })).rejects.toMatchObject(refusal);
    await expect(replaceCategories(admin, { items: [{ id: "talk", name: "Talk" }] })).rejects.toMatchObject(refusal);
  });

  it("are replaced as a whole, in order, but for those in use", async () => {
    await makeDraft(organizer, { category: "training" });
    const items = [
      { id: "other", name: "Other" },
      { id: "field-trip", name: "Field trip" },
    ];
    await expect(replaceCategories(admin, { items })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("“Training”"),
    });
    expect(await ids()).toEqual(first);
    const kept = [...items, { id: "training", name: "Courses" }];
    await replaceCategories(admin, replaceCategoriesInput.parse({ items: kept }));
    expect(await listCategories()).toEqual(kept);
    for (const wrong of [
      [],
      [items[0], items[0]],
      [{ id: "Upper", name: "x" }],
      [
        { id: "a", name: "X" },
        { id: "b", name: "x" },
      ],
    ])
      expect(replaceCategoriesInput.safeParse({ items: wrong }).success).toBe(false);
  });

  it("change in one place at a time, each change with who made it", async () => {
    const names = Array.from({ length: 8 }, (_, nth) => `Racing ${nth}`);
    await Promise.all(names.map((name) => addCategory(admin, { name })));
    const rows = await db().select({ position: categories.position }).from(categories);
    expect(new Set(rows.map(({ position }) => position)).size).toBe(rows.length);
    const [entry] = await db()
      .select()
      .from(auditLog)
      .where(and(eq(auditLog.action, "category.added"), eq(auditLog.actorId, admin.userId)))
      .orderBy(desc(auditLog.id))
      .limit(1);
    expect(entry?.detail).toMatchObject({ name: expect.stringContaining("Racing") });
  });

  it("hold an event that is just being made, so that none is left without one", async () => {
    await addCategory(admin, { name: "Vanishing" });
    const outcomes = await Promise.allSettled([
      ...Array.from({ length: 6 }, () => makeDraft(organizer, { category: "vanishing" })),
      mergeCategory(admin, { id: "vanishing", into: "talk" }),
    ]);
    for (const outcome of outcomes)
      if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ code: "invalid_input" });
    expect(await db().$count(events, eq(events.category, "vanishing"))).toBe(0);
  });
});

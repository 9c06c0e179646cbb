import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { db } from "@/db/client";
import { auditLog } from "@/db/schema/audit-log";
import { organisation, pictures } from "@/db/schema/organisation";
import { inTransaction } from "@/db/transaction";
import { invalidateTags, onInvalidated, pagesTag } from "@/lib/platform/cache";
import { newId } from "@/lib/platform/id";
import { findPicture } from "./find-picture";
import { identityInput, settingsInput } from "./input";
import { organisationTag } from "./internal";
import { keepPicture } from "./keep-picture";
import { getOrganisation } from "./queries";
import { updateOrganisation } from "./update-organisation";

const png = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
const actor = { userId: newId() };
const identity = identityInput.parse({ name: "Fjord Institute", timezone: "Europe/Oslo", accentColor: "0A5C36" });

beforeEach(async () => {
  await db().update(organisation).set({ name: "", timezone: "UTC", logoId: null, accentColor: null });
  await invalidateTags([organisationTag]);
});

test("a change is read at once, drops every public page, and the audit log names its fields", async () => {
  const heard = vi.fn();
  const stop = onInvalidated(pagesTag, heard);
  await getOrganisation();
  await updateOrganisation(actor, { ...identity, logo: new Blob([png]) });
  stop();
  expect(heard).toHaveBeenCalled();
  const stored = await getOrganisation();
  expect(stored).toMatchObject({ name: "Fjord Institute", timezone: "Europe/Oslo", accentColor: "#0a5c36" });
  expect(await findPicture(stored.logoId ?? "")).toEqual({ type: "image/png", bytes: png });
  const entries = await db().select().from(auditLog).where(eq(auditLog.actorId, actor.userId));
  expect(entries).toMatchObject([
    { action: "organisation.updated", detail: { changed: ["name", "timezone", "logoId", "accentColor"] } },
  ]);
  await updateOrganisation(actor, identity);
  expect(await db().$count(auditLog, eq(auditLog.actorId, actor.userId))).toBe(1);
  expect((await getOrganisation()).logoId).toBe(stored.logoId);
  await updateOrganisation(actor, { ...identity, removesLogo: true });
  expect((await getOrganisation()).logoId).toBeNull();
});

test("a change that is rolled back is not shown", async () => {
  const undone = inTransaction(undefined, async (tx) => {
    await updateOrganisation(actor, identity, tx);
    throw new Error("undone");
  });
  await expect(undone).rejects.toThrow("undone");
  expect((await getOrganisation()).name).toBe("");
});

describe("a picture", () => {
  test.each([
    ["image/png", png],
    ["image/jpeg", Buffer.from("ffd8ffe000104a464946", "hex")],
    ["image/webp", Buffer.from("RIFF\x10\0\0\0WEBPVP8 ", "latin1")],
  ])("is %s by its bytes, whatever its sender calls it", async (type, bytes) => {
    const id = await keepPicture(new Blob([bytes], { type: "text/html" }), "logo");
    expect(await keepPicture(new Blob([bytes]), "logo")).toBe(id);
    expect(await findPicture(id)).toEqual({ type, bytes });
  });

  test.each([
    ["an SVG", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
    ["HTML called a PNG", Buffer.from("<!doctype html><script>alert(1)</script>")],
    ["a GIF", Buffer.from("GIF89a")],
    ["nothing", Buffer.alloc(0)],
    ["what is over 1 MB", Buffer.concat([png, Buffer.alloc(1_000_000)])],
  ])("can't be %s", async (_what, bytes) => {
    const before = await db().$count(pictures);
    const refused = keepPicture(new Blob([bytes], { type: "image/png" }), "logo");
    await expect(refused).rejects.toMatchObject({ code: "invalid_input", errors: [{ path: "logo" }] });
    expect(await db().$count(pictures)).toBe(before);
  });

  test.each(["", "../../etc/passwd", "A".repeat(64), "0".repeat(64)])("of the id %j is none", async (id) => {
    expect(await findPicture(id)).toBeNull();
  });
});

test.each([
  ["name", { name: " " }],
  ["name", { name: "Fjord\nBcc: x@example.org" }],
  ["timezone", { timezone: "Mars/Olympus_Mons" }],
  ["accentColor", { accentColor: "red;}" }],
  ["logo", { logo: "a file's name" }],
  ["registrationMonths", { registrationMonths: "0" }],
  ["auditMonths", { auditMonths: "-1" }],
])("what is no %s is refused there: %j", (field, change) => {
  const form = { name: "Fjord", timezone: "UTC", accentColor: "", privacyNotice: "", imprint: "" };
  const whole = { ...form, registrationMonths: "", auditMonths: "" };
  expect(settingsInput.safeParse(whole).success).toBe(true);
  const parsed = settingsInput.safeParse({ ...whole, ...change });
  expect(parsed.error?.issues.map(({ path }) => path.join("."))).toEqual([field]);
});

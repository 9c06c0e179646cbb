import { randomBytes } from "node:crypto";
import { closeDatabase, db } from "@/db/client";
import { users } from "@/db/schema/users";
import { newId } from "@/lib/platform/id";

// A process of its own: the product's own code finds its secrets and its database in the
// environment.
const { startSession } = await import("@/lib/access/sessions");
const { sessionCookie } = await import("@/app/_server/session-cookie");

const { register } = await import("@/lib/registrations/register");
const { registerInput } = await import("@/lib/registrations/input");

const [count, eventId] = process.argv.slice(2);
const rows = Array.from({ length: Number(count) }, () => {
  const mark = randomBytes(4).toString("hex");
  return { id: newId(), email: `visitor-${mark}@bench.test`, name: `Visitor ${mark}` };
});
await db().insert(users).values(rows);
const people = await Promise.all(
  rows.map(async ({ id, email, name }) => {
    const { person, browserToken: session } = await startSession(id, { method: "code" });
    if (!eventId) return { email, name, session };
    const outcome = await register(person, registerInput.parse({ eventId }));
    if (outcome.outcome !== "registered") throw new Error(`${email}: ${outcome.outcome}`);
    return { email, name, session, ticket: new URL(outcome.registration.pageUrl).pathname.split("/").at(-1) };
  }),
);
await closeDatabase();
// Many people are more than a pipe takes at once.
process.send?.({ cookieName: sessionCookie.name, people }, () => process.disconnect?.());

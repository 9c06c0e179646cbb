import postgres from "postgres";
import { hashPassword } from "../../lib/access/passwords";
import { newId } from "../../lib/platform/id";
import { demoPassword } from "../fixtures";

const roles = {
  attendee: "attendee",
  staff: "attendee",
  otherOrganizer: "organizer",
  owner: "organizer",
  admin: "admin",
} as const;

export type Emails = Record<keyof typeof roles, string>;

/**
 * People of this test alone, whose sessions may be ended without signing out anybody else; all have
 * the demo's password.
 */
export async function makePeople(): Promise<Emails> {
  const sql = postgres(process.env.E2E_DATABASE_URL ?? "", { max: 1 });
  const passwordHash = await hashPassword(demoPassword);
  const word = crypto.randomUUID().slice(0, 8);
  const emails = Object.fromEntries(
    Object.keys(roles).map((name) => [name, `matrix-${name}-${word}@example.org`.toLowerCase()]),
  );
  for (const [name, role] of Object.entries(roles))
    await sql`
      insert into users (id, email, name, role, password_hash, email_verified_at)
      values (${newId()}, ${emails[name] ?? ""}, ${`Matrix ${name}`}, ${role}, ${passwordHash}, now())`;
  await sql.end();
  return emails as Emails;
}

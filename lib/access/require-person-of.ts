import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { users } from "@/db/schema/users";
import { AppError } from "@/lib/platform/errors";

/**
 * The id of whoever has that address (in lower case), for the operator of the machine; `not_found`
 * names the address.
 */
export async function requirePersonOf(email: string): Promise<{ userId: string }> {
  const [person] = await db().select({ userId: users.id }).from(users).where(eq(users.email, email));
  if (!person) throw new AppError("not_found", `Nobody has the address ${email}.`);
  return person;
}

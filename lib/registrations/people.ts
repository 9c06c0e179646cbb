import { inArray } from "drizzle-orm";
import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";
import { provenDepartment } from "@/lib/access/proven-department";
import type { RegistrationRequest } from "./decision";

export type KnownPerson = {
  name: string;
  email: string;
  department: string | null;
  /** The one that may admit. */
  provenDepartment: string | null;
};

/** The signed-in people among those who ask, as they are stored now, by user id. */
export async function findPeople(tx: Transaction, requests: RegistrationRequest[]): Promise<Map<string, KnownPerson>> {
  const userIds = new Set(requests.flatMap(({ who }) => ("userId" in who ? who.userId : [])));
  if (userIds.size === 0) return new Map();
  const rows = await tx
    .select({ id: users.id, name: users.name, email: users.email, department: users.department, provenDepartment })
    .from(users)
    .where(inArray(users.id, [...userIds]));
  return new Map(rows.map(({ id, ...person }) => [id, person]));
}

import { inTransaction } from "@/db/transaction";
import { disablePerson } from "@/lib/access/disable-person";
import { enablePerson } from "@/lib/access/enable-person";
import { grantRole } from "@/lib/access/grant-role";
import type { AdminScope } from "@/lib/access/scopes";
import type { ChangePersonInput } from "./input";
import { getPerson, type PersonDetail } from "./queries";
import { setDepartment } from "./set-department";

/**
 * Gives a person the role, the department and the state that are named, all or nothing, and returns
 * them as they are then. The last administrator stays one (`last_admin`).
 */
export async function changePerson(
  scope: AdminScope,
  userId: string,
  { role, department, isDisabled }: ChangePersonInput,
): Promise<PersonDetail> {
  await getPerson(scope, userId);
  await inTransaction(undefined, async (tx) => {
    if (role !== undefined) await grantRole(scope, { userId, role }, tx);
    if (department !== undefined) await setDepartment(scope, { userId, department }, tx);
    if (isDisabled === true) await disablePerson(scope, { userId }, tx);
    if (isDisabled === false) await enablePerson(scope, { userId }, tx);
  });
  return getPerson(scope, userId);
}

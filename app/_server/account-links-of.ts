import type { Person } from "@/lib/access/actor";
import { findAccount } from "@/lib/access/find-account";
import { accountLinks } from "./account-links";

/** Where the account menu leads this person: only to pages where there is something for them. */
export async function accountLinksOf(person: Person): Promise<{ href: string; label: string }[]> {
  const account = await findAccount(person);
  return accountLinks.filter(({ needs }) => !needs || account?.[needs]).map(({ href, label }) => ({ href, label }));
}

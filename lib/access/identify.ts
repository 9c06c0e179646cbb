import { and, eq } from "drizzle-orm";
import { providerIdentities, users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/id";
import type { Role } from "./actor";
import type { ProviderPerson } from "./provider-claims";

export type Identified =
  | { outcome: "known"; userId: string; role: Role }
  /** Nobody knows this identity yet, and it came without an address. */
  | { outcome: "no_mail" }
  /**
   * Nobody knows this identity yet, and the provider does not say that the address is theirs: a
   * code can prove it.
   */
  | { outcome: "unproved_mail"; email: string }
  /** The address belongs to an account that another identity of this provider signs in to. */
  | { outcome: "other_identity" }
  | { outcome: "disabled" };

/**
 * The person behind a provider's identity, by issuer and subject; their row stays locked until the
 * commit. A new identity becomes that of whoever has its proved address, or of a new person: each
 * person has one at each provider, also when two come at once.
 */
export async function identify(tx: Transaction, said: ProviderPerson): Promise<Identified> {
  const known = await findByIdentity(tx, said);
  if (known) return known;
  if (!said.email) return { outcome: "no_mail" };
  if (!said.isEmailProved) return { outcome: "unproved_mail", email: said.email };
  const owner = await ownerOf(tx, said.email, said.name);
  if (owner.outcome !== "known") return owner;
  const at = now();
  const { issuer, subject } = said;
  const { userId } = owner;
  const linked = await tx
    .insert(providerIdentities)
    .values({ issuer, subject, userId, createdAt: at, lastSeenAt: at })
    .onConflictDoNothing()
    .returning({ userId: providerIdentities.userId });
  // Either this identity came twice at once, and the other call linked it, or the person has
  // another one.
  if (linked.length === 0) return (await findByIdentity(tx, said)) ?? { outcome: "other_identity" };
  await tx.update(users).set({ emailVerifiedAt: at, updatedAt: at }).where(eq(users.id, userId));
  await recordAudit(tx, { actorId: userId, action: "person.linked_to_provider", subjectId: userId });
  return owner;
}

async function findByIdentity(tx: Transaction, { issuer, subject }: ProviderPerson): Promise<Identified | null> {
  const isThisOne = and(eq(providerIdentities.issuer, issuer), eq(providerIdentities.subject, subject));
  const [person] = await tx
    .select(standing)
    .from(providerIdentities)
    .innerJoin(users, eq(users.id, providerIdentities.userId))
    .where(isThisOne)
    .for("no key update", { of: users });
  if (!person) return null;
  await tx.update(providerIdentities).set({ lastSeenAt: now() }).where(isThisOne);
  return identifiedAs(person);
}

async function ownerOf(tx: Transaction, email: string, name: string | null): Promise<Identified> {
  const at = now();
  await tx
    .insert(users)
    .values({ id: newId(), email, name: name ?? email.slice(0, email.indexOf("@")), createdAt: at, updatedAt: at })
    .onConflictDoNothing({ target: users.email });
  const [person] = await tx.select(standing).from(users).where(eq(users.email, email)).for("no key update");
  if (!person) throw new Error("a person just stored is not there");
  return identifiedAs(person);
}

const standing = { userId: users.id, role: users.role, disabledAt: users.disabledAt };

function identifiedAs(person: { userId: string; role: Role; disabledAt: Date | null }): Identified {
  const { userId, role, disabledAt } = person;
  return disabledAt ? { outcome: "disabled" } : { outcome: "known", userId, role };
}

import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { accessLinks, users } from "@/db/schema/users";
import { now } from "@/lib/platform/clock";
import { type AccessLinkKind, openAccessLinkToken } from "./access-link";
import type { Role } from "./actor";

type LinkPerson = { name: string; email: string; role: Role; isDisabled: boolean };

/** What a link that lets in once is worth now, and whom it lets in; looking changes nothing. */
export type AccessLinkState =
  | { state: "works"; person: LinkPerson | null }
  | { state: "used" }
  | { state: "expired" }
  | { state: "unknown" };

/**
 * What the link of this kind with this token is worth; `unknown` for a forged one and one that was
 * taken back.
 */
export async function findAccessLink(kind: AccessLinkKind, token: string): Promise<AccessLinkState> {
  const id = openAccessLinkToken(kind, token);
  if (!id) return { state: "unknown" };
  const [link] = await db()
    .select({
      usedAt: accessLinks.usedAt,
      expiresAt: accessLinks.expiresAt,
      person: { name: users.name, email: users.email, role: users.role, disabledAt: users.disabledAt },
    })
    .from(accessLinks)
    .leftJoin(users, eq(users.id, accessLinks.userId))
    .where(eq(accessLinks.id, id));
  if (!link) return { state: "unknown" };
  if (link.usedAt) return { state: "used" };
  if (link.expiresAt && link.expiresAt <= now()) return { state: "expired" };
  if (!link.person) return { state: "works", person: null };
  const { disabledAt, ...person } = link.person;
  return { state: "works", person: { ...person, isDisabled: disabledAt !== null } };
}

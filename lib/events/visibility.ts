import { eq, inArray, or, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { events } from "@/db/schema/events";
import type { Actor } from "@/lib/access/actor";
import { findProvenDepartment } from "@/lib/access/proven-department";
import { cached, pagesTag } from "@/lib/platform/cache";
import type { Visibility } from "./input";

/**
 * For whom lists and pages are made: strangers, or signed-in people of a department that the
 * organisation vouches for.
 */
export type Audience = "strangers" | { department: string | null };

type Seen = { visibility: Visibility; eligibleDepartments: readonly string[] };

/** The audience that this actor belongs to, as stored now. */
export async function audienceOf(actor: Actor): Promise<Audience> {
  return actor.kind === "person" ? { department: await findProvenDepartment(actor) } : "strangers";
}

/**
 * True where somebody of this audience may see the event and its page; those who run it always may.
 */
export function isVisibleTo(audience: Audience, { visibility, eligibleDepartments }: Seen): boolean {
  switch (visibility) {
    case "public":
    case "unlisted":
      return true;
    case "signed_in":
      return audience !== "strangers";
    case "departments":
      return audience !== "strangers" && eligibleDepartments.includes(audience.department ?? "");
  }
}

/** Which events this audience finds in lists, searches and sitemaps. */
export function isListedFor(audience: Audience): SQL | undefined {
  if (audience === "strangers") return eq(events.visibility, "public");
  const { department } = audience;
  const forAll = inArray(events.visibility, ["public", "signed_in"]);
  if (department === null) return forAll;
  return or(forAll, sql`${events.visibility} = 'departments' and ${events.eligibleDepartments} ? ${department}`);
}

/** True while some event is listed for some people and not for all, so that lists may differ. */
export async function haveListsAudiences(): Promise<boolean> {
  return cached("lists-have-audiences", { tags: [pagesTag], ttlSeconds: 3600 }, async () => {
    const [row] = await db()
      .select({ id: events.id })
      .from(events)
      .where(inArray(events.visibility, ["signed_in", "departments"]))
      .limit(1);
    return row !== undefined;
  });
}

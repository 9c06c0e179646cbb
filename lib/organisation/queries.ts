import { db } from "@/db/client";
import { organisation } from "@/db/schema/organisation";
import { cached } from "@/lib/platform/cache";
import { organisationTag } from "./internal";

export type Organisation = Awaited<ReturnType<typeof readOrganisation>>;

/** The organisation as it is set; a change counts at once, in every process. */
export function getOrganisation(): Promise<Organisation> {
  return cached("organisation-1", { tags: [organisationTag], ttlSeconds: 300 }, readOrganisation);
}

async function readOrganisation() {
  const [row] = await db().select().from(organisation);
  if (!row) throw new Error("the organisation has no row");
  return row;
}

import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { pictures } from "@/db/schema/organisation";
import type { PictureType } from "./picture-type";

/** The picture of this id, or null. */
export async function findPicture(id: string): Promise<{ type: PictureType; bytes: Buffer } | null> {
  if (!/^[0-9a-f]{64}$/.test(id)) return null;
  const [found] = await db()
    .select({ type: pictures.type, bytes: pictures.bytes })
    .from(pictures)
    .where(eq(pictures.id, id));
  return found ?? null;
}

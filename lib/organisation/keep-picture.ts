import { createHash } from "node:crypto";
import { pictures } from "@/db/schema/organisation";
import { inTransaction, type Transaction } from "@/db/transaction";
import { now } from "@/lib/platform/clock";
import { invalidInput } from "@/lib/platform/errors";
import { mostPictureBytes } from "./input";
import { pictureTypeOf } from "./picture-type";

/**
 * Stores a PNG, JPEG or WebP picture of at most 1 MB and returns its id, the same for the same
 * bytes; anything else is `invalid_input` at `field`.
 */
export async function keepPicture(file: Blob, field: string, tx?: Transaction): Promise<string> {
  if (file.size > mostPictureBytes) throw invalidInput({ path: field, message: "The picture may have at most 1 MB." });
  const bytes = Buffer.from(await file.arrayBuffer());
  const type = pictureTypeOf(bytes);
  if (!type) throw invalidInput({ path: field, message: "Choose a PNG, JPEG or WebP picture." });
  const id = createHash("sha256").update(bytes).digest("hex");
  await inTransaction(tx, (tx) =>
    tx.insert(pictures).values({ id, type, bytes, createdAt: now() }).onConflictDoNothing(),
  );
  return id;
}

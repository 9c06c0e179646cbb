import type { z } from "zod";
import { AppError } from "./errors";
import { isSameSecret, macFor } from "./secrets";

/** One page of a list in keyset order; `nextCursor` is null on the last. */
export type Page<Item> = { items: Item[]; nextCursor: string | null };

/**
 * An opaque cursor: where a page ended, sealed under the list's name and filter, so that a cursor from another list is
 * `invalid_input` and not a wrong page.
 */
export function sealCursor(list: string, position: (string | number)[]): string {
  const body = Buffer.from(JSON.stringify(position));
  return Buffer.concat([macFor("cursor", list, body).subarray(0, 8), body]).toString("base64url");
}

/** The position of a genuine cursor of this list, or null without one; otherwise `invalid_input`. */
export function openCursor<Position extends z.ZodType>(
  list: string,
  cursor: string | undefined,
  position: Position,
): z.infer<Position> | null {
  if (cursor === undefined) return null;
  const bytes = Buffer.from(cursor, "base64url");
  const body = bytes.subarray(8);
  if (bytes.length > 8 && isSameSecret(bytes.subarray(0, 8), macFor("cursor", list, body).subarray(0, 8))) {
    const parsed = position.safeParse(JSON.parse(body.toString()));
    if (parsed.success) return parsed.data;
  }
  throw new AppError("invalid_input", "This cursor does not belong to this list.", {
    errors: [{ path: "cursor", message: "does not belong to this list" }],
  });
}

/** Cuts `limit + 1` fetched rows to a page, with the cursor of its last row when more follow. */
export function pageOf<Row>(rows: Row[], limit: number, cursorOf: (row: Row) => string): Page<Row> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? cursorOf(last) : null };
}

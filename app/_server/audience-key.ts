import type { Audience } from "@/lib/events/visibility";

export type { Audience };

/** Names the audience to the page that is drawn for it. */
export const audienceHeader = "x-turnout-audience";

/** The audience in the characters of a header; null for strangers. */
export function audienceKeyOf(audience: Audience): string | null {
  if (audience === "strangers") return null;
  return audience.department === null ? "people" : `department ${encodeURIComponent(audience.department)}`;
}

/** The audience that a key names. */
export function audienceOfKey(key: string | null): Audience {
  if (key === null) return "strangers";
  const department = key.startsWith("department ") ? decodeURIComponent(key.slice("department ".length)) : null;
  return { department };
}

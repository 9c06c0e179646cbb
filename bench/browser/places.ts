/**
 * What stands in the places of a step when it is replayed. A place without a value stays empty; a
 * header or cookie that needs it is left out.
 */
export type Values = {
  email?: string;
  name?: string;
  /** The cookie of a session. */
  session?: string;
  eventId?: string;
  slug?: string;
  /** One sending of one form. */
  key?: string;
  etag?: string;
  /** The token of a ticket's page. */
  ticket?: string;
  word?: string;
  /** What a newsletter tells its readers apart by. */
  reader?: string;
  /** Other cookies, by name: `cookie:` and the name. */
  [cookie: `cookie:${string}`]: string | undefined;
};

export type Known = { place: keyof Values; value: string };

const place = /\{\{([^{}%]+)(%?)\}\}/;

/**
 * The text with a place instead of each known value, longest first, plain or encoded for an
 * address.
 */
export function markPlaces(text: string, known: readonly Known[]): string {
  return known
    .filter(({ value }) => value !== "")
    .toSorted((one, other) => other.value.length - one.value.length)
    .reduce((marked, { place, value }) => {
      const encoded = encodeURIComponent(value);
      const plain = marked.replaceAll(value, `{{${place}}}`);
      return encoded === value ? plain : plain.replaceAll(encoded, `{{${place}%}}`);
    }, text);
}

/**
 * A text with places, taken apart once: fills them with values, or gives null where one of them has
 * none.
 */
export function compilePlaces(text: string): (values: Values) => string | null {
  const parts = text.split(new RegExp(place, "g"));
  if (parts.length === 1) return () => text;
  return (values) => {
    let filled = parts[0] ?? "";
    for (let at = 1; at < parts.length; at += 3) {
      const value = values[parts[at] as keyof Values];
      if (value === undefined) return null;
      filled += (parts[at + 1] ? encodeURIComponent(value) : value) + parts[at + 2];
    }
    return filled;
  };
}

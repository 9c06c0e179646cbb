/**
 * The value of a cookie as it was sent; undefined without it. Reads the header in place, since
 * every request is asked.
 */
export function cookieValue(header: string | undefined, name: string): string | undefined {
  if (header === undefined) return undefined;
  const sought = `${name}=`;
  for (let at = header.indexOf(sought); at >= 0; at = header.indexOf(sought, at + 1)) {
    if (at > 0 && header[at - 1] !== " " && header[at - 1] !== ";") continue;
    const end = header.indexOf(";", at);
    return header.slice(at + sought.length, end < 0 ? undefined : end);
  }
  return undefined;
}

/** True when the cookie was sent with a value. */
export function hasCookie(header: string | undefined, name: string): boolean {
  return Boolean(cookieValue(header, name));
}

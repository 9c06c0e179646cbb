const longPart = 20;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const slug = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const longestPlainWord = 40;

/**
 * A request's path as a log may hold it: without its query, and with each part that may be a secret
 * struck out. What stays is what a route's pattern says, ids, and the names of events; a part in
 * percent signs or of a token's length and letters goes.
 */
export function pathInLog(target: string): string {
  const path = target.split(/[?#]/, 1)[0] ?? "";
  return path.split("/").map(withoutSecret).join("/");
}

function withoutSecret(part: string): string {
  if (part.length < longPart || uuid.test(part)) return part;
  const isPlain = slug.test(part) && (part.includes("-") || part.length < longestPlainWord);
  return isPlain || /^[a-z.-]+$/.test(part) ? part : "[secret]";
}

/**
 * Text that somebody else wrote, for a log: without mail addresses, without secret links, without a
 * query's parameters.
 */
export function strikeOut(text: string): string {
  return text
    .replace(/\nparams: [\s\S]*$/, "\nparams: [struck out]")
    .replace(/[^\s"'<>(),;:=]+@[^\s"'<>(),;:=]+\.[^\s"'<>(),;:=]+/g, "[address]")
    .replace(/\/[\w./%~-]*[\w~-]{20,}[\w./%~-]*/g, (path) => pathInLog(path));
}

import { config } from "@/lib/platform/config";
import commonPasswords from "./common-passwords.json";

// One string in the file: thousands of lines would say no more.
let common: Set<string> | undefined;

type Owner = { name: string; email: string };

/** So few characters beside a common word, a name or the site's are no secret. */
const leastOwn = 5;

/**
 * Why this is no password to choose, or null: it is one of the commonest, one of them with a little
 * around it, made of its owner's name or address or the site's name, or of one piece repeated. Case
 * doesn't count.
 */
export function findPasswordFault(password: string, { name, email }: Owner): string | null {
  common ??= new Set(commonPasswords.passwords.split(" "));
  const typed = password.toLowerCase();
  if (/^(.{1,3}?)\1+.?.?$/u.test(typed))
    return "This repeats one piece. Use a few words that only you would put together.";
  const core = typed.replace(/^[^a-z]+|[^a-z]+$/g, "");
  const isCommon = common.has(typed) || (common.has(core) && typed.length - core.length < leastOwn);
  if (isCommon)
    return "Many people use this one, so it is guessed first. Use a few words that only you would put together.";
  const hosts = [new URL(config().APP_URL).hostname, email.slice(email.indexOf("@") + 1)];
  const known = [name, email.slice(0, email.indexOf("@")), ...hosts, "turnout"].flatMap(piecesOf);
  const rest = known.reduce((left, piece) => left.replaceAll(piece, ""), typed).replace(/[^\p{L}\p{N}]/gu, "");
  return rest.length < leastOwn
    ? "This is made of your name, your address or this site's name. Use a few words that only you would put together."
    : null;
}

/**
 * The words of a name or an address that are long enough to be found in a password, the longest
 * first.
 */
function piecesOf(text: string): string[] {
  const pieces = text.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return pieces.filter((piece) => piece.length >= 3).toSorted((left, right) => right.length - left.length);
}

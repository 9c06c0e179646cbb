import { settingNames } from "@/lib/platform/config";

type Given = Record<string, string | undefined>;

// Names under which other programs know what we call otherwise, or what we never had.
const otherNames: Record<string, string> = {
  SMTP_HOST: "SMTP_URL",
  SMTP_SERVER: "SMTP_URL",
  SMTP_PORT: "SMTP_URL",
  SMTP_USER: "SMTP_URL",
  SMTP_USERNAME: "SMTP_URL",
  SMTP_PASS: "SMTP_URL",
  SMTP_PASSWORD: "SMTP_URL",
  MAIL_HOST: "SMTP_URL",
  MAIL_URL: "SMTP_URL",
  SMTP_FROM: "MAIL_FROM",
  ADMIN_MAIL: "ADMIN_EMAIL",
  ADMIN_EMAILS: "ADMIN_EMAIL",
  REDIS_HOST: "REDIS_URL",
  DATABASE_HOST: "DATABASE_URL",
  BIND_ADDR: "BIND_ADDRESS",
  TRUSTED_PROXY: "TRUSTED_PROXIES",
  TURNOUT_DATA: "TURNOUT_DATA_DIR",
};
// Set by our own tests for themselves, and handed on to what they start.
const ofTests = new Set(["TURNOUT_URL"]);

/** A sentence for each name in the environment that is meant for us and that we don't know. */
export function findUnknownSettings(given: Given): string[] {
  const known = new Set(settingNames);
  return Object.keys(given)
    .filter((name) => given[name] && !known.has(name))
    .flatMap((name) => {
      const right = otherNames[name];
      // What sits beside the right one belongs to another program.
      if (right) return given[right] ? [] : [`${name}: is not read here; set ${right}`];
      if (!name.startsWith("TURNOUT_") || ofTests.has(name)) return [];
      const near = findNear(name);
      return [`${name}: is no setting${near ? `; did you mean ${near}?` : "; the README lists all of them"}`];
    });
}

function findNear(name: string): string | undefined {
  const bare = name.replace(/^TURNOUT_/, "");
  return settingNames.find((known) => known === bare || distanceBetween(known, name) <= 3);
}

/**
 * How many letters must be put in, left out or changed to come from one word to the other
 * (Levenshtein).
 */
function distanceBetween(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...left].entries()) {
    const next = [index + 1];
    for (const [at, other] of [...right].entries())
      next.push(Math.min((next[at] ?? 0) + 1, (row[at + 1] ?? 0) + 1, (row[at] ?? 0) + (letter === other ? 0 : 1)));
    row = next;
  }
  return row[right.length] ?? 0;
}

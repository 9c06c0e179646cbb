type Given = Record<string, string | undefined>;

const together = [["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"]];

/**
 * A sentence for each setting that is missing although others were set that do nothing without it.
 */
export function findHalfSettings(given: Given): string[] {
  return together.flatMap((names) => {
    const missing = names.filter((name) => !given[name]);
    if (missing.length === 0 || missing.length === names.length) return [];
    const set = names.filter((name) => given[name]);
    return [`${missing.join(", ")}: missing; ${set.join(" and ")} ${set.length > 1 ? "do" : "does"} nothing without`];
  });
}

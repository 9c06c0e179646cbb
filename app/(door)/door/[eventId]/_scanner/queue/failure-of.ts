import type { LockOut } from "./answer";

type Failure = { kind: "unreachable" } | { kind: "rejected" } | { kind: "locked_out"; reason: LockOut };

/**
 * What an answer that is not a yes means for sending on. Only our own server may shut this phone out: a hotel's sign-in page or
 * a proxy answers 403 too, and must not make it forget its list.
 */
export function failureOf({ status, headers }: Response): Failure {
  if (!headers.get("Content-Type")?.startsWith("application/problem+json")) return { kind: "unreachable" };
  if (status === 401) return { kind: "locked_out", reason: "signed_out" };
  if (status === 403 || status === 404) return { kind: "locked_out", reason: "not_staff" };
  return { kind: [400, 409, 413, 422].includes(status) ? "rejected" : "unreachable" };
}

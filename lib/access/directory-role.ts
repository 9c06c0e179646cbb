import type { Role } from "./actor";
import type { ProviderSettings } from "./provider-claims";

/**
 * The role that the directory's word gives somebody who has this one. Only roles with values of
 * their own are the directory's: where none are named for administrators, nobody becomes or ceases
 * to be one by it.
 */
export function directoryRoleOf(
  values: readonly string[] | null,
  current: Role,
  { OIDC_ADMIN_VALUES: admins, OIDC_ORGANIZER_VALUES: organizers }: ProviderSettings,
): Role {
  if (values === null) return current;
  const isAmong = (named: readonly string[]) => named.some((value) => values.includes(value));
  if (isAmong(admins)) return "admin";
  if (current === "admin" && admins.length === 0) return "admin";
  if (isAmong(organizers)) return "organizer";
  if (current === "organizer" && organizers.length === 0) return "organizer";
  return "attendee";
}

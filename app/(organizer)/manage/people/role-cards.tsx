import { RadioCards } from "@/app/_components/radio-cards";
import type { Role } from "@/lib/access/actor";
import { roles } from "@/lib/access/people/input";
import { roleHints, roleWords } from "./people-words";

type Props = { chosen: Role | string | undefined; error: string | undefined };

/** The choice of what somebody may do on the whole site. */
export function RoleCards({ chosen, error }: Props) {
  const choices = roles.map((value) => ({ value, label: roleWords[value], hint: roleHints[value] }));
  return <RadioCards name="role" legend="Role" choices={choices} defaultValue={chosen ?? "attendee"} error={error} />;
}

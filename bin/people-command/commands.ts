import { inTransaction } from "@/db/transaction";
import { roles } from "@/lib/access/actor";
import { disablePerson } from "@/lib/access/disable-person";
import { enablePerson } from "@/lib/access/enable-person";
import { findOrCreatePerson } from "@/lib/access/find-or-create-person";
import { findSetUpLink } from "@/lib/access/find-set-up-link";
import { grantRole } from "@/lib/access/grant-role";
import { emailField } from "@/lib/access/input";
import { listEveryone } from "@/lib/access/list-everyone";
import { makeSignInLink } from "@/lib/access/make-sign-in-link";
import { resetPasskeys } from "@/lib/access/passkeys/reset-passkeys";
import { requirePersonOf } from "@/lib/access/require-person-of";
import { unlinkProvider } from "@/lib/access/unlink-provider";
import { AppError } from "@/lib/platform/errors";
import { say } from "../launcher/report";

const usage = `bin/people list                  everybody, administrators first
bin/people grant ROLE EMAIL      makes them ${roles.join(", ")}; an unknown address becomes a person
bin/people disable EMAIL         shuts their account: sessions and phones at doors end at once
bin/people enable EMAIL          opens it again
bin/people set-up                the link that makes the first administrator
bin/people sign-in EMAIL         a link that signs them in once, within the hour
bin/people reset-passkeys EMAIL  removes the passkeys that they lost, and ends their sessions
bin/people unlink EMAIL          forgets their identity at the provider, so that another one can be linked`;

const commands: Record<string, (...words: string[]) => Promise<void>> = {
  list: async () => {
    for await (const person of listEveryone()) {
      const state = person.isDisabled ? "disabled" : person.lastSeenAt ? person.lastSeenAt.toISOString() : "never seen";
      say(`${person.role.padEnd(9)}  ${state.padEnd(24)}  ${person.email}  ${person.name}`);
    }
  },
  grant: async (role = "", address = "") => {
    const wanted = roles.find((known) => known === role);
    if (!wanted) throw new AppError("invalid_input", `There is no role ${role}: say one of ${roles.join(", ")}.`);
    const email = readAddress(address);
    const { hasChanged } = await inTransaction(undefined, async (tx) => {
      const { userId } = await findOrCreatePerson(tx, email);
      return grantRole(null, { userId, role: wanted }, tx);
    });
    say(hasChanged ? `${email} is ${wanted} now.` : `${email} is ${wanted} already.`);
  },
  disable: async (address = "") => {
    const email = readAddress(address);
    await disablePerson(null, await requirePersonOf(email));
    say(`The account of ${email} is shut.`);
  },
  enable: async (address = "") => {
    const email = readAddress(address);
    await enablePerson(null, await requirePersonOf(email));
    say(`The account of ${email} is open.`);
  },
  "set-up": async () => {
    const link = await findSetUpLink();
    if (!link)
      throw new AppError(
        "conflict",
        "There is an administrator already, see bin/people list. bin/people sign-in EMAIL lets one in.",
      );
    say(link);
  },
  "reset-passkeys": async (address = "") => {
    const email = readAddress(address);
    say(`${await resetPasskeys(null, await requirePersonOf(email))} passkeys of ${email} are removed.`);
  },
  unlink: async (address = "") => {
    const email = readAddress(address);
    say(`${await unlinkProvider(null, await requirePersonOf(email))} identities of ${email} are forgotten.`);
  },
  "sign-in": async (address = "") => {
    say(await makeSignInLink(readAddress(address)));
  },
};

/**
 * Does what these words ask for; refuses with the ways to ask when they ask for nothing that is
 * there.
 */
export async function runCommand([name = "", ...words]: string[]): Promise<void> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw new AppError("invalid_input", usage);
  await command(...words);
}

function readAddress(given: string): string {
  const read = emailField.safeParse(given);
  if (!read.success) throw new AppError("invalid_input", `${given || "Nothing"} is no mail address.`);
  return read.data;
}

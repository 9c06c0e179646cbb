import { closeDatabase } from "@/db/client";
import { findSetUpLink } from "@/lib/access/find-set-up-link";
import { grantConfiguredAdmins } from "@/lib/access/grant-configured-admins";
import { switchDemoAccounts } from "@/lib/access/switch-demo-accounts";
import { config } from "@/lib/platform/config";

export type AccountsReport = {
  /** How many accounts of the demo were shut, or opened again, since it was switched. */
  switchedDemoAccounts: number;
  /** The link that makes the first administrator, as long as there is none. */
  setUpLink: string | null;
};

// A process of its own, run by the launcher before anybody can call: it has the product's code and
// settings for a moment.
const { TURNOUT_DEMO } = config();
const switchedDemoAccounts = await switchDemoAccounts(TURNOUT_DEMO);
await grantConfiguredAdmins();
const setUpLink = TURNOUT_DEMO ? null : await findSetUpLink();
await closeDatabase();
process.send?.({ switchedDemoAccounts, setUpLink } satisfies AccountsReport, () => process.disconnect());

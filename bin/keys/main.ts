import { childEnvironment } from "@/lib/platform/config";
import { adoptProductSettings } from "../launcher/adopt-product-settings";
import { explainFault } from "../launcher/explain-fault";
import { say } from "../launcher/report";

const [command, publicKey] = process.argv.slice(2);
try {
  adoptProductSettings();
  const { listTicketKeys } = await import("@/lib/tickets/ticket-keys");
  const { revokeTicketKey } = await import("@/lib/tickets/revoke-ticket-key");
  const { AppError } = await import("@/lib/platform/errors");
  if (command === "revoke" && publicKey) await revokeTicketKey(publicKey);
  else if (command) throw new AppError("invalid_input", "Say bin/ticket-keys, or bin/ticket-keys revoke PUBLIC_KEY.");
  for (const key of await listTicketKeys())
    say(`${key.publicKey}  ${key.isCurrent ? "signs tickets now" : "admits what it signed before"}`);
} catch (error) {
  say(explainFault(error, { databaseUrl: childEnvironment().DATABASE_URL }));
  process.exitCode = 1;
}
process.exit();

import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { readSettings } from "../launcher/read-settings";
import { say } from "../launcher/report";

// What the launcher made or found for the product that runs on this data dir; the environment goes before it.
const { dataFolder, given } = readSettings();
const runningFile = path.join(dataFolder, "running.json");
const running = existsSync(runningFile) ? JSON.parse(readFileSync(runningFile, "utf8")) : {};
// biome-ignore lint/style/noProcessEnv: it is set, for the parser of the settings to read
Object.assign(process.env, { ...running, ...given });

const { closeDatabase } = await import("@/db/client");
const { listTicketKeys } = await import("@/lib/tickets/ticket-keys");
const { revokeTicketKey } = await import("@/lib/tickets/revoke-ticket-key");
const { AppError } = await import("@/lib/platform/errors");

const [command, publicKey] = process.argv.slice(2);
try {
  if (command === "revoke" && publicKey) await revokeTicketKey(publicKey);
  else if (command) throw new AppError("invalid_input", "Say bin/ticket-keys, or bin/ticket-keys revoke PUBLIC_KEY.");
  for (const key of await listTicketKeys())
    say(`${key.publicKey}  ${key.isCurrent ? "signs tickets now" : "admits what it signed before"}`);
} catch (error) {
  if (!(error instanceof AppError)) throw error;
  say(error.message);
  process.exitCode = 1;
} finally {
  await closeDatabase();
}
process.exit();

import path from "node:path";
import { childEnvironment, readConfig } from "@/lib/platform/config";
import { mailWayOf } from "@/lib/platform/mail-transport";
import { root } from "./paths";
import { StartFault } from "./start-fault";

export type Settings = ReturnType<typeof readSettings>;

/** What whoever started us has set, checked; what the launcher finds out by itself is left open. */
export function readSettings() {
  const given = childEnvironment();
  const isGiven = (name: string) => (given[name] ?? "") !== "";
  try {
    // Both are made by the launcher when missing: stand-ins keep the check from missing them.
    const config = readConfig({
      ...given,
      AUTH_SECRET: given.AUTH_SECRET || "x".repeat(32),
      DATABASE_URL: given.DATABASE_URL || "postgres://embedded",
    });
    return {
      config,
      given,
      dataFolder: path.resolve(isGiven("TURNOUT_DATA_DIR") ? "." : root, config.TURNOUT_DATA_DIR),
      usesOwnDatabase: !isGiven("DATABASE_URL"),
      wantsDemo: isGiven("TURNOUT_DEMO") ? config.TURNOUT_DEMO : !isGiven("DATABASE_URL"),
      recordsMail: mailWayOf(config).kind === "recorder",
    };
  } catch (error) {
    throw new StartFault(error instanceof Error ? error.message : String(error));
  }
}

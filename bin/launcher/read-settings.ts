import path from "node:path";
import { childEnvironment, readConfig } from "@/lib/platform/config";
import { mailWayOf } from "@/lib/platform/mail-transport";
import { findUnknownSettings } from "./find-unknown-settings";
import { judgeDemo } from "./judge-demo";
import { listeningAddressOf, ownAddressOf } from "./listening-address";
import { root } from "./paths";
import { StartFault } from "./start-fault";

export type Settings = ReturnType<typeof readSettings>;

/** What whoever started us has set, checked; what the launcher finds out by itself is left open. */
export function readSettings(given: Record<string, string | undefined> = childEnvironment()) {
  const isGiven = (name: string) => (given[name] ?? "") !== "";
  const isServedElsewhere = isGiven("DATABASE_URL");
  const unmet = findUnknownSettings(given);
  // Hosts that each made one would not know each other's sessions, and a container none of its
  // former self's.
  if (isServedElsewhere && !isGiven("AUTH_SECRET"))
    unmet.push(
      "AUTH_SECRET: missing; with a database of your own set it, the same on every host, to what `openssl rand -base64 32` prints",
    );
  try {
    // Both are made by the launcher when missing: stand-ins keep the check from missing them.
    const config = readConfig(
      {
        ...given,
        AUTH_SECRET: given.AUTH_SECRET || "x".repeat(32),
        DATABASE_URL: given.DATABASE_URL || "postgres://127.0.0.1/embedded",
      },
      unmet,
    );
    const wantsDemo = judgeDemo(config, given);
    const listensOn = listeningAddressOf(config.BIND_ADDRESS, wantsDemo);
    return {
      config,
      given,
      dataFolder: path.resolve(isGiven("TURNOUT_DATA_DIR") ? "." : root, config.TURNOUT_DATA_DIR),
      usesOwnDatabase: !isServedElsewhere,
      wantsDemo,
      listensOn,
      /** Where this machine itself reaches the site. */
      ownAddress: ownAddressOf(listensOn, config.PORT),
      recordsMail: mailWayOf(config).kind === "recorder",
    };
  } catch (error) {
    throw new StartFault(error instanceof Error ? error.message : String(error));
  }
}

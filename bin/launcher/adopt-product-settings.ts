import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { readSettings } from "./read-settings";
import { readRunningFile } from "./running-file";
import { StartFault } from "./start-fault";

/**
 * Gives this process the settings of the product: the environment's, then what the product that
 * runs on the data dir found, then the secrets that it keeps there. A StartFault says what is
 * missing.
 */
export function adoptProductSettings(): void {
  const { dataFolder, given, usesOwnDatabase } = readSettings();
  const running = readRunningFile(dataFolder);
  if (usesOwnDatabase && !running.DATABASE_URL)
    throw new StartFault(
      `Nothing runs on the data dir ${dataFolder}. The embedded database is there only while the product runs: start it with bin/start\n` +
        "and call this meanwhile, with the same TURNOUT_DATA_DIR. A database of your own is found by DATABASE_URL.",
    );
  const secret = path.join(dataFolder, "auth-secret");
  const kept = existsSync(secret) ? { AUTH_SECRET: readFileSync(secret, "utf8").trim() } : {};
  const said = Object.entries(given).filter(([, value]) => value !== undefined && value !== "");
  // What a command prints is its answer: no line of a log between.
  const quiet = { LOG_LEVEL: "silent" };
  // biome-ignore lint/style/noProcessEnv: it is set, for the parser of the settings to read
  Object.assign(process.env, { ...kept, ...running, ...Object.fromEntries(said), ...quiet });
}

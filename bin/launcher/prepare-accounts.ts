import { fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { childEnvironment } from "@/lib/platform/config";
import { bundles, root } from "./paths";
import type { AccountsReport } from "./prepare-accounts-entry";

/** Lets nobody in who should not be, and whoever should: see the entry. Says what it found. */
export async function prepareAccounts(settings: Record<string, string>): Promise<AccountsReport> {
  const child = fork(path.join(bundles, "prepare-accounts.js"), {
    cwd: root,
    env: childEnvironment(settings),
    execArgv: ["--enable-source-maps"],
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  let complaint = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    complaint = (complaint + chunk.toString()).slice(-4_000);
  });
  let report: AccountsReport | undefined;
  child.on("message", (message) => {
    report = message as AccountsReport;
  });
  const abandon = () => child.kill();
  process.once("exit", abandon);
  const [code] = await once(child, "close");
  process.off("exit", abandon);
  if (code !== 0 || !report) throw new Error(`Preparing the accounts failed:\n${complaint}`);
  return report;
}

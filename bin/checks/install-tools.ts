import { spawnSync } from "node:child_process";
import { findChromium } from "@/e2e/find-chromium";
import { say } from "../launcher/report";

/** Makes sure of Linux, Chromium and redis-server: installs Debian's as root, otherwise says what is needed. */
export async function installTools(): Promise<boolean> {
  if (process.platform !== "linux") {
    say("The tests need Linux, whose /proc and mounts they use; in a container of node:20-bookworm, say.");
    return false;
  }
  const missing = findMissing();
  if (missing.length === 0) return true;
  const install = `apt-get install -y --no-install-recommends ${missing.join(" ")}`;
  if (process.getuid?.() !== 0 || !has("apt-get")) {
    say(`The tests need ${missing.join(" and ")}. On Debian, as root: apt-get update && ${install}`);
    return false;
  }
  say(`Installing ${missing.join(" and ")}`);
  const script = `export DEBIAN_FRONTEND=noninteractive; apt-get update -qq && ${install} -qq`;
  spawnSync("sh", ["-c", script], { stdio: ["ignore", "ignore", "inherit"] });
  return findMissing().length === 0;
}

function findMissing(): string[] {
  const missing: string[] = [];
  if (!has("redis-server")) missing.push("redis-server");
  try {
    findChromium();
  } catch {
    missing.push("chromium");
  }
  return missing;
}

function has(program: string): boolean {
  return spawnSync("sh", ["-c", `command -v ${program}`], { stdio: "ignore" }).status === 0;
}

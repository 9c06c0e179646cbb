import { spawnSync } from "node:child_process";
import { findChromium, headlessShell } from "@/e2e/find-chromium";
import { say } from "../launcher/report";

/** Makes sure of Linux, Chromium and redis-server: installs Debian's as root, otherwise says what is needed. */
export async function installTools(): Promise<boolean> {
  if (process.platform !== "linux") {
    say("The tests need Linux, whose /proc and mounts they use; in a container of node:20-bookworm, say.");
    return false;
  }
  const canInstall = process.getuid?.() === 0 && has("apt-get");
  // A wish: where there is none, the whole browser does.
  if (canInstall && !has(headlessShell)) install([headlessShell], "ignore");
  const missing = findMissing();
  if (missing.length === 0) return true;
  if (!canInstall) {
    say(
      `The tests need ${missing.join(" and ")}. On Debian, as root: apt-get update && apt-get install ${missing.join(" ")}`,
    );
    return false;
  }
  install(missing, "inherit");
  return findMissing().length === 0;
}

function install(packages: string[], complaints: "ignore" | "inherit"): void {
  say(`Installing ${packages.join(" and ")}`);
  const options = "-qq -o Acquire::Retries=1 -o Acquire::http::Timeout=20 -o Acquire::https::Timeout=20";
  const script = `export DEBIAN_FRONTEND=noninteractive
    apt-get update ${options} && apt-get install -y --no-install-recommends ${options} ${packages.join(" ")}`;
  spawnSync("sh", ["-c", script], { stdio: ["ignore", "ignore", complaints] });
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

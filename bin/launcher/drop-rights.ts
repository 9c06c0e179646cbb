import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdirSync, statSync } from "node:fs";
import path from "node:path";
import { takeOwnership } from "@/lib/platform/embedded/take-ownership";
import type { DataDir } from "./data-dir";
import { bundles, root, standalone } from "./paths";

/** Whom the processes that strangers talk to run as; `null` for ourselves. */
export type Rights = {
  user: { uid: number; gid: number } | null;
  /** Why they run as root nevertheless; null when they don't. */
  obstacle: string | null;
};

// A number that no user has by custom: `nobody` may be whom PostgreSQL runs as.
const strangerId = 65532;

type Given = Record<string, string | undefined>;

/**
 * Started as root, chooses an unprivileged user for web, worker and recorder, the data dir's owner
 * or else a number that owns nothing else, and lets them into what they use. Where that user can't
 * read what they need, they stay root rather than not start, and the obstacle says why.
 */
export function dropRights(dataDir: DataDir, given: Given): Rights {
  if (process.getuid?.() !== 0) return { user: null, obstacle: null };
  const { uid, gid } = statSync(dataDir.folder);
  const user = uid === 0 ? { uid: strangerId, gid: strangerId } : { uid, gid };
  try {
    openMailFolder(dataDir, user);
  } catch (error) {
    return { user: null, obstacle: `the data dir can't be shared (${error instanceof Error ? error.message : error})` };
  }
  openNotes(user);
  const unreadable = needed(dataDir, given).find((file) => !canRead(user, file));
  return unreadable ? { user: null, obstacle: `user ${user.uid} can't read ${unreadable}` } : { user, obstacle: null };
}

// Their group may pass through the data dir, where everything but the mails is for its owner alone.
function openMailFolder(dataDir: DataDir, user: { uid: number; gid: number }): void {
  if (statSync(dataDir.folder).uid !== user.uid) {
    chownSync(dataDir.folder, 0, user.gid);
    chmodSync(dataDir.folder, 0o710);
  }
  const mail = dataDir.inside("mail");
  mkdirSync(mail, { recursive: true, mode: 0o700 });
  takeOwnership({ owner: user }, mail);
}

// Where Next notes which tags were invalidated; on a disk that is read-only it goes without.
function openNotes(user: { uid: number; gid: number }): void {
  const folder = path.join(standalone, ".next/cache");
  try {
    mkdirSync(folder, { recursive: true });
    takeOwnership({ owner: user }, folder);
  } catch {
    // Nothing that is served depends on it.
  }
}

function needed(dataDir: DataDir, given: Given): string[] {
  const { DKIM_KEY_FILE, NODE_EXTRA_CA_CERTS, AWS_WEB_IDENTITY_TOKEN_FILE, AWS_SHARED_CREDENTIALS_FILE, HOME } = given;
  const certificates = given.DATABASE_URL ? new URL(given.DATABASE_URL).searchParams.get("sslrootcert") : null;
  const ofAws = AWS_SHARED_CREDENTIALS_FILE ?? (HOME ? path.join(HOME, ".aws/credentials") : undefined);
  const set = [DKIM_KEY_FILE, NODE_EXTRA_CA_CERTS, AWS_WEB_IDENTITY_TOKEN_FILE, certificates, ofAws];
  return [
    // Node.js reads the folders above as well, so a way in by the working directory is not enough.
    dataDir.inside("mail"),
    path.join(standalone, "server.js"),
    path.join(bundles, "worker.js"),
    path.join(root, "node_modules/postgres/package.json"),
    ...set.filter((file): file is string => Boolean(file) && existsSync(String(file))),
  ];
}

// By a process of that user, since rights hang on every folder above, too. The runtime itself is
// proven by starting.
function canRead(user: { uid: number; gid: number }, file: string): boolean {
  const script = "require('node:fs').accessSync(process.argv[1], require('node:fs').constants.R_OK)";
  return spawnSync(process.execPath, ["-e", script, file], { ...user, cwd: "/", stdio: "ignore" }).status === 0;
}

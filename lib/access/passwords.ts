import { hash, verify } from "@node-rs/argon2";

/** Argon2id with 19 MiB, two passes and one lane, as OWASP's password storage guidance gives it. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The argon2id hash of a password, salted, in PHC string format. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, cost);
}

let decoy: Promise<string> | undefined;

/** True when the password is the hashed one. Without a hash the same work is done, so that timing tells nobody who has one. */
export async function isPasswordOf(passwordHash: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword("nobody's password");
  const isRight = await verify(passwordHash ?? (await decoy), password);
  return isRight && passwordHash !== null;
}

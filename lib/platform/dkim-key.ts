import { createPrivateKey } from "node:crypto";
import { readFileSync } from "node:fs";

const leastBits = 1_024;

/** The RSA key in a PEM file, or an Error whose message says what is wrong with it. */
export function readDkimKey(file: string): string {
  const pem = contentOf(file);
  const { asymmetricKeyType, asymmetricKeyDetails } = keyIn(pem, file);
  if (asymmetricKeyType !== "rsa" || (asymmetricKeyDetails?.modulusLength ?? 0) < leastBits)
    throw new Error(`${file} holds no RSA key of at least ${leastBits} bits: openssl genrsa 2048 makes one`);
  return pem;
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    throw new Error(`${file} can't be read`);
  }
}

function keyIn(pem: string, file: string) {
  try {
    return createPrivateKey(pem);
  } catch {
    throw new Error(`${file} holds no private key in PEM without a passphrase`);
  }
}

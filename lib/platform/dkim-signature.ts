import { buffer } from "node:stream/consumers";
import DKIM from "nodemailer/lib/dkim";
import { config } from "./config";

/**
 * The mail with a DKIM signature (RFC 6376) of our domain before it; as it is where none is set up.
 */
export async function signWithDkim(raw: Buffer): Promise<Buffer> {
  const { DKIM_DOMAIN, DKIM_SELECTOR, DKIM_KEY_FILE } = config();
  if (!DKIM_DOMAIN || !DKIM_SELECTOR || !DKIM_KEY_FILE) return raw;
  const signer = new DKIM({ domainName: DKIM_DOMAIN, keySelector: DKIM_SELECTOR, privateKey: DKIM_KEY_FILE });
  return buffer(signer.sign(raw));
}

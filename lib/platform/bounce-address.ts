import { domainToASCII } from "node:url";
import { config } from "./config";
import { isSameSecret, macFor } from "./secrets";

const macLength = 16;
const tag = new RegExp(`^([0-9a-f]{32})\\.([0-9a-f]{${macLength}})$`);

/**
 * The envelope sender of one message to one address: what can't be delivered comes back to it, so
 * it names both. Nobody else can make one up, and it is good for no other address. Null where no
 * BOUNCE_ADDRESS is set.
 */
export function bounceAddressOf(messageId: string, recipient: string): string | null {
  const { BOUNCE_ADDRESS } = config();
  if (!BOUNCE_ADDRESS) return null;
  const [local, domain] = BOUNCE_ADDRESS.split("@");
  return `${local}+${messageId.replaceAll("-", "")}.${macOf(messageId, recipient)}@${domain}`;
}

/**
 * The message that an address of ours names, whoever wrote it: `isBounceAddressOf` says whether it
 * is true.
 */
export function messageIdIn(address: string): string | null {
  const [, id] = tagIn(address) ?? [];
  return id ? id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5") : null;
}

/** True when we sent that message to that address from this envelope sender. */
export function isBounceAddressOf(address: string, messageId: string, recipient: string): boolean {
  const [, , mac = ""] = tagIn(address) ?? [];
  return isSameSecret(Buffer.from(mac), Buffer.from(macOf(messageId, recipient)));
}

function tagIn(address: string): RegExpMatchArray | null {
  const { BOUNCE_ADDRESS } = config();
  const [local, domain] = address.toLowerCase().split("@");
  const [ownLocal, ownDomain] = (BOUNCE_ADDRESS ?? "").toLowerCase().split("@");
  const prefix = `${ownLocal}+`;
  if (!BOUNCE_ADDRESS || !local?.startsWith(prefix) || domain !== ownDomain) return null;
  return local.slice(prefix.length).match(tag);
}

// In lower case throughout: mail servers may change the case of what they pass on. The domain as it
// goes over the wire.
function macOf(messageId: string, recipient: string): string {
  const [local = "", domain = ""] = recipient.toLowerCase().split("@");
  return macFor("bounce", messageId, local, domainToASCII(domain)).toString("hex").slice(0, macLength);
}

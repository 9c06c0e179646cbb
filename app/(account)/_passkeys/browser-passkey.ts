import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/server";

/**
 * Has the browser make a passkey, and returns what it says as JSON (Web Authentication Level 3,
 * 5.1).
 */
export async function createPasskey(asked: PublicKeyCredentialCreationOptionsJSON): Promise<string> {
  const publicKey = {
    ...asked,
    challenge: bytesOf(asked.challenge),
    user: { ...asked.user, id: bytesOf(asked.user.id) },
    excludeCredentials: asked.excludeCredentials?.map(descriptorOf),
  } as PublicKeyCredentialCreationOptions;
  const made = (await navigator.credentials.create({ publicKey })) as PublicKeyCredential;
  const response = made.response as AuthenticatorAttestationResponse;
  return JSON.stringify({
    ...idsOf(made),
    response: {
      clientDataJSON: textOf(response.clientDataJSON),
      attestationObject: textOf(response.attestationObject),
      transports: response.getTransports?.() ?? [],
    },
  });
}

/** Has the browser ask for one of these passkeys, and returns what it signed as JSON. */
export async function getPasskey(asked: PublicKeyCredentialRequestOptionsJSON): Promise<string> {
  const publicKey = {
    ...asked,
    challenge: bytesOf(asked.challenge),
    allowCredentials: asked.allowCredentials?.map(descriptorOf),
  } as PublicKeyCredentialRequestOptions;
  const shown = (await navigator.credentials.get({ publicKey })) as PublicKeyCredential;
  const response = shown.response as AuthenticatorAssertionResponse;
  return JSON.stringify({
    ...idsOf(shown),
    response: {
      clientDataJSON: textOf(response.clientDataJSON),
      authenticatorData: textOf(response.authenticatorData),
      signature: textOf(response.signature),
      userHandle: response.userHandle && textOf(response.userHandle),
    },
  });
}

/** Why the browser gave no passkey, in words. */
export function whyNot(fault: unknown): string {
  const name = fault instanceof DOMException ? fault.name : "";
  if (name === "InvalidStateError") return "This passkey is registered already.";
  if (name === "SecurityError") return "Passkeys work only under the address that this site is set up for.";
  if (name === "NotSupportedError") return "This device can make no passkey that is safe enough.";
  return "No passkey was used. You can try again.";
}

function idsOf({ id, rawId, type }: PublicKeyCredential) {
  return { id, rawId: textOf(rawId), type, clientExtensionResults: {} };
}

function descriptorOf({ id, transports }: { id: string; transports?: string[] }) {
  return { id: bytesOf(id), type: "public-key", transports };
}

function bytesOf(text: string): Uint8Array {
  const base64 = text.replaceAll("-", "+").replaceAll("_", "/");
  return Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
}

function textOf(bytes: ArrayBuffer): string {
  const binary = Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join("");
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

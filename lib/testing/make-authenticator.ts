import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";

type Asked = { challenge: string };
type Faults = { origin?: string; rpId?: string; isUserVerified?: boolean; challenge?: string };

/**
 * An authenticator in software, for one credential of one site: it makes and signs what a browser
 * would hand over, and can lie.
 */
export function makeAuthenticator(site = "http://localhost:3000") {
  const { origin, hostname } = new URL(site);
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  const id = randomBytes(32);
  let counter = 0;

  const clientData = (type: string, asked: Asked, faults: Faults) =>
    Buffer.from(
      JSON.stringify({ type, challenge: faults.challenge ?? asked.challenge, origin: faults.origin ?? origin }),
    );

  const authenticatorData = (hasCredential: boolean, { rpId = hostname, isUserVerified = true }: Faults) => {
    const flags = 0x01 | (isUserVerified ? 0x04 : 0) | (hasCredential ? 0x40 : 0);
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    return Buffer.concat([createHash("sha256").update(rpId).digest(), Buffer.from([flags]), count]);
  };

  const said = { id: id.toString("base64url"), rawId: id.toString("base64url"), type: "public-key" as const };

  return {
    id: said.id,
    /** Sets how often it was used, as a copy of it would not know. */
    setCounter(to: number) {
      counter = to;
    },
    create(asked: Asked, faults: Faults = {}) {
      const length = Buffer.from([0, id.length]);
      // The public key as COSE has it (RFC 9053): EC2, ES256, P-256.
      const key = Buffer.concat([
        Buffer.from("a5010203262001215820", "hex"),
        Buffer.from(x, "base64url"),
        Buffer.from("225820", "hex"),
        Buffer.from(y, "base64url"),
      ]);
      const data = Buffer.concat([authenticatorData(true, faults), Buffer.alloc(16), length, id, key]);
      const attestation = Buffer.concat([
        Buffer.from("a363666d74646e6f6e656761747453746d74a068617574684461746158", "hex"),
        Buffer.from([data.length]),
        data,
      ]);
      const response = {
        clientDataJSON: clientData("webauthn.create", asked, faults).toString("base64url"),
        attestationObject: attestation.toString("base64url"),
        transports: ["internal"],
      };
      return { ...said, clientExtensionResults: {}, response };
    },
    get(asked: Asked, faults: Faults = {}) {
      counter += 1;
      const data = authenticatorData(false, faults);
      const client = clientData("webauthn.get", asked, faults);
      const signed = Buffer.concat([data, createHash("sha256").update(client).digest()]);
      const response = {
        clientDataJSON: client.toString("base64url"),
        authenticatorData: data.toString("base64url"),
        signature: sign("sha256", signed, privateKey).toString("base64url"),
        userHandle: undefined,
      };
      return { ...said, clientExtensionResults: {}, response };
    },
  };
}

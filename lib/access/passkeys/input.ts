import { z } from "zod";
import { nameField } from "../input";

/** What a passkey is called by its person. */
export const passkeyNameField = nameField.pipe(z.string().max(60, "A name may have at most 60 characters."));

const bytes = z
  .string()
  .regex(/^[\w-]+$/)
  .max(20_000);
const kind = z.literal("public-key");

/** What `navigator.credentials.create` made, as JSON (Web Authentication Level 3, 5.1). */
export const attestationField = jsonOf(
  z.object({
    id: bytes,
    rawId: bytes,
    type: kind,
    clientExtensionResults: z.object({}).default({}),
    response: z.object({
      clientDataJSON: bytes,
      attestationObject: bytes,
      transports: z.array(z.string().max(30)).max(10).default([]),
    }),
  }),
);

/** What `navigator.credentials.get` signed, as JSON. */
export const assertionField = jsonOf(
  z.object({
    id: bytes,
    rawId: bytes,
    type: kind,
    clientExtensionResults: z.object({}).default({}),
    response: z.object({
      clientDataJSON: bytes,
      authenticatorData: bytes,
      signature: bytes,
      userHandle: bytes.nullish().transform((handle) => handle ?? undefined),
    }),
  }),
);

export const passkeyId = z
  .string()
  .regex(/^[\w-]+$/)
  .max(2_000);

export const addPasskeyInput = z.object({ name: passkeyNameField, answer: attestationField });
export const confirmInput = z.object({ answer: assertionField });
export const renamePasskeyInput = z.object({ id: passkeyId, name: passkeyNameField });
export const removePasskeyInput = z.object({ id: passkeyId });

/** JSON in a form's field. */
function jsonOf<Schema extends z.ZodType>(schema: Schema) {
  return z
    .string()
    .max(50_000)
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue({ code: "custom", message: "The browser’s answer can’t be read." });
        return z.NEVER;
      }
    })
    .pipe(schema);
}

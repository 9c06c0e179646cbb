import { z } from "zod";
import { isKnownZone } from "./rules";

export const timezoneField = z
  .string()
  .trim()
  .refine(isKnownZone, "Choose a time zone of the IANA list, such as Europe/Berlin.");

// Control characters, line separators and bidirectional overrides could forge lines in mails.
const forbiddenInNames = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

const organisationNameField = z
  .string()
  .trim()
  .min(1, "Enter the organisation's name.")
  .max(80, "The name may have at most 80 characters.")
  .refine((name) => !forbiddenInNames.test(name), "The name can't contain control characters.")
  .transform((name) => name.normalize("NFC"));

const accentField = z
  .string()
  .trim()
  .toLowerCase()
  .transform((color) => (color === "" ? null : color.replace(/^#?/, "#")))
  .refine((color) => color === null || /^#[0-9a-f]{6}$/.test(color), "Enter a colour like #6243cc.");

export const mostPictureBytes = 1_000_000;

/** A file as forms send it; an empty field counts as none. */
export const pictureField = z
  .custom<Blob | "">((value) => value === "" || value instanceof Blob, "Choose a file.")
  .optional()
  .transform((file) => (file instanceof Blob && file.size > 0 ? file : undefined))
  .refine((file) => !file || file.size <= mostPictureBytes, "The picture may have at most 1 MB.");

const checked = z
  .literal("on")
  .optional()
  .transform((value) => value === "on");

/** Who the organisation is, as the set-up page and the settings ask. */
export const identityInput = z.object({
  name: organisationNameField,
  timezone: timezoneField,
  accentColor: accentField,
  logo: pictureField,
  removesLogo: checked,
});

const textField = z.string().trim().max(50_000, "This text may have at most 50,000 characters.");
const monthsField = z
  .string()
  .trim()
  .regex(/^(?:[1-9]\d{0,2})?$/, "Enter a whole number of months from 1 to 999, or leave it empty.")
  .transform((months) => (months === "" ? null : Number(months)));

/** All that administrators may set about the organisation. */
export const settingsInput = identityInput.extend({
  privacyNotice: textField,
  imprint: textField,
  registrationMonths: monthsField,
  auditMonths: monthsField,
  requiresSecondFactor: checked,
});

export type IdentityInput = z.output<typeof identityInput>;
export type SettingsInput = z.output<typeof settingsInput>;

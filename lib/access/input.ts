import { z } from "zod";
import { timezoneField } from "@/lib/organisation/input";

/** One mail address, kept in lower case. */
export const emailField = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, "This address is too long.")
  .pipe(z.email("Enter an e-mail address like name@example.org."));

// Control characters, line separators and bidirectional overrides could forge lines in mails and lists.
const forbiddenInNames = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

/** A person's name as they write it: any script and emoji, but no control characters. */
export const nameField = z
  .string()
  .trim()
  .min(1, "Enter a name.")
  .max(200, "A name may have at most 200 characters.")
  .refine((name) => !forbiddenInNames.test(name), "A name can't contain control characters.")
  .transform((name) => name.normalize("NFC"));

/** A department's name; an empty one counts as none. */
export const departmentField = z
  .string()
  .trim()
  .max(80, "A department may have at most 80 characters.")
  .refine((name) => !forbiddenInNames.test(name), "A department can't contain control characters.")
  .transform((name) => (name === "" ? undefined : name.normalize("NFC")));

export const passwordField = z
  .string()
  .min(10, "Use at least 10 characters.")
  .max(200, "A password may have at most 200 characters.");

export const requestCodeInput = z.object({ email: emailField });

const codeField = z
  .string()
  .transform((typed) => typed.replace(/\D/g, ""))
  .pipe(z.string().length(6, "The code has six digits."));

export const codeInput = z.object({ challengeId: z.uuid(), code: codeField });

export const passwordInput = z.object({
  email: emailField,
  password: z.string().min(1, "Enter your password.").max(200, "A password may have at most 200 characters."),
});

/** What an API client signs in with: a password, or the code that was sent to the address. */
export const tokenInput = z
  .object({ email: emailField, password: passwordInput.shape.password.optional(), code: codeField.optional() })
  .refine(({ password, code }) => (password === undefined) !== (code === undefined), {
    path: ["password"],
    message: "Give a password or a code.",
  });

export const updateProfileInput = z.object({ name: nameField, department: departmentField.optional() });
/** What one may change about oneself through the API; what isn't given stays. */
export const updateAccountInput = z.object({
  name: nameField.optional(),
  locale: z
    .string()
    .max(35)
    .refine((tag) => /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(tag), "Give a language as in BCP 47, such as en or de-AT.")
    .optional(),
  timezone: timezoneField.nullable().optional(),
});

export const listSessionsInput = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(500).optional(),
});
export const sessionIdParams = z.object({ id: z.uuid().toLowerCase() });

export const setPasswordInput = z.object({ newPassword: passwordField });

/** What a person may do without. The order is part of the links in mails that were sent: add at the end. */
export const mailTopics = ["reminders", "announcements", "surveys"] as const;

/** The topics that a person wants mail about. */
export const mailPreferencesInput = z.object({
  topics: z.array(z.enum(mailTopics)).max(mailTopics.length).default([]),
});

export const refreshInput = z.object({ refreshToken: z.string().min(1).max(200) });

export const memberRoles = ["organizer", "viewer", "door_staff"] as const;
export const addMemberInput = z.object({ email: emailField, role: z.enum(memberRoles, "Choose what they may do.") });
export const removeMemberInput = z.object({ userId: z.uuid().toLowerCase() });

export type AddMemberInput = z.output<typeof addMemberInput>;
export type UpdateProfileInput = z.output<typeof updateProfileInput>;
export type UpdateAccountInput = z.output<typeof updateAccountInput>;
export type SetPasswordInput = z.output<typeof setPasswordInput>;
export type MailTopic = (typeof mailTopics)[number];
export type MailPreferencesInput = z.output<typeof mailPreferencesInput>;

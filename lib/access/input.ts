import { z } from "zod";

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

export const codeInput = z.object({
  challengeId: z.uuid(),
  code: z
    .string()
    .transform((typed) => typed.replace(/\D/g, ""))
    .pipe(z.string().length(6, "The code has six digits.")),
});

export const passwordInput = z.object({
  email: emailField,
  password: z.string().min(1, "Enter your password.").max(200, "A password may have at most 200 characters."),
});

export const updateProfileInput = z.object({ name: nameField, department: departmentField.optional() });
export const setPasswordInput = z.object({
  currentPassword: z.string().max(200).optional(),
  newPassword: passwordField,
});

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
export type SetPasswordInput = z.output<typeof setPasswordInput>;
export type MailTopic = (typeof mailTopics)[number];
export type MailPreferencesInput = z.output<typeof mailPreferencesInput>;

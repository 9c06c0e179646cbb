import { z } from "zod";
import { emailField, nameField } from "@/lib/access/input";
import { identityInput } from "@/lib/organisation/input";

const tokenField = z.string().max(100);
const word = z.string().max(500).optional();

const testForm = z.object({
  intent: z.literal("test"),
  token: tokenField,
  email: emailField,
  administrator: word,
  name: word,
  timezone: word,
  accentColor: word,
});

const wholeForm = identityInput.extend({
  intent: z.literal("finish"),
  token: tokenField,
  administrator: nameField,
  email: emailField,
});

/** The set-up form, which also sends a test mail and then needs the address alone. */
export const setUpFormInput = z.discriminatedUnion("intent", [testForm, wholeForm]);

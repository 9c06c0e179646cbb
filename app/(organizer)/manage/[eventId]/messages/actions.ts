"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { organizerOf } from "@/app/_server/access";
import { action } from "@/app/_server/action";
import { createAnnouncement } from "@/lib/notifications/create-announcement";
import { previewAnnouncement } from "@/lib/notifications/preview-announcement";
import { recallAnnouncement } from "@/lib/notifications/recall-announcement";
import { sendTestAnnouncement } from "@/lib/notifications/send-test-announcement";
import { newId } from "@/lib/platform/id";
import { type ComposeFormInput, composeFormInput } from "./compose-form-input";
import type { ComposeResult } from "./compose-result";

const recallForm = z.object({ eventId: z.uuid(), id: z.uuid() });

/** Shows the message as people would see it, sends it to oneself, or puts it on its way, as the pressed button says. */
const composeAction = action(
  { access: organizerOf<ComposeFormInput>(({ eventId }) => eventId), limit: "write", input: composeFormInput },
  async ({ scope, input }): Promise<ComposeResult> => {
    const { intent, announcement, values } = input;
    if (intent === "preview") return { did: "previewed", mail: await previewAnnouncement(scope, announcement), values };
    if (intent === "test") {
      await sendTestAnnouncement(scope, announcement);
      return { did: "tested", values };
    }
    const { id } = await createAnnouncement(scope, announcement);
    revalidatePath(`/manage/${scope.eventId}/messages`);
    return { did: "sent", id, nextId: newId() };
  },
);

/** Takes a message back that has not left yet. */
const recallAction = action(
  { access: organizerOf<z.output<typeof recallForm>>(({ eventId }) => eventId), limit: "write", input: recallForm },
  async ({ scope, input }) => {
    await recallAnnouncement(scope, input);
    revalidatePath(`/manage/${scope.eventId}/messages`);
    return true;
  },
);

export { composeAction, recallAction };

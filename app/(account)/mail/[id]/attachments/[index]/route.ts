import { z } from "zod";
import type { AccessRule } from "@/app/_server/access";
import { route } from "@/app/_server/api-route";
import { notFound } from "@/lib/platform/errors";
import { openMail } from "@/lib/platform/ses-recorder/open-mail";
import { findRecordedMail } from "@/lib/platform/ses-recorder/recorded-mails";
import { mayReadMail } from "../../../may-read-mail";

const params = z.object({ id: z.uuid(), index: z.coerce.number().int().min(0) });

const mailReaders: AccessRule<unknown, void> = {
  signedIn: false,
  mint: (actor) => {
    if (!mayReadMail(actor)) throw notFound();
  },
};

/** One attachment of a recorded mail, always as a download. */
export const GET = route({ access: mailReaders, limit: "read", params }, async ({ params: { id, index } }) => {
  const raw = await findRecordedMail(id);
  const attachment = raw && (await openMail(raw)).attachments[index];
  if (!attachment) throw notFound();
  return new Response(new Uint8Array(attachment.content), {
    headers: {
      "Content-Type": "application/octet-stream",
      "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(attachment.name)}`,
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "no-store",
    },
  });
});

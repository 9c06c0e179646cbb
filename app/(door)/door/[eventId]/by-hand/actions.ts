"use server";

import { z } from "zod";
import { doorOf } from "@/app/_server/access";
import { action } from "@/app/_server/action";
import { checkIn } from "@/lib/checkin/check-in";
import { scanInput } from "@/lib/checkin/input";
import { now } from "@/lib/platform/clock";

const byHandInput = z.object({
  eventId: z.uuid().toLowerCase(),
  scanId: scanInput.shape.scanId,
  ticket: z.string().trim().min(1, "Type the code.").max(120, "This is too long for a code."),
});

const checkInByHandAction = action(
  { access: doorOf<{ eventId: string }>((input) => input.eventId), limit: "checkin", input: byHandInput },
  async ({ scope, input: { scanId, ticket } }) => {
    const scan = { scanId, ticket, scannedAt: now(), offline: false, device: "by hand" };
    const { results } = await checkIn(scope, { scans: [scan] });
    return results[0] ?? null;
  },
);

export { checkInByHandAction };

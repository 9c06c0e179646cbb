import { type Answer, type ApiRequest, handlerOf, json, withHeaders } from "@/app/_server/answer";
import { problemOf } from "@/app/_server/problem";
import { takeDeliveryReport } from "@/lib/notifications/take-delivery-report";
import { config } from "@/lib/platform/config";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/id";
import { isSameSecret } from "@/lib/platform/secrets";

/**
 * What a mail server hands over of mails that came back to our envelope senders. The bounce secret
 * lets it in.
 */
export const POST = handlerOf(async (request) => {
  const requestId = request.headers.get("x-request-id") ?? newId();
  const answer = await take(request).catch((error: unknown) => problemOf(error, requestId));
  return withHeaders(answer, { "X-Request-Id": requestId });
});

async function take(request: ApiRequest): Promise<Answer> {
  requireBounceSecret(request);
  const recipient = new URL(request.url).searchParams.get("to");
  return json({ marked: await takeDeliveryReport({ raw: await request.text(), recipient }) }, 202);
}

function requireBounceSecret(request: ApiRequest): void {
  const { BOUNCE_SECRET } = config();
  if (!BOUNCE_SECRET) throw new AppError("unavailable", "BOUNCE_SECRET is not set, so no report is taken.");
  const given = request.headers.get("authorization")?.match(/^Bearer (.+)$/i)?.[1] ?? "";
  if (!isSameSecret(Buffer.from(given), Buffer.from(BOUNCE_SECRET)))
    throw new AppError("unauthenticated", "The bounce secret is wrong or missing.");
}

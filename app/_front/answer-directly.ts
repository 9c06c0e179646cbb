import type { IncomingMessage, ServerResponse } from "node:http";
import { problemOf } from "@/app/_server/problem";
import { IncomingApiRequest } from "./api-request";
import type { DirectRoute } from "./direct-routes";
import { writeAnswer } from "./write-answer";

/**
 * Answers by the handler itself, past Next. Whoever hangs up meanwhile changes nothing: what the
 * handler does, it does to the end.
 */
export async function answerDirectly(
  request: IncomingMessage,
  response: ServerResponse,
  { answer, params }: DirectRoute,
): Promise<void> {
  const said = await answer(new IncomingApiRequest(request), { params }).catch((error: unknown) =>
    problemOf(error, String(request.headers["x-request-id"])),
  );
  await writeAnswer(response, said);
}

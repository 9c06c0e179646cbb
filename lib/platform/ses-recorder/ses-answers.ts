import type { ServerResponse } from "node:http";
import { newId } from "../id";
import type { Refusal } from "./faults";

const namespace = "http://ses.amazonaws.com/doc/2010-12-01/";

/** Answers an action of the SES query protocol with its result. */
export function answerResult(response: ServerResponse, action: string, result: Record<string, string | number>): void {
  const fields = Object.entries(result).map(([name, value]) => `<${name}>${escapeXml(String(value))}</${name}>`);
  const body =
    `<${action}Response xmlns="${namespace}"><${action}Result>${fields.join("")}</${action}Result>` +
    `<ResponseMetadata><RequestId>${newId()}</RequestId></ResponseMetadata></${action}Response>`;
  response.writeHead(200, { "Content-Type": "text/xml" }).end(body);
}

/** Answers with an error of the SES query protocol. */
export function answerRefusal(response: ServerResponse, { status, code, message }: Refusal): void {
  const type = status < 500 ? "Sender" : "Receiver";
  const body =
    `<ErrorResponse xmlns="${namespace}"><Error><Type>${type}</Type><Code>${code}</Code>` +
    `<Message>${escapeXml(message)}</Message></Error><RequestId>${newId()}</RequestId></ErrorResponse>`;
  response.writeHead(status, { "Content-Type": "text/xml" }).end(body);
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

import { createSign, randomUUID } from "node:crypto";
import { Agent, createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { connect } from "node:tls";
import { generate } from "selfsigned";
import { config } from "@/lib/platform/config";

const host = "sns.eu-central-1.amazonaws.com";
const certificateUrl = `https://${host}/SimpleNotificationService-0123456789abcdef0123456789abcdef.pem`;
const signedFields = {
  Notification: ["Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type"],
  SubscriptionConfirmation: ["Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type"],
};

/** Amazon's side of SNS: a TLS server with a certificate of its own, an agent that leads there, and messages signed by it. */
export async function startSns() {
  const pems = await generate([{ name: "commonName", value: host }], {
    extensions: [{ name: "subjectAltName", altNames: [{ type: 2, value: host }] }],
  });
  const asked: string[] = [];
  const server = createServer({ key: pems.private, cert: pems.cert }, (request, response) => {
    asked.push(request.url ?? "");
    response.end(request.url?.endsWith(".pem") ? pems.cert : "<ConfirmSubscriptionResponse/>");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const agent = new Agent({ keepAlive: false });
  agent.createConnection = () => connect({ host: "127.0.0.1", port, servername: host, ca: pems.cert });
  return {
    agent,
    /** The paths that Amazon was asked for. */
    asked,
    /** The body that SNS posts, signed as it does. */
    message: (
      type: keyof typeof signedFields,
      fields: Record<string, string>,
      { version = "2" as "1" | "2" } = {},
    ): Record<string, string> => {
      const message: Record<string, string> = {
        ...{
          Type: type,
          MessageId: randomUUID(),
          TopicArn: config().SNS_TOPIC_ARN ?? "",
          Timestamp: new Date().toISOString(),
        },
        ...{ SigningCertURL: certificateUrl, SignatureVersion: version },
        ...fields,
      };
      const signed = signedFields[type].filter((name) => name in message);
      const sign = createSign(version === "1" ? "RSA-SHA1" : "RSA-SHA256");
      sign.update(signed.map((name) => `${name}\n${message[name]}\n`).join(""));
      return { ...message, Signature: sign.sign(pems.private, "base64") };
    },
    stop: () => new Promise<void>((resolve) => void server.close(() => resolve())),
  };
}

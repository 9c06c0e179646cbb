import { afterAll, beforeAll, expect, test } from "vitest";
import { startSns } from "@/lib/testing/start-sns";
import { confirmSubscription, readSnsMessage } from "./sns-message";

let sns: Awaited<ReturnType<typeof startSns>>;

beforeAll(async () => {
  sns = await startSns();
});
afterAll(() => sns.stop());

const read = (message: Record<string, string>) => readSnsMessage(JSON.stringify(message), sns);

test.each(["1", "2"] as const)("a message signed as version %s does is taken", async (version) => {
  const message = sns.message("Notification", { Message: "{}", Subject: "Bounce" }, { version });
  expect(await read(message)).toMatchObject({ Type: "Notification", Message: "{}" });
});

test("whatever was changed, or signed elsewhere, is refused", async () => {
  const genuine = sns.message("Notification", { Message: "{}" });
  const forgeries: Record<string, string>[] = [
    { ...genuine, Message: '{"a":1}' },
    { ...genuine, Timestamp: "2020-01-01T00:00:00.000Z" },
    { ...genuine, Signature: Buffer.from("nothing").toString("base64") },
    { ...genuine, TopicArn: "arn:aws:sns:eu-central-1:123456789012:other" },
    {
      ...genuine,
      SigningCertURL: "https://example.org/SimpleNotificationService-0123456789abcdef0123456789abcdef.pem",
    },
    { ...genuine, SigningCertURL: "http://sns.eu-central-1.amazonaws.com/SimpleNotificationService-0.pem" },
    { ...genuine, SigningCertURL: "https://sns.eu-central-1.amazonaws.com.example.org/x.pem" },
  ];
  for (const forgery of forgeries) await expect(read(forgery)).rejects.toMatchObject({ code: "unauthenticated" });
});

test("what is no message is malformed", async () => {
  for (const body of ["", "{", "[]", '{"Type":"Notification"}', "null"])
    await expect(readSnsMessage(body, sns)).rejects.toMatchObject({ code: "malformed" });
});

test("a subscription is confirmed at Amazon, and nowhere else", async () => {
  const url = "https://sns.eu-central-1.amazonaws.com/?Action=ConfirmSubscription&Token=t";
  const message = await read(sns.message("SubscriptionConfirmation", { Message: "m", Token: "t", SubscribeURL: url }));
  await confirmSubscription(message, sns);
  expect(sns.asked.at(-1)).toBe("/?Action=ConfirmSubscription&Token=t");
  const elsewhere = { ...message, SubscribeURL: "https://example.org/?x=.amazonaws.com/" };
  await expect(confirmSubscription(elsewhere, sns)).rejects.toMatchObject({ code: "unauthenticated" });
});

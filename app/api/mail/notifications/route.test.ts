import { expect, test } from "vitest";
import { POST } from "./route";

test("nobody but Amazon is heard", async () => {
  const unsigned = await POST(
    new Request("http://localhost:3000/api/mail/notifications", { method: "POST", body: "{}" }),
  );
  expect(unsigned.status).toBe(400);
  expect(await unsigned.json()).toMatchObject({ code: "malformed", requestId: expect.any(String) });
  const body = JSON.stringify({
    ...{ Type: "Notification", MessageId: "1", TopicArn: "arn:aws:sns:eu-central-1:123456789012:mail" },
    ...{ Message: "{}", Timestamp: "now", Signature: "AAAA" },
    ...{ SignatureVersion: "2", SigningCertURL: "https://example.org/cert.pem" },
  });
  const forged = await POST(new Request("http://localhost:3000/api/mail/notifications", { method: "POST", body }));
  expect(forged.status).toBe(401);
});

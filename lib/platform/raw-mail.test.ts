import PostalMime from "postal-mime";
import { describe, expect, test } from "vitest";
import { newId } from "./id";
import { type MailParts, makeRawMail } from "./raw-mail";

function partsWith(given: Partial<MailParts>): MailParts {
  return {
    ...{ id: newId(), kind: "registration_confirmed", to: { name: "Ada", address: "ada@example.org" } },
    unsubscribeUrl: null,
    replyTo: { name: "Mira", address: "mira@example.org" },
    ...{ fromName: "Mira", subject: "Hello", html: "<p>Hi</p>", text: "Hi", threadId: null, pictures: [] },
    calendar: null,
    ...given,
  };
}

// Every way to begin a new line that some program knows, alone and before what would be a header.
const lineEnds = ["\r\n", "\n", "\r", "\v", "\f", "\u0085", "\u2028", "\u2029", "\0", "\r\n ", "\n\t", "\r\n\r\n"];
const smuggled = lineEnds.map((end) => `x${end}Bcc: victim@example.org${end}${end}<p>new body</p>`);

describe("what people type adds no header", () => {
  test.each(smuggled)("%j", async (text) => {
    const named = (address: string) => ({ name: text, address });
    const parts = partsWith({
      ...{ subject: text, fromName: text, to: named("ada@example.org"), replyTo: named("mira@example.org") },
    });
    const { raw, to } = await makeRawMail(parts);
    const email = await PostalMime.parse(raw);
    expect(to).toBe("ada@example.org");
    expect(email.bcc).toBeUndefined();
    expect(email.headers.map(({ key }) => key).sort()).toEqual([
      ...["auto-submitted", "content-type", "date", "from", "message-id"],
      ...["mime-version", "reply-to", "subject", "to", "x-turnout-kind"],
    ]);
    expect(email.replyTo).toMatchObject([{ address: "mira@example.org" }]);
    expect(email.to).toHaveLength(1);
    expect(email.to?.[0]?.address).toBe("ada@example.org");
    expect(email.from?.address).toBe("no-reply@turnout.local");
    expect(email.text?.trim()).toBe("Hi");
    const head = raw.subarray(0, raw.indexOf("\r\n\r\n")).toString();
    expect(head).not.toMatch(/^bcc:/im);
  });

  test.each([
    "<",
    ">",
    '"',
    "\\",
    "(x)",
    "a, b@example.org",
    "x <victim@example.org>",
    "=?utf-8?q?=0ABcc:_x?=",
    "🎉 שלום",
  ])("a name %j stays a name", async (name) => {
    const { raw, to } = await makeRawMail(partsWith({ to: { name, address: "ada@example.org" }, fromName: name }));
    const email = await PostalMime.parse(raw);
    expect(to).toBe("ada@example.org");
    expect(email.to).toHaveLength(1);
    expect(email.to?.[0]?.address).toBe("ada@example.org");
    expect(email.from?.address).toBe("no-reply@turnout.local");
    expect(email.bcc).toBeUndefined();
  });

  test("very long and right-to-left text keeps header lines within limits", async () => {
    const long = "אבג🎉".repeat(3_000);
    const { raw } = await makeRawMail(partsWith({ subject: long, to: { name: long, address: "ada@example.org" } }));
    const head = raw.subarray(0, raw.indexOf("\r\n\r\n")).toString();
    for (const line of head.split("\r\n")) expect(line.length).toBeLessThanOrEqual(998);
    const email = await PostalMime.parse(raw);
    expect(long.startsWith(email.subject ?? "-")).toBe(true);
    expect(email.to?.[0]?.address).toBe("ada@example.org");
  });
});

test.each([
  ...["", "ada", "a@b@c", "ada@example.org, eve@example.org", "ada@example.org\r\nBcc: eve@example.org"],
  ...["<ada@example.org>", "ada @example.org", "ada@exa\u2028mple.org", "list:ada@example.org;"],
])("the recipient %j is refused for good", async (address) => {
  await expect(makeRawMail(partsWith({ to: { name: "Ada", address } }))).rejects.toMatchObject({
    name: "SendFault",
    kind: "rejected",
  });
});

test("a message always has the same Message-ID, and mails of a thread refer to one root", async () => {
  const parts = partsWith({ threadId: "registration-1" });
  const [first, second] = await Promise.all([makeRawMail(parts), makeRawMail(parts)]);
  const [one, two] = await Promise.all([PostalMime.parse(first.raw), PostalMime.parse(second.raw)]);
  expect(one.messageId).toBe(two.messageId);
  expect(one.references).toBe("<registration-1@turnout.local>");
  expect(one.inReplyTo).toBe(one.references);
});

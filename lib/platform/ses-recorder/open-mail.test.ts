import { expect, test } from "vitest";
import { newId } from "../id";
import { makeRawMail } from "../raw-mail";
import { openMail } from "./open-mail";

test("a mail is opened as its reader has it: pictures in the page, files beside it", async () => {
  const png = Buffer.from("89504e470d0a1a0a", "hex");
  const { raw } = await makeRawMail({
    ...{ id: newId(), kind: "registration_confirmed", to: { name: "Zoë", address: "zoe@example.org" } },
    unsubscribeUrl: null,
    replyTo: null,
    ...{ fromName: "Mira", subject: "Grüße 🎉", html: '<p>Hi <img src="cid:qr"></p>', text: "Hi", threadId: null },
    pictures: [{ contentId: "qr", filename: "ticket.png", png }],
    calendar: { method: "REQUEST", content: "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n" },
  });
  const mail = await openMail(raw);
  expect(mail).toMatchObject({
    subject: "Grüße 🎉",
    from: "Mira <no-reply@turnout.local>",
    to: "Zoë <zoe@example.org>",
  });
  expect(mail.html).toContain(`src="data:image/png;base64,${png.toString("base64")}"`);
  expect(mail.text?.trim()).toBe("Hi");
  expect(mail.attachments.map(({ name }) => name)).toEqual(["ticket.png", "event.ics"]);
  expect(mail.sentAt).toBeInstanceOf(Date);
});

test("whatever it is, it is opened", async () => {
  expect(await openMail(Buffer.from(""))).toMatchObject({ subject: "(no subject)", from: "", to: "", html: null });
  expect(await openMail(Buffer.from([0xff, 0xfe, 0x00, 0x0a, 0x0d]))).toMatchObject({ attachments: [] });
});

import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { issueAccessToken } from "@/lib/access/access-token";
import type { Role } from "@/lib/access/actor";
import { config } from "@/lib/platform/config";
import { makePublishedEvent } from "@/lib/testing/make-event";
import { makePerson } from "@/lib/testing/make-person";
import { readCalendar } from "@/lib/testing/read-mail";
import { registerGuest } from "@/lib/testing/registrations";
import { startMail } from "@/lib/testing/start-mail";
import { GET } from "./route";

const settings = config();
const asConfigured = { ...settings };
let mail: Awaited<ReturnType<typeof startMail>>;
let id: string;

beforeAll(async () => {
  mail = await startMail();
  const event = await makePublishedEvent(await makePerson({ role: "organizer" }));
  await registerGuest(event.id, "ada");
  await mail.sendDue();
  id = (await mail.listMails())[0]?.id ?? "";
});
afterEach(() => Object.assign(settings, asConfigured));
afterAll(() => mail.stop());

async function get(params: { id?: string; index?: string } = {}, role?: Role): Promise<Response> {
  const headers = new Headers();
  if (role) headers.set("authorization", `Bearer ${await issueAccessToken(await makePerson({ role }))}`);
  return GET(new Request("http://localhost:3000/mail", { headers }), { params: { id, index: "1", ...params } });
}

function configure(given: Partial<typeof settings>): void {
  Object.assign(settings, { SES_ENDPOINT: mail.endpoint, ...given });
}

test("in a demo anybody downloads what came with a mail", async () => {
  configure({ MAIL_VIEWER: true, TURNOUT_DEMO: true });
  const answer = await get();
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-disposition")).toBe("attachment; filename*=UTF-8''event.ics");
  expect(answer.headers.get("content-type")).toBe("application/octet-stream");
  expect(readCalendar(await answer.text()).method).toBe("REQUEST");
  for (const params of [{ index: "9" }, { index: "x" }, { id: "x" }, { id: "00000000-0000-7000-8000-000000000000" }])
    expect((await get(params)).status).toBe(404);
});

test("elsewhere only administrators do, and nobody where there is no recorder", async () => {
  configure({ MAIL_VIEWER: true, TURNOUT_DEMO: false });
  expect((await get()).status).toBe(404);
  expect((await get({}, "organizer")).status).toBe(404);
  expect((await get({}, "admin")).status).toBe(200);
  configure({ MAIL_VIEWER: false, TURNOUT_DEMO: true });
  expect((await get({}, "admin")).status).toBe(404);
});

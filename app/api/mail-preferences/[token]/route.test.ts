import { describe, expect, test } from "vitest";
import { mailTopics } from "@/lib/access/input";
import { getMailPreferences, setMailPreferences } from "@/lib/access/mail-preferences";
import { requireMailReader, requirePerson } from "@/lib/access/scopes";
import { openUnsubscribeToken, unsubscribeTokenOf } from "@/lib/access/unsubscribe-token";
import { makePerson } from "@/lib/testing/make-person";
import { GET, POST } from "./route";

const call = (method: typeof GET, token: string, verb: string) =>
  method(new Request(`http://localhost:3000/api/mail-preferences/${token}`, { method: verb }), { params: { token } });

describe("mail preferences", () => {
  test("everything is wanted until it is declined, and can be wanted again", async () => {
    const person = requirePerson(await makePerson());
    expect(await getMailPreferences(person)).toEqual([...mailTopics]);
    await setMailPreferences(person, { topics: ["surveys"] });
    await setMailPreferences(person, { topics: ["surveys"] });
    expect(await getMailPreferences(person)).toEqual(["surveys"]);
    await setMailPreferences(person, { topics: ["reminders", "surveys"] });
    expect(await getMailPreferences(person)).toEqual(["reminders", "surveys"]);
  });

  test("one POST without cookie or origin declines the topic of the mail, once however often; a GET changes nothing", async () => {
    const person = requirePerson(await makePerson());
    const token = unsubscribeTokenOf({ userId: person.userId, topic: "announcements" });
    for (let time = 0; time < 2; time++) {
      const answer = await call(GET, token, "GET");
      expect(answer.status).toBe(303);
      expect(answer.headers.get("location")).toBe(`http://localhost:3000/mail-preferences/${token}`);
    }
    expect(await getMailPreferences(person)).toEqual([...mailTopics]);
    const answers = await Promise.all(Array.from({ length: 4 }, () => call(POST, token, "POST")));
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204, 204]);
    expect(await getMailPreferences(person)).toEqual(["reminders", "surveys"]);
  });

  test("a token that we did not make opens nothing", async () => {
    const [person, other] = [await makePerson(), await makePerson()];
    const token = unsubscribeTokenOf({ userId: person.userId, topic: "surveys" });
    expect(openUnsubscribeToken(token)).toEqual({ userId: person.userId, topic: "surveys" });
    const bytes = Buffer.from(token, "base64url");
    for (let index = 0; index < bytes.length; index++) {
      const forged = Buffer.from(bytes);
      forged.writeUInt8(forged.readUInt8(index) ^ 1, index);
      expect(openUnsubscribeToken(forged.toString("base64url"))).toBeNull();
    }
    for (const wrong of ["", "x", `${token}A`, token.slice(1)])
      expect((await call(POST, wrong, "POST")).status).toBe(404);
    expect(await getMailPreferences(requirePerson(other))).toEqual([...mailTopics]);
    const nobody = unsubscribeTokenOf({ userId: "01900000-0000-7000-8000-000000000000", topic: "surveys" });
    await expect(requireMailReader(nobody)).rejects.toMatchObject({ code: "not_found" });
  });
});

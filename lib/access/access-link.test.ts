import { afterAll, expect, test } from "vitest";
import { closeDatabase, db } from "@/db/client";
import { accessLinks } from "@/db/schema/users";
import { inTransaction } from "@/db/transaction";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/id";
import { makePerson } from "@/lib/testing/make-person";
import { accessLinkTokenOf, openAccessLinkToken, spendAccessLink } from "./access-link";

afterAll(() => closeDatabase());

async function makeLink(expiresInMs: number) {
  const { userId } = await makePerson();
  const id = newId();
  const createdAt = now();
  const expiresAt = new Date(createdAt.getTime() + expiresInMs);
  await db().insert(accessLinks).values({ id, kind: "sign_in", userId, createdAt, expiresAt });
  return { userId, id, token: accessLinkTokenOf("sign_in", id) };
}

const use = (token: string) => inTransaction(undefined, (tx) => spendAccessLink(tx, "sign_in", token));

test("a link lets in once, however many use it at the same time", async () => {
  const { userId, token } = await makeLink(60_000);
  const outcomes = await Promise.all(Array.from({ length: 10 }, () => use(token)));
  expect(outcomes.filter(Boolean)).toEqual([{ userId }]);
});

test("a link past its time, one of another kind and a forged one let nobody in", async () => {
  expect(await use((await makeLink(-1)).token)).toBeNull();
  const { id, token } = await makeLink(60_000);
  expect(openAccessLinkToken("invitation", token)).toBeNull();
  expect(await use(accessLinkTokenOf("invitation", id))).toBeNull();
  expect(await use(`${token.slice(0, -2)}AA`)).toBeNull();
  expect(await use("x")).toBeNull();
});

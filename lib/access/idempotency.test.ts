import { afterEach, describe, expect, it } from "vitest";
import { setClock } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/id";
import { answerOnce, type IdempotencyClaim } from "./idempotency";

afterEach(() => setClock(null));

const claimOf = (given: Partial<IdempotencyClaim> = {}): IdempotencyClaim => ({
  ...{ caller: "user:1", route: "/api/things", key: newId(), bodyHash: "same" },
  ...given,
});

function counted(status = 201) {
  let runs = 0;
  const work = async () => {
    runs++;
    return { status, body: { zulu: runs, a: [runs] } };
  };
  return { work, runs: () => runs };
}

const daysOn = (days: number) => setClock(new Date(Date.now() + days * 24 * 60 * 60 * 1000));

describe("answerOnce", () => {
  it("works each time without a key", async () => {
    const { work, runs } = counted();
    await answerOnce(null, work);
    await answerOnce(null, work);
    expect(runs()).toBe(2);
  });

  it("works once for a key and gives every repeat the first answer, fields in the same order", async () => {
    const { work, runs } = counted();
    const claim = claimOf();
    const first = await answerOnce(claim, work);
    const again = await answerOnce(claim, work);
    expect(runs()).toBe(1);
    expect(JSON.stringify(again)).toBe(JSON.stringify(first));
    expect(again).toEqual({ status: 201, body: { zulu: 1, a: [1] } });
  });

  it("lets those who come meanwhile wait for the first answer", async () => {
    const { work, runs } = counted();
    const claim = claimOf();
    const answers = await Promise.all(Array.from({ length: 5 }, () => answerOnce(claim, work)));
    expect(runs()).toBe(1);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  });

  it("keeps callers and routes apart and refuses another body", async () => {
    const { work, runs } = counted();
    const claim = claimOf();
    await answerOnce(claim, work);
    await answerOnce({ ...claim, caller: "user:2" }, work);
    await answerOnce({ ...claim, route: "/api/others" }, work);
    expect(runs()).toBe(3);
    await expect(answerOnce({ ...claim, bodyHash: "other" }, work)).rejects.toMatchObject({
      code: "idempotency_mismatch",
    });
  });

  it("leaves no trace of work that failed", async () => {
    const { work } = counted();
    const claim = claimOf();
    const failing = async () => {
      throw new Error("no luck");
    };
    await expect(answerOnce(claim, failing)).rejects.toThrow("no luck");
    expect(await answerOnce({ ...claim, bodyHash: "other" }, work)).toMatchObject({ status: 201 });
  });

  it("forgets after 24 hours", async () => {
    const { work, runs } = counted();
    const claim = claimOf();
    await answerOnce(claim, work);
    daysOn(1.01);
    expect(await answerOnce({ ...claim, bodyHash: "other" }, work)).toMatchObject({ body: { zulu: 2 } });
    expect(runs()).toBe(2);
  });
});

import { expect, test } from "@playwright/test";
import { actionRows } from "./authorisation/action-rows";
import { apiRows } from "./authorisation/api-rows";
import { type Audience, audiences } from "./authorisation/audiences";
import { callAction } from "./authorisation/call-action";
import { callerNames } from "./authorisation/callers";
import { actionIds, listBuiltActionIds, listPagesAndRoutes } from "./authorisation/entries";
import { openNewcomer } from "./authorisation/newcomer";
import { type Outcome, outcomeOf } from "./authorisation/outcome";
import { pageRows } from "./authorisation/page-rows";
import type { At, Row } from "./authorisation/rows";
import { type Caller, send } from "./authorisation/send";
import { makeWorld, type World } from "./authorisation/world";

// Every page, route and action of the build, each called by seven kinds of caller, against the
// table of who may. Whatever is new needs a row in `e2e/authorisation/`.
test.describe.configure({ mode: "parallel", timeout: 300_000 });

const howToMend = "give it a row in e2e/authorisation/{page,api,action}-rows.ts that says who may call it, and how";

test("every page, route and action of the build has a row, and every row stands for one of the build", () => {
  const ofTable = Object.keys({ ...pageRows, ...apiRows }).map((name) => name.replace(/ of (a|an) \w+$/, ""));
  expect(new Set(ofTable), howToMend).toEqual(new Set(listPagesAndRoutes()));
  expect(new Set(Object.keys(actionRows)), howToMend).toEqual(new Set(actionIds().keys()));
  expect([...actionIds().values()].sort(), "an action whose name is not found").toEqual(listBuiltActionIds().sort());
});

test("every page opens for those it is for, and for nobody else", async ({ request }) => {
  const world = await makeWorld(request);
  await judge(world, pageRows, async (caller, row, at) => outcomeOf(await send(caller, row.path(at))));
});

test("every route of the API answers those it is for, and nobody else", async ({ request }) => {
  const world = await makeWorld(request);
  await judge(world, apiRows, async (caller, row, at, name) => {
    const [method] = name.split(" ");
    const body = row.body && JSON.stringify(await row.body(at));
    const headers = { "Content-Type": "application/json", ...row.headers?.() };
    return outcomeOf(await send(caller, row.path(at), { method, body, headers }), row.inMeans);
  });
});

test("every action does its work for those it is for, and for nobody else", async ({ request }) => {
  const world = await makeWorld(request);
  await judge(world, actionRows, async (caller, row, at, name) => {
    const fields = Object.entries((await row.body?.(at)) ?? {}).map(([field, value]) => [field, String(value)]);
    return callAction(caller, name, row.path(at), Object.fromEntries(fields), row.inMeans);
  });
});

type Call = (caller: Caller, row: Row, at: At, name: string) => Promise<Outcome>;

async function judge(world: World, rows: Record<string, Row>, call: Call): Promise<void> {
  const wrong: string[] = [];
  for (const [name, row] of Object.entries(rows)) {
    for (const callerName of callerNames) {
      const expected: Outcome = audiences[row.audience satisfies Audience][callerName];
      const place = row.fresh ? await world.open(row.fresh) : world.event;
      // A call that sets cookies is made by a copy, so that the caller stays who they are.
      const caller: Caller = row.asNewcomer
        ? await openNewcomer(callerName)
        : { name: callerName, cookies: new Map(world.callers[callerName].cookies) };
      const outcome = await call(caller, row, { place, world, callerName }, name);
      if (row.endsSession) await world.reopen(callerName);
      if (outcome !== expected) wrong.push(`${name}, ${callerName}: ${outcome}, not ${expected}`);
    }
  }
  expect(wrong).toEqual([]);
}

import postgres from "postgres";
import { expectAccessible, expectNoSidewaysScroll } from "./expect-accessible";
import { expect, test } from "./fixtures";

const reason = "MessageRejected: the far end will never take it";
let sql: postgres.Sql;
let id: string;

test.beforeEach(async () => {
  sql = postgres(process.env.E2E_DATABASE_URL ?? "", { max: 1, onnotice: () => {} });
  id = crypto.randomUUID();
  await sql`
    insert into outbox (id, kind, dedupe_key, status, run_at, attempts, last_error)
    values (${id}, 'team_invitation', ${id}, 'dead', now(), 12, ${reason})`;
});
test.afterEach(async () => {
  await sql`delete from outbox where id = ${id}`;
  await sql.end();
});

test("an administrator finds outgoing mail in the menu; an organizer gets the page that says there is none", async ({
  page,
  signIn,
}) => {
  await signIn("organizer@demo.test");
  expect((await page.goto("/messages"))?.status()).toBe(404);
  await page.context().clearCookies();
  expect((await page.goto("/messages"))?.status()).toBe(404);
  await signIn("admin@demo.test");
  await page.goto("/profile");
  await expect(page.locator('a[href="/messages"]').first()).toHaveText("Outgoing mail");
  await page.goto("/messages");
  await expect(page.getByRole("heading", { name: "Outgoing mail" })).toBeVisible();
  await expect(page.getByText(reason).first()).toBeVisible();
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("a failed message is sent again", async ({ page, signIn }) => {
    await signIn("admin@demo.test");
    await page.goto("/messages");
    const form = page.locator("form").filter({ has: page.locator(`input[value="${id}"]`) });
    await form.getByRole("button", { name: /Resend/ }).click();
    await expect(page.locator(`input[value="${id}"]`)).toHaveCount(0);
    const [row] = await sql`select status from outbox where id = ${id}`;
    expect(row?.status).not.toBe("dead");
  });
});

test("outgoing mail is accessible, and fits a narrow phone", async ({ page, signIn }) => {
  await signIn("admin@demo.test");
  await page.goto("/messages");
  await expect(page.getByText(reason).first()).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});

import { expect, test } from "./fixtures";
import { inHours, makeEvent } from "./make-event";

test("search, category and span stand in the address, and the address brings the same list", async ({
  page,
  request,
}) => {
  const word = `Quokka${Date.now().toString(36)}${process.pid}`;
  const soon = await makeEvent(request, { title: `${word} soon`, category: "talk" });
  const later = await makeEvent(request, {
    ...{ title: `${word} later`, category: "sports" },
    ...{ startsAt: inHours(24 * 20), endsAt: inHours(24 * 20 + 2) },
  });
  const titles = page.getByRole("article").getByRole("heading");

  await page.goto("/events");
  await page.getByRole("searchbox").fill(word);
  await page.getByRole("button", { name: "Search" }).click();
  await expect(titles).toHaveText([soon.title, later.title]);
  await page.getByRole("link", { name: "7 days" }).click();
  await expect(titles).toHaveText([soon.title]);
  await page.getByRole("link", { name: "Upcoming" }).click();
  await expect(titles).toHaveCount(2);
  await page.getByRole("navigation", { name: "Category" }).getByRole("link", { name: "Sports" }).click();
  await expect(titles).toHaveText([later.title]);

  const found = new URL(page.url());
  expect(found.search).toContain(`q=${word}`);
  expect(found.search).toContain("category=sports");
  await page.goto(found.pathname + found.search);
  await expect(titles).toHaveText([later.title]);
  await expect(page.getByRole("searchbox")).toHaveValue(word);
  await page.getByRole("link", { name: later.title }).click();
  await expect(page.getByRole("heading", { level: 1, name: later.title })).toBeVisible();
});

test("past events come latest first, page by page", async ({ page }) => {
  await page.goto("/events?when=past");
  const first = await page.getByRole("article").getByRole("heading").allTextContents();
  expect(first).toHaveLength(20);
  await page.getByRole("link", { name: "Earlier events" }).click();
  await page.waitForURL(/cursor=/);
  await expect(page.getByRole("article").first()).not.toContainText(first[0] ?? "");
  await page.getByRole("link", { name: "Back to start" }).click();
  await expect(page.getByRole("article").first()).toContainText(first[0] ?? "");
});

test("an address that means nothing still shows a page", async ({ page }) => {
  for (const search of ["?q=no-such-event-anywhere", "?cursor=nonsense", "?q=%00", "?category=x&when=y&q=a&q=b"]) {
    const answer = await page.goto(`/events${search}`);
    expect(answer?.status()).toBe(200);
    await expect(page.getByRole("heading", { name: "Events", level: 1 })).toBeVisible();
  }
  await page.goto("/events?q=no-such-event-anywhere");
  await expect(page.getByRole("heading", { name: /Nothing found/ })).toBeVisible();
});

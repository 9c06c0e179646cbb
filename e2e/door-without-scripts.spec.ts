import { expect, test } from "./door-test";

test.use({ javaScriptEnabled: false });

test("without scripts the door checks people in by code and by name", async ({ page, event }) => {
  const ada = await event.register("Ada Lovelace");
  await event.register("Zoë Ångström");
  await page.goto(`/door/${event.id}`);
  await page.getByRole("link", { name: "Check people in by name or code" }).click();

  await page.getByLabel("Ticket code").fill(ada.reference.toLowerCase());
  await page.getByRole("button", { name: "Check in", exact: true }).click();
  await expect(page.getByText("Came in: Ada Lovelace")).toBeVisible();

  await page.goto(`/door/${event.id}/by-hand`);
  await page.getByLabel(/Find by name/).fill("angstrom");
  await page.getByRole("button", { name: "Find" }).click();
  await page.getByRole("button", { name: "Check in Zoë Ångström" }).click();
  await expect(page.getByText("Came in: Zoë Ångström")).toBeVisible();

  await page.goto(`/door/${event.id}/log`);
  await page.getByRole("button", { name: "Undo the check-in of Ada Lovelace" }).click();
  await expect(page.getByText(/^Undone .* by /)).toBeVisible();
});

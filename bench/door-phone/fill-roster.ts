import type { Page, Route } from "@playwright/test";

const pageSize = 1_000;

/** Answers the phone's question for the list with so many made-up people, a page at a time, as the server would. */
export async function fillRoster(page: Page, eventId: string, people: number): Promise<void> {
  const real = await page.request.get(`/api/checkin/roster?eventId=${eventId}&limit=1`);
  const first = await real.json();
  const [model] = first.items;
  await page.route("**/api/checkin/roster*", async (route: Route) => {
    const query = new URL(route.request().url()).searchParams;
    const from = Number(query.get("cursor") ?? 0);
    const isNews = query.get("since") !== null;
    const items = Array.from({ length: isNews ? 0 : pageSize }, (_, index) => personOf(model, from + index));
    const nextCursor = isNews || from + pageSize >= people ? null : String(from + pageSize);
    await route.fulfill({ json: { ...first, items, nextCursor } });
  });
}

function personOf(model: object, index: number): object {
  const id = `01890000-0000-7000-8000-${index.toString(16).padStart(12, "0")}`;
  const reference = index.toString(36).toUpperCase().padStart(8, "0");
  const name = `Guest${index} Person${index % 97}`;
  return { ...model, registrationId: id, ticketId: id, reference, name, department: `Department ${index % 40}` };
}

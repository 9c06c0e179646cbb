import { noteVerdicts } from "./catch-verdict";
import { type DoorEvent, openDoorEvent } from "./door-event";
import { test as base } from "./fixtures";

export { expect } from "./fixtures";

/** Tests at the door of an event of their own, with its organizer signed in on the page. */
export const test = base.extend<{ event: DoorEvent }>({
  event: async ({ request, signIn, page }, use) => {
    await noteVerdicts(page);
    const event = await openDoorEvent(request);
    await signIn("organizer@demo.test");
    await use(event);
  },
});

import { onPageSwapped } from "../forms/page-swapped";
import { type Reader, readMarker, showMarker } from "./marker";
import type { Personal } from "./personal";
import { onReaderChange } from "./reader-changes";
import { type Account, showAccount } from "./show-account";

/**
 * Asks for what the page says to its reader alone, by one request and only where the marker says
 * that there may be something. Asks again when the page comes back into view, and when another page
 * of this browser changed something.
 */
export function followReader(): void {
  let shown: Reader = null;
  const look = (): void => {
    const reader = readMarker();
    if (!reader && !shown) return;
    shown = reader;
    showMarker(reader);
    void ask(reader);
  };
  look();
  onPageSwapped(look);
  window.addEventListener("pageshow", ({ persisted }) => persisted && look());
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) look();
  });
  onReaderChange(look);
}

async function ask(reader: Reader): Promise<void> {
  const registration = document.querySelector("event-registration");
  if (registration?.personalUrl) {
    const personal = reader ? await get<Personal>(registration.personalUrl) : strangerOf(registration);
    registration.showPersonal(personal ?? null);
    if (personal) settle(personal.account);
    return;
  }
  if (!document.querySelector("template[data-account]")) return;
  if (reader === "person") {
    const account = await get<Account>("/api/me");
    if (account !== undefined) settle(account);
  } else {
    settle(null);
  }
}

function settle(account: Account | null): void {
  showAccount(account);
  // The session has ended: the way to sign in comes back.
  if (!account && document.documentElement.dataset.reader === "person") showMarker(null);
}

/** What the page says to nobody in particular. */
function strangerOf({ dataset }: HTMLElement): Personal {
  return {
    account: null,
    registration: null,
    mayManage: false,
    mayOpenDoor: false,
    ineligibleReason: (dataset.reason ?? null) as Personal["ineligibleReason"],
    surveyUrl: null,
  };
}

/**
 * The answer; null where nobody is signed in, undefined where there is none: then what is shown
 * stays.
 */
async function get<Answer>(url: string): Promise<Answer | null | undefined> {
  try {
    const answer = await fetch(url, { headers: { accept: "application/json" }, cache: "no-store" });
    if (answer.status === 401) return null;
    return answer.ok ? await answer.json() : undefined;
  } catch {
    return undefined;
  }
}

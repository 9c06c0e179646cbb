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
    const personal = reader ? await get<Personal>(registration.personalUrl) : null;
    registration.showPersonal(personal);
    settle(personal?.account ?? null);
    return;
  }
  const hasPlace = document.querySelector("template[data-account]") !== null;
  if (hasPlace) settle(reader === "person" ? await get<Account>("/api/me") : null);
}

function settle(account: Account | null): void {
  showAccount(account);
  // Signed out elsewhere: the way to sign in comes back.
  if (!account && document.documentElement.dataset.reader === "person") showMarker(null);
}

/** The answer, or null when there is none for this reader or the server can't be reached. */
async function get<Answer>(url: string): Promise<Answer | null> {
  try {
    const answer = await fetch(url, { headers: { accept: "application/json" }, cache: "no-store" });
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}

import { announceReaderChange } from "../account/reader-changes";
import { announcePageSwapped } from "./page-swapped";
import { focusOnErrors, showErrors } from "./show-errors";
import { isPending, showPending } from "./show-pending";

const lost = "Nothing was sent: the server can’t be reached. Please try again.";

/**
 * Sends the forms that ask for it (`data-improve`) without leaving the page: the same post that the
 * browser would make, whose answer takes the page's place. What came of it, or what was wrong, gets
 * the focus.
 */
export function improveForms(): void {
  focusOnErrors();
  document.addEventListener("submit", (event) => {
    const { target: form, submitter } = event;
    if (!(form instanceof HTMLFormElement) || form.dataset.improve === undefined) return;
    event.preventDefault();
    if (!isPending(form)) void send(form, submitter);
  });
}

async function send(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
  const endPending = showPending(form, submitter);
  const answer = await post(form).catch(() => null);
  endPending();
  if (answer?.redirected) {
    location.assign(answer.url);
  } else if (answer?.ok) {
    const { swapPage } = await import("./swap-page");
    swapPage(await answer.text());
    announcePageSwapped();
    announceReaderChange();
    focusOnNews();
  } else {
    showErrors(form, { message: refusalOf(answer), errors: [] });
  }
}

function post(form: HTMLFormElement): Promise<Response> {
  // Not `form.action`, which a field of that name would hide.
  const action = form.getAttribute("action") || location.href;
  return fetch(action, { method: "POST", body: new FormData(form), headers: { accept: "text/html" } });
}

function refusalOf(answer: Response | null): string {
  if (!answer) return lost;
  const seconds = Number(answer.headers.get("retry-after") ?? 0);
  const when = seconds > 0 ? `in ${seconds} seconds` : "in a moment";
  return answer.status === 429 || answer.status === 503
    ? `Very many people are here right now. Please try again ${when}.`
    : "Something went wrong on our side. Please try again.";
}

/** Takes the focus to what is wrong, or to what has just happened. */
function focusOnNews(): void {
  if (!focusOnErrors()) document.querySelector<HTMLElement>("[data-news]:not(:empty)")?.focus();
}

/**
 * Says on the form's button that it is being sent, and swallows a second press. Returns how to end
 * that.
 */
export function showPending(form: HTMLFormElement, submitter: HTMLElement | null): () => void {
  const button = submitter ?? form.querySelector<HTMLElement>("button[type=submit]");
  form.dataset.pending = "";
  const words = button && [...button.childNodes];
  button?.setAttribute("aria-disabled", "true");
  if (button?.dataset.pendingLabel) button.textContent = button.dataset.pendingLabel;
  return () => {
    delete form.dataset.pending;
    button?.removeAttribute("aria-disabled");
    if (words) button?.replaceChildren(...words);
  };
}

/** True while an earlier press is under way. */
export function isPending(form: HTMLFormElement): boolean {
  return form.dataset.pending !== undefined;
}

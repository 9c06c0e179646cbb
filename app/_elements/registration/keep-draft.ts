const keyOf = (root: HTMLElement) => `draft:${root.dataset.eventId}`;

/** Keeps what is typed into the form in this tab, and puts it back when the page is loaded anew. */
export function keepDraft(root: HTMLElement): void {
  root.addEventListener("input", ({ target }) => {
    const form = target instanceof Element && target.closest<HTMLFormElement>("form[data-register]");
    if (!form) return;
    const typed = [...new FormData(form)].filter(([name, value]) => !isHidden(form, name) && value !== "");
    store(() => sessionStorage.setItem(keyOf(root), JSON.stringify(typed)));
  });
  const form = root.querySelector<HTMLFormElement>("form[data-register]");
  if (form) restore(form, keyOf(root));
}

/** Forgets it: the form was sent. */
export function forgetDraft(root: HTMLElement): void {
  store(() => sessionStorage.removeItem(keyOf(root)));
}

function restore(form: HTMLFormElement, key: string): void {
  store(() => {
    const typed: [string, string][] = JSON.parse(sessionStorage.getItem(key) ?? "[]");
    for (const [name, value] of typed) {
      const field = form.elements.namedItem(name);
      if (field instanceof RadioNodeList) field.value = value;
      else if (isTextField(field) && field.value === "") field.value = value;
    }
  });
}

function isTextField(field: unknown): field is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement {
  return (
    field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement
  );
}

function isHidden(form: HTMLFormElement, name: string): boolean {
  const field = form.elements.namedItem(name);
  return field instanceof HTMLInputElement && field.type === "hidden";
}

// A browser may refuse to store anything; then there is no draft.
function store(act: () => void): void {
  try {
    act();
  } catch {}
}

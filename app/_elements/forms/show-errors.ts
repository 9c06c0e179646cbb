import { fillTemplate } from "../fill-template";

type FieldError = { path: string; message: string };

/**
 * Says what is wrong above the form and beside each field, as the form drawn by the server does,
 * and takes the focus there.
 */
export function showErrors(
  form: HTMLFormElement,
  { message, errors }: { message: string; errors: FieldError[] },
): void {
  clearErrors(form);
  const summary = partOf("error-summary", { message: errors.length > 0 ? "" : message });
  const list = summary?.querySelector("ul");
  if (!summary || !list) return;
  const line = list.querySelector("li");
  for (const { path, message } of errors) {
    const item = line?.cloneNode(true) as HTMLElement;
    const link = item.querySelector("a");
    link?.setAttribute("href", `#${path}`);
    if (link) link.textContent = message;
    list.append(item);
    markField(form, path, message);
  }
  line?.remove();
  if (errors.length === 0) list.remove();
  form.prepend(summary);
  focusOnErrors();
}

/** Takes away what an earlier answer said was wrong. */
export function clearErrors(form: HTMLFormElement): void {
  for (const said of form.querySelectorAll("[data-error-summary], [data-field-error]")) said.remove();
  for (const control of form.querySelectorAll("[aria-invalid]")) control.removeAttribute("aria-invalid");
  for (const control of form.querySelectorAll("[aria-describedby$=-error]"))
    describe(control, (ids) => ids.filter((id) => !id.endsWith("-error")));
  if (document.title.startsWith(errorTitle)) document.title = document.title.slice(errorTitle.length);
}

const errorTitle = "Error: ";

/**
 * Puts the focus on the summary of errors in the page, if there is one, and says so in the title.
 */
export function focusOnErrors(): boolean {
  const summary = document.querySelector<HTMLElement>("[data-error-summary]");
  if (!summary) return false;
  if (!document.title.startsWith(errorTitle)) document.title = errorTitle + document.title;
  summary.focus();
  return true;
}

function markField(form: HTMLFormElement, path: string, message: string): void {
  const control = form.querySelector(`[id="${CSS.escape(path)}"]`);
  const field = control?.closest("fieldset, [data-field]");
  const words = partOf("field-error", { message });
  if (!control || !field || !words) return;
  words.id = `${path}-error`;
  field.append(words);
  const described = field.matches("fieldset") ? field : control;
  if (described === control) control.setAttribute("aria-invalid", "true");
  describe(described, (ids) => [...ids, words.id]);
  field.closest("details")?.setAttribute("open", "");
}

function describe(control: Element, change: (ids: string[]) => string[]): void {
  const ids = change((control.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean));
  if (ids.length > 0) control.setAttribute("aria-describedby", ids.join(" "));
  else control.removeAttribute("aria-describedby");
}

function partOf(name: string, values: { message: string }): HTMLElement | null {
  const template = document.querySelector<HTMLTemplateElement>(`template[data-part=${name}]`);
  return (template && (fillTemplate(template, values).firstElementChild as HTMLElement | null)) ?? null;
}

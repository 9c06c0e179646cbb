export type Values = Record<string, string | number | boolean | null | undefined>;

/**
 * A copy of the template's content with these values in it: text for `data-fill`, an address for
 * `data-href`; what stands under `data-if` goes unless its value is true.
 */
export function fillTemplate(template: HTMLTemplateElement, values: Values = {}): DocumentFragment {
  const copy = document.importNode(template.content, true);
  fillIn(copy, values);
  return copy;
}

/**
 * The same within what is in the page already. A name without a value leaves its place as it is.
 */
export function fillIn(root: ParentNode, values: Values): void {
  for (const part of root.querySelectorAll<HTMLElement>("[data-if]"))
    if (values[part.dataset.if ?? ""] === false) part.remove();
  for (const place of root.querySelectorAll<HTMLElement>("[data-fill]")) {
    const value = values[place.dataset.fill ?? ""];
    if (value !== undefined) place.textContent = value === null ? "" : String(value);
  }
  for (const link of root.querySelectorAll<HTMLElement>("[data-href]")) {
    const value = values[link.dataset.href ?? ""];
    if (typeof value === "string") link.setAttribute("href", value);
  }
}

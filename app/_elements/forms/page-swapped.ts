const swapped = "page-swapped";

/** Says that the page was turned into another drawing of it. */
export function announcePageSwapped(): void {
  document.dispatchEvent(new CustomEvent(swapped));
}

/** Calls back whenever that has happened, until the signal aborts. */
export function onPageSwapped(callback: () => void, signal?: AbortSignal): void {
  document.addEventListener(swapped, callback, { signal });
}

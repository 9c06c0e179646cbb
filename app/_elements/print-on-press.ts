/** Prints the page when a button for it (`data-print`) is pressed. */
export function printOnPress(): void {
  document.addEventListener("click", ({ target }) => {
    if (target instanceof Element && target.closest("[data-print]")) window.print();
  });
}

import { scrollIntoRow } from "@/app/_components/scroll-into-row";

/**
 * Scrolls each row of links that is too long for the screen so that its current link is in sight.
 */
export function showCurrentTab(): void {
  for (const strip of document.querySelectorAll<HTMLElement>("[data-strip]")) {
    const current = strip.querySelector("a[aria-current]");
    if (current) scrollIntoRow(strip, current);
  }
}

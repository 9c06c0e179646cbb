/**
 * Moves the row sideways by as much as the link needs to be in sight, with the link in the middle.
 */
export function scrollIntoRow(strip: HTMLElement, current: Element): void {
  const [row, link] = [strip.getBoundingClientRect(), current.getBoundingClientRect()];
  if (link.right > row.right || link.left < row.left)
    strip.scrollLeft += link.left + link.width / 2 - row.left - row.width / 2;
}

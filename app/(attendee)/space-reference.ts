/** A reference in two groups of four, as it is easier to read out. */
export function spaceReference(reference: string): string {
  return `${reference.slice(0, 4)} ${reference.slice(4)}`.trim();
}

/**
 * An event's picture where this site serves it; null otherwise. A picture of another site is never
 * shown: its owner would learn who looks at the page.
 */
export function ownPictureOf(coverUrl: string | null): string | null {
  return coverUrl?.startsWith("/pictures/") ? coverUrl : null;
}

/** First stop of the keyboard: past the navigation, to the page's `#main`. */
export function SkipLink({ children = "Skip to the content" }: { children?: string }) {
  return (
    <a
      href="#main"
      className="sr-only z-50 rounded-md bg-primary px-4 py-3 text-sm font-medium text-primary-foreground focus:not-sr-only focus:fixed focus:inset-s-4 focus:top-4"
    >
      {children}
    </a>
  );
}

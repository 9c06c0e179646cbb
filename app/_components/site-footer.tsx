import type { MenuLink } from "./account-menu";
import { LogoMark } from "./logo";

/** The quiet end of every public page. */
export function SiteFooter({ links, line }: { links: readonly MenuLink[]; line?: string }) {
  return (
    <footer className="mt-20 border-t border-border px-4 sm:px-6 lg:px-8 print:hidden">
      <div className="mx-auto flex max-w-content flex-wrap items-center gap-x-6 gap-y-2 py-6 text-sm text-secondary">
        <div className="flex items-center gap-2.5">
          <LogoMark className="size-5" />
          {line && <p>{line}</p>}
        </div>
        <nav aria-label="Footer" className="flex flex-wrap gap-x-5 sm:ms-auto">
          {links.map(({ href, label }) => (
            <a
              key={href}
              href={href}
              className="flex min-h-11 items-center hover:text-foreground hover:underline hover:underline-offset-4"
            >
              {label}
            </a>
          ))}
        </nav>
      </div>
    </footer>
  );
}

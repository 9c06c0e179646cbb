import type { ReactNode } from "react";
import type { MenuLink } from "./account-menu";
import type { Brand } from "./brand";
import { Logo } from "./logo";

type Props = {
  brand: Brand;
  links: readonly MenuLink[];
  /** Who is signed in, or the way to sign in. */
  account: ReactNode;
  /** The link that leads to this page. */
  current?: string;
  homeHref?: string;
};

/** The public header: the way home, the main links, and at its end the account. */
export function SiteHeader({ brand, links, account, current, homeHref = "/" }: Props) {
  return (
    <header className="border-b border-border bg-background px-4 sm:px-6 lg:px-8 print:hidden">
      <div className="mx-auto flex max-w-content flex-wrap items-center gap-x-4">
        <a
          href={homeHref}
          aria-label={`${brand.name}, home`}
          className="-ms-1 flex min-w-0 min-h-11 items-center rounded-md px-1 my-2"
        >
          <Logo brand={brand} />
        </a>
        <nav
          aria-label="Main"
          className="order-last -mx-2 flex w-full gap-1 pb-2 sm:order-none sm:mx-0 sm:ms-4 sm:w-auto sm:pb-0"
        >
          {links.map(({ href, label }) => (
            <a
              key={href}
              href={href}
              aria-current={href === current ? "page" : undefined}
              className="flex min-h-10 items-center rounded-md px-3 text-sm font-medium text-secondary transition-colors hover:bg-muted hover:text-foreground aria-[current]:text-foreground aria-[current]:underline aria-[current]:decoration-primary aria-[current]:decoration-2 aria-[current]:underline-offset-8 pointer-coarse:min-h-11"
            >
              {label}
            </a>
          ))}
        </nav>
        <div className="ms-auto my-2 flex items-center gap-2">{account}</div>
      </div>
    </header>
  );
}

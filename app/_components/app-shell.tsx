import Link from "next/link";
import type { ReactNode } from "react";
import { AccountMenu, type MenuLink, type Person } from "./account-menu";
import type { Brand } from "./brand";
import { Logo } from "./logo";
import { NavLink } from "./nav-link";
import type { ThemeControl } from "./theme-switch";

export type ShellLink = { href: string; label: string; icon: ReactNode; notUnder?: readonly string[] };

type Props = {
  brand: Brand;
  person: Person;
  links: readonly ShellLink[];
  accountLinks: readonly MenuLink[];
  signOut: () => Promise<void>;
  themeControl: ThemeControl;
  homeHref: string;
  children: ReactNode;
};

const sideLink =
  "flex min-h-10 items-center gap-3 rounded-md px-3 text-sm font-medium text-secondary transition-colors hover:bg-card hover:text-foreground aria-[current]:bg-primary-soft aria-[current]:text-primary forced-colors:aria-[current]:underline pointer-coarse:min-h-11 [&_svg]:size-5";
const barLink =
  "flex min-h-14 flex-1 flex-col items-center justify-center gap-0.5 text-xs font-medium text-secondary aria-[current]:text-primary forced-colors:aria-[current]:underline [&_svg]:size-5";

/** The organizers' frame: side navigation on a desk, a bar under the thumb on a phone. */
export function AppShell({ brand, person, links, accountLinks, signOut, themeControl, homeHref, children }: Props) {
  const account = <AccountMenu person={person} links={accountLinks} signOut={signOut} themeControl={themeControl} />;
  return (
    <div className="text-sm lg:grid lg:min-h-dvh lg:grid-cols-[14rem_minmax(0,1fr)]">
      <div className="sticky top-0 z-30 border-b border-border bg-background lg:static lg:border-b-0 lg:border-e lg:bg-muted print:hidden">
        <div className="flex items-center justify-between px-4 py-1.5 sm:px-6 lg:sticky lg:top-0 lg:h-dvh lg:flex-col lg:items-stretch lg:justify-start lg:p-4">
          <Link
            href={homeHref}
            aria-label={`${brand.name}, your events`}
            className="flex min-h-11 min-w-0 items-center rounded-md px-1"
          >
            <Logo brand={brand} />
          </Link>
          <nav aria-label="Main" className="mt-6 hidden flex-col gap-1 lg:flex">
            {links.map(({ href, label, icon, notUnder }) => (
              <NavLink key={href} href={href} notUnder={notUnder} className={sideLink}>
                {icon}
                {label}
              </NavLink>
            ))}
          </nav>
          <div className="lg:hidden">{account}</div>
          <div className="mt-auto hidden items-center gap-3 border-t border-border pt-3 lg:flex">
            <div className="[&_details>div]:bottom-full [&_details>div]:top-auto [&_details>div]:mb-2 [&_details>div]:inset-s-0 [&_details>div]:inset-e-auto">
              {account}
            </div>
            <span className="min-w-0 truncate text-meta text-secondary">{person.name}</span>
          </div>
        </div>
      </div>
      <main
        id="main"
        tabIndex={-1}
        className="min-w-0 px-4 pb-28 pt-6 outline-none sm:px-6 lg:px-8 lg:pb-16 lg:pt-8 print:p-0"
      >
        <div className="mx-auto w-full max-w-content">{children}</div>
        {brand.legalLinks.length > 0 && (
          <nav aria-label="Footer" className="mx-auto mt-16 flex w-full max-w-content gap-x-5 text-meta print:hidden">
            {brand.legalLinks.map(({ href, label }) => (
              <a key={href} href={href} className="flex min-h-11 items-center text-secondary hover:underline">
                {label}
              </a>
            ))}
          </nav>
        )}
      </main>
      <nav
        aria-label="Main, phone"
        className="fixed inset-x-0 bottom-0 z-30 flex border-t border-border bg-card pb-[env(safe-area-inset-bottom)] lg:hidden print:hidden"
      >
        {links.map(({ href, label, icon, notUnder }) => (
          <NavLink key={href} href={href} notUnder={notUnder} className={barLink}>
            {icon}
            {label}
          </NavLink>
        ))}
      </nav>
    </div>
  );
}

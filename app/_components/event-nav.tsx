import Link from "next/link";
import type { ReactNode } from "react";
import { ChevronLeft } from "@/app/_components/icons";
import type { MenuLink } from "./account-menu";
import { NavLink } from "./nav-link";
import { NavStrip } from "./nav-strip";

type Props = {
  title: string;
  back: MenuLink;
  status?: ReactNode;
  meta?: ReactNode;
  actions?: ReactNode;
  links: readonly (MenuLink & { exact?: boolean })[];
};

/** The head of every page about one event: its title (the page's h1), its state, and the ways into it. */
export function EventNav({ title, back, status, meta, actions, links }: Props) {
  return (
    <header className="mb-6 lg:mb-8">
      <Link
        href={back.href}
        className="-ms-1 inline-flex min-h-11 items-center gap-1 pe-2 text-meta text-secondary hover:text-foreground"
      >
        <ChevronLeft aria-hidden className="size-4 rtl:rotate-180" />
        {back.label}
      </Link>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 max-w-full">
          <h1 className="font-display text-2xl font-semibold text-foreground">{title}</h1>
          <div className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-secondary">
            {status}
            {meta}
          </div>
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
      <NavStrip label="This event" className="-mx-4 mt-4 px-4 sm:mx-0 sm:px-0 print:hidden">
        <ul className="flex min-w-max gap-1 border-b border-border sm:min-w-0">
          {links.map(({ href, label, exact }) => (
            <li key={href}>
              <NavLink
                href={href}
                exact={exact}
                className="-mb-px flex min-h-11 items-center border-b-2 border-transparent px-3 text-sm font-medium text-secondary transition-colors -outline-offset-2 hover:text-foreground aria-[current]:border-primary aria-[current]:text-foreground forced-colors:border-[Canvas] forced-colors:aria-[current]:border-[Highlight]"
              >
                {label}
              </NavLink>
            </li>
          ))}
        </ul>
      </NavStrip>
    </header>
  );
}

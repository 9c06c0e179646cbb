import Link from "next/link";
import type { ReactNode } from "react";
import { type Brand, ownBrand } from "./brand";
import { Logo } from "./logo";
import { TicketDrawing } from "./ticket-drawing";

type Props = { brand?: Brand; title: string; children: ReactNode; actions?: ReactNode; reference?: string };

/** A whole page for when there is none to show: what happened, what can be done, and the number to quote. */
export function LostPage({ brand = ownBrand, title, children, actions, reference }: Props) {
  return (
    <div className="flex min-h-dvh flex-col px-4 sm:px-6 lg:px-8">
      <header className="mx-auto flex min-h-16 w-full max-w-content items-center">
        <Link href="/" aria-label={`${brand.name}, home`} className="-ms-1 flex min-h-11 items-center rounded-md px-1">
          <Logo brand={brand} />
        </Link>
      </header>
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto flex w-full max-w-content grow flex-col justify-center pb-[12dvh] outline-none"
      >
        <div className="flex flex-col gap-8 md:flex-row md:items-center md:gap-14">
          <TicketDrawing className="w-40 shrink-0 text-muted-foreground md:w-56" />
          <div className="min-w-0 max-w-120">
            <h1 className="font-display text-3xl font-semibold text-foreground">{title}</h1>
            <div className="mt-3 text-base text-secondary">{children}</div>
            {actions && <div className="mt-6 flex flex-wrap items-center gap-2">{actions}</div>}
            {reference && (
              <p className="mt-6 text-meta text-muted-foreground">
                Reference <code className="font-mono text-secondary">{reference}</code>
              </p>
            )}
          </div>
        </div>
      </main>
    </div>
  );
}

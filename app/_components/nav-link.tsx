"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

type Props = {
  href: string;
  exact?: boolean;
  alsoUnder?: readonly string[];
  className?: string;
  children: ReactNode;
};

/** A link that knows when one is there (aria-current); style that with the `aria-[current]` variant. */
export function NavLink({ href, exact = false, alsoUnder = [], className, children }: Props) {
  const path = usePathname();
  const isUnder = (root: string) => path === root || path.startsWith(`${root}/`);
  const isCurrent = exact ? path === href : isUnder(href);
  const isHere = isCurrent || alsoUnder.some(isUnder);
  return (
    <Link href={href} aria-current={path === href ? "page" : isHere ? "true" : undefined} className={className}>
      {children}
    </Link>
  );
}

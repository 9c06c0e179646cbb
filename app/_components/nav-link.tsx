"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

type Props = {
  href: string;
  exact?: boolean;
  notUnder?: readonly string[];
  className?: string;
  children: ReactNode;
};

/** A link that knows when one is there or below (aria-current, for the variant `aria-[current]`); `notUnder` names other links' places. */
export function NavLink({ href, exact = false, notUnder = [], className, children }: Props) {
  const path = usePathname();
  const isUnder = (root: string) => path === root || path.startsWith(`${root}/`);
  const isHere = exact ? path === href : isUnder(href) && !notUnder.some(isUnder);
  return (
    <Link href={href} aria-current={path === href ? "page" : isHere ? "true" : undefined} className={className}>
      {children}
    </Link>
  );
}

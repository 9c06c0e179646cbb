"use client";
// On public pages no browser loads this: Next draws a part for browsers once, and a server's part
// twice.

import type { ReactNode } from "react";
import type { Brand } from "../_components/brand";
import { SiteFooter } from "../_components/site-footer";
import { SiteHeader } from "../_components/site-header";

type Props = {
  brand: Brand;
  account: ReactNode;
  /** The header's link that leads to this page. */
  current?: string;
  children: ReactNode;
};

/** Header and footer of every page outside the organizers' part. */
export function PublicFrame({ brand, account, current, children }: Props) {
  return (
    <div className="flex min-h-dvh flex-col">
      <SiteHeader
        brand={brand}
        links={[
          { href: "/events", label: "Events" },
          { href: "/registrations", label: "My tickets" },
        ]}
        account={account}
        current={current}
      />
      <div className="grow">{children}</div>
      <SiteFooter
        line="Turnout is free software you can run yourself."
        links={[{ href: "/events", label: "Events" }, { href: "/docs/api", label: "API" }, ...brand.legalLinks]}
      />
    </div>
  );
}

import type { ReactNode } from "react";
import { SiteFooter } from "../_components/site-footer";
import { SiteHeader } from "../_components/site-header";

/** Header and footer of every page outside the organizers' part. */
export function PublicFrame({ account, children }: { account: ReactNode; children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <SiteHeader
        links={[
          { href: "/events", label: "Events" },
          { href: "/registrations", label: "My tickets" },
        ]}
        account={account}
      />
      <div className="grow">{children}</div>
      <SiteFooter
        line="Turnout is free software you can run yourself."
        links={[
          { href: "/events", label: "Events" },
          { href: "/docs/api", label: "API" },
        ]}
      />
    </div>
  );
}

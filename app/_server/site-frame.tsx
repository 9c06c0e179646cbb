import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { SiteFooter } from "../_components/site-footer";
import { SiteHeader } from "../_components/site-header";
import { parseTheme, themeCookie } from "../_components/theme";
import { accountLinksOf } from "./account-links";
import { currentActor } from "./session";
import { setTheme } from "./set-theme";
import { signOut } from "./sign-out";

/** The public frame around a page: header with the account of whoever looks, and footer. */
export async function SiteFrame({ children }: { children: ReactNode }) {
  const actor = await currentActor();
  const person = actor.kind === "person" ? actor : null;
  return (
    <div className="flex min-h-dvh flex-col">
      <SiteHeader
        person={person && { name: person.name, email: person.email }}
        links={[
          { href: "/events", label: "Events" },
          { href: "/registrations", label: "My tickets" },
        ]}
        accountLinks={person ? await accountLinksOf(person) : []}
        signInHref="/sign-in"
        signOut={signOut}
        themeControl={{ theme: parseTheme(cookies().get(themeCookie)?.value), action: setTheme }}
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

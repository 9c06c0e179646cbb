import type { Metadata } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { AppShell, type ShellLink } from "@/app/_components/app-shell";
import { CalendarDays, CalendarPlus, ScanLine } from "@/app/_components/icons";
import { parseTheme, themeCookie } from "@/app/_components/theme";
import { accountLinksOf } from "@/app/_server/account-links-of";
import { currentActor } from "@/app/_server/session";
import { setTheme } from "@/app/_server/set-theme";
import { signOut } from "@/app/_server/sign-out";
import { canAuthorEvents } from "@/lib/access/roles";

export const metadata: Metadata = {
  title: { default: "Manage events", template: "%s · Turnout" },
  robots: { index: false },
};

const icon = { "aria-hidden": true, strokeWidth: 1.5 } as const;
const newEvent: ShellLink = { href: "/manage/events/new", label: "New event", icon: <CalendarPlus {...icon} /> };

export default async function ManageLayout({ children }: { children: ReactNode }) {
  const person = await currentActor();
  // The page knows its own address, so it sends them to sign in.
  if (person.kind !== "person") return children;
  return (
    <AppShell
      person={{ name: person.name, email: person.email }}
      homeHref="/manage"
      links={[
        { href: "/manage", label: "Your events", icon: <CalendarDays {...icon} />, notUnder: [newEvent.href] },
        ...(canAuthorEvents(person) ? [newEvent] : []),
        { href: "/door", label: "Door", icon: <ScanLine {...icon} /> },
      ]}
      accountLinks={await accountLinksOf(person)}
      signOut={signOut}
      themeControl={{ theme: parseTheme(cookies().get(themeCookie)?.value), action: setTheme }}
    >
      {children}
    </AppShell>
  );
}

import type { Metadata } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { AppShell, type ShellLink } from "@/app/_components/app-shell";
import { CalendarDays, CalendarPlus, ScanLine, Settings, Users } from "@/app/_components/icons";
import { parseTheme, themeCookie } from "@/app/_components/theme";
import { accountLinksOf } from "@/app/_server/account-links-of";
import { getBrand } from "@/app/_server/brand";
import { NoMailNotice } from "@/app/_server/no-mail-notice";
import { leadToSecondFactor } from "@/app/_server/second-factor";
import { currentActor } from "@/app/_server/session";
import { setTheme } from "@/app/_server/set-theme";
import { signOut } from "@/app/_server/sign-out";
import { canAdminister, canAuthorEvents } from "@/lib/access/roles";

export async function generateMetadata(): Promise<Metadata> {
  const { name } = await getBrand();
  return { title: { default: "Manage events", template: `%s · ${name}` }, robots: { index: false } };
}

const icon = { "aria-hidden": true, strokeWidth: 1.5 } as const;
const newEvent: ShellLink = { href: "/manage/events/new", label: "New event", icon: <CalendarPlus {...icon} /> };

const people: ShellLink = { href: "/manage/people", label: "People", icon: <Users {...icon} /> };
const settings: ShellLink = { href: "/manage/settings", label: "Settings", icon: <Settings {...icon} /> };

export default async function ManageLayout({ children }: { children: ReactNode }) {
  const person = await currentActor();
  // The page knows its own address, so it sends them to sign in.
  if (person.kind !== "person") return children;
  leadToSecondFactor(person, "/manage");
  return (
    <AppShell
      brand={await getBrand()}
      person={{ name: person.name, email: person.email }}
      homeHref="/manage"
      links={[
        {
          href: "/manage",
          label: "Your events",
          icon: <CalendarDays {...icon} />,
          notUnder: [newEvent.href, people.href, settings.href, "/manage/departments", "/manage/categories"],
        },
        ...(canAuthorEvents(person) ? [newEvent] : []),
        { href: "/door", label: "Door", icon: <ScanLine {...icon} /> },
        ...(canAdminister(person) ? [people, settings] : []),
      ]}
      accountLinks={await accountLinksOf(person)}
      signOut={signOut}
      themeControl={{ theme: parseTheme(cookies().get(themeCookie)?.value), action: setTheme }}
    >
      <NoMailNotice actor={person} className="mb-6 print:hidden" />
      {children}
    </AppShell>
  );
}

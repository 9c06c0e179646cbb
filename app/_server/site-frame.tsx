import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { AccountMenu } from "../_components/account-menu";
import { StrangerMenu } from "../_components/stranger-menu";
import { parseTheme, themeCookie } from "../_components/theme";
import { accountLinksOf } from "./account-links-of";
import { getBrand } from "./brand";
import { NoMailNotice } from "./no-mail-notice";
import { PublicFrame } from "./public-frame";
import { currentActor } from "./session";
import { setTheme } from "./set-theme";
import { signOut } from "./sign-out";

/** The public frame around a page drawn for whoever looks: their account stands in the header. */
export async function SiteFrame({ current, children }: { current?: string; children: ReactNode }) {
  const actor = await currentActor();
  const themeControl = { theme: parseTheme(cookies().get(themeCookie)?.value), action: setTheme };
  const account =
    actor.kind === "person" ? (
      <AccountMenu
        person={{ name: actor.name, email: actor.email }}
        links={await accountLinksOf(actor)}
        signOut={signOut}
        themeControl={themeControl}
      />
    ) : (
      <StrangerMenu signInHref="/sign-in" themeControl={themeControl} />
    );
  return (
    <PublicFrame brand={await getBrand()} account={account} current={current}>
      <div className="px-4 empty:hidden sm:px-6 lg:px-8">
        <NoMailNotice actor={actor} className="mx-auto mt-6 max-w-content print:hidden" />
      </div>
      {children}
    </PublicFrame>
  );
}

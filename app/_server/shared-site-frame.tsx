import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { AccountMenu } from "../_components/account-menu";
import { StrangerMenu } from "../_components/stranger-menu";
import { parseTheme, themeCookie } from "../_components/theme";
import { accountLinks } from "./account-links";
import { PublicFrame } from "./public-frame";
import { setTheme } from "./set-theme";
import { signOut } from "./sign-out";

/**
 * The public frame around a page that says the same to everybody. The browser's script puts the account into the space that the
 * header keeps for it.
 */
export function SharedSiteFrame({ children }: { children: ReactNode }) {
  const themeControl = { theme: parseTheme(cookies().get(themeCookie)?.value), action: setTheme };
  const account = (
    <>
      <div className="contents reader:hidden">
        <StrangerMenu signInHref="/sign-in" themeControl={themeControl} />
      </div>
      <div data-account-place="" className="hidden size-10 reader:block pointer-coarse:size-11" />
      <template data-account="">
        <AccountMenu
          person={{ name: "", email: "" }}
          links={accountLinks}
          signOut={signOut}
          themeControl={themeControl}
        />
      </template>
    </>
  );
  return <PublicFrame account={account}>{children}</PublicFrame>;
}

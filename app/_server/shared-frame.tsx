"use client";
// No browser loads this: Next draws a part for browsers once, and a server's part twice.

import type { ReactNode } from "react";
import { AccountMenu } from "../_components/account-menu";
import type { Brand } from "../_components/brand";
import { StrangerMenu } from "../_components/stranger-menu";
import type { Theme } from "../_components/theme";
import { accountLinks } from "./account-links";
import { PublicFrame } from "./public-frame";
import { setTheme } from "./set-theme";
import { signOut } from "./sign-out";

type Props = { brand: Brand; theme: Theme; current?: string; children: ReactNode };

/** Header and footer with space for an account, which the browser's script puts there. */
export function SharedFrame({ brand, theme, current, children }: Props) {
  const themeControl = { theme, action: setTheme };
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
  return (
    <PublicFrame brand={brand} account={account} current={current}>
      {children}
    </PublicFrame>
  );
}

import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { parseTheme, themeCookie } from "../_components/theme";
import { SharedFrame } from "./shared-frame";

/**
 * The public frame around a page that says the same to everybody; `current` is the header's link
 * that leads there.
 */
export function SharedSiteFrame({ current, children }: { current?: string; children: ReactNode }) {
  return (
    <SharedFrame theme={parseTheme(cookies().get(themeCookie)?.value)} current={current}>
      {children}
    </SharedFrame>
  );
}

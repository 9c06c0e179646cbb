import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { parseTheme, themeCookie } from "../_components/theme";
import { getBrand } from "./brand";
import { SharedFrame } from "./shared-frame";

/**
 * The public frame around a page that says the same to everybody; `current` is the header's link
 * that leads there.
 */
export async function SharedSiteFrame({ current, children }: { current?: string; children: ReactNode }) {
  return (
    <SharedFrame brand={await getBrand()} theme={parseTheme(cookies().get(themeCookie)?.value)} current={current}>
      {children}
    </SharedFrame>
  );
}

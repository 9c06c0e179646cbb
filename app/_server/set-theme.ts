"use server";

import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { parseTheme, themeCookie } from "../_components/theme";
import { isHttps } from "./host-cookie";

const yearSeconds = 365 * 24 * 60 * 60;

/** Remembers the posted theme in this browser; the answer is the page again in that theme. */
export async function setTheme(form: unknown): Promise<void> {
  const theme = parseTheme(form instanceof FormData ? form.get("theme") : null);
  cookies().set(themeCookie, theme, { path: "/", sameSite: "lax", secure: isHttps, maxAge: yearSeconds });
  // Without scripts the answer to the post is rendered with the old cookie, so the page has to be fetched anew.
  if (!headers().has("next-action")) redirect(pathOf(headers().get("referer")));
}

function pathOf(referer: string | null): string {
  if (!referer || !URL.canParse(referer)) return "/";
  const { pathname, search } = new URL(referer);
  return `/${pathname.replace(/^\/+/, "")}${search}`;
}

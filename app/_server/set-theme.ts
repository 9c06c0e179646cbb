"use server";

import { cookies } from "next/headers";
import { parseTheme, themeCookie } from "../_components/theme";

const yearSeconds = 365 * 24 * 60 * 60;

/** Remembers the posted theme in this browser; the answer is the page again in that theme. */
export async function setTheme(form: FormData): Promise<void> {
  cookies().set(themeCookie, parseTheme(form.get("theme")), { path: "/", sameSite: "lax", maxAge: yearSeconds });
}

"use server";

import { redirect } from "next/navigation";
import { ownPathOf } from "@/app/_server/own-path";
import { endBrowserSession } from "@/app/_server/start-browser-session";
import { signInHref } from "../sign-in/sign-in-href";

/** Ends this browser's session and begins a new one, which leads back to where this one was. */
export async function signInAnew(form: FormData): Promise<void> {
  await endBrowserSession();
  redirect(signInHref({ next: ownPathOf(form.get("next"), "/profile") }));
}

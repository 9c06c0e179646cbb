"use server";

import { redirect } from "next/navigation";
import { endBrowserSession } from "./start-browser-session";

/** Ends this browser's session and shows the events. */
export async function signOut(): Promise<void> {
  await endBrowserSession();
  redirect("/events");
}

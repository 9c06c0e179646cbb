"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { anyPerson } from "@/app/_server/access";
import { action } from "@/app/_server/action";
import { endBrowserSession } from "@/app/_server/start-browser-session";
import { eraseSelf } from "@/lib/retention/begin-erasure";

const input = z.object({});

/** Erases the account of whoever is signed in, and signs them out. */
const eraseSelfAction = action({ access: anyPerson, limit: "write", input }, async ({ scope }) => {
  await eraseSelf(scope);
  await endBrowserSession();
  redirect("/events");
});

export { eraseSelfAction };

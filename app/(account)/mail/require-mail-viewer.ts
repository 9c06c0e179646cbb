import { notFound } from "next/navigation";
import { currentActor } from "@/app/_server/session";
import { mayReadMail } from "./may-read-mail";

/** The 404 page for everyone who may not read the recorded mails. */
export async function requireMailViewer(): Promise<void> {
  if (!mayReadMail(await currentActor())) notFound();
}

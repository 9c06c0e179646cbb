import { now } from "@/lib/platform/clock";
import { config } from "@/lib/platform/config";

export const dynamic = "force-dynamic";

const validDays = 180;

/** Where to report a weakness (RFC 9116); nothing where no contact is set. */
export async function GET(): Promise<Response> {
  const { SECURITY_CONTACT: contact, APP_URL } = config();
  if (!contact) return new Response("There is no security contact here.\n", { status: 404 });
  const expiresAt = new Date(now().getTime() + validDays * 86_400_000);
  const lines = [
    `Contact: ${contact.includes("://") ? contact : `mailto:${contact}`}`,
    `Expires: ${expiresAt.toISOString()}`,
    "Preferred-Languages: en",
    `Canonical: ${APP_URL}/.well-known/security.txt`,
  ];
  return new Response(`${lines.join("\n")}\n`, {
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "public, max-age=3600" },
  });
}

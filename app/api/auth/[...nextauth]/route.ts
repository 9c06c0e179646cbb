import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authOptionsOf } from "@/app/_server/auth-options";
import { callerOf } from "@/app/_server/caller-of";
import { leadAway } from "@/app/_server/lead-away";
import { takeOverBrowser } from "@/app/_server/start-browser-session";
import { askForCode } from "@/app/(account)/sign-in/ask-for-code";
import { config } from "@/lib/platform/config";

type Context = { params: { nextauth: string[] } };

export const GET = (request: NextRequest, context: Context) => answer(request, context);

/** Signing in at the provider begins by a form, whose answer leads to another site. */
export async function POST(request: NextRequest, context: Context): Promise<Response> {
  const answered = await answer(request, context);
  const target = answered.headers.get("Location");
  const isAway = target !== null && URL.canParse(target) && new URL(target).origin !== new URL(config().APP_URL).origin;
  return isAway ? leadAway(target, new Headers(answered.headers)) : answered;
}

async function answer(request: NextRequest, context: Context): Promise<Response> {
  // By this path next-auth would write into our log whatever anybody sends.
  if (context.params.nextauth[0] === "_log") return new Response(null, { status: 404 });
  const browser = { caller: callerOf(request), takeOverBrowser };
  return NextAuth(request, context, authOptionsOf(config(), askForCode, browser)) as Promise<Response>;
}

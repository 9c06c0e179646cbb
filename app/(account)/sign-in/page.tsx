import type { Metadata } from "next";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { Notice } from "@/app/_components/notice";
import { PageFrame } from "@/app/_components/page-frame";
import { Tabs } from "@/app/_components/tabs";
import { ownPathOf } from "@/app/_server/own-path";
import { currentActor } from "@/app/_server/session";
import { config } from "@/lib/platform/config";
import { cameFrom } from "./came-from";
import { CodeForm } from "./code-form";
import { PasswordForm } from "./password-form";
import { ProviderForm } from "./provider-form";
import { RequestCodeForm } from "./request-code-form";
import { findChallenge } from "./sign-in-challenge";
import { afterSignIn, signInHref } from "./sign-in-href";

export const metadata: Metadata = { title: "Sign in", robots: { index: false } };

type Props = { searchParams: Record<string, string | string[] | undefined> };

export default async function SignInPage({ searchParams }: Props) {
  const next = ownPathOf(searchParams.next ?? searchParams.callbackUrl ?? cameFrom(), afterSignIn);
  if ((await currentActor()).kind === "person") redirect(next);
  const challenge = findChallenge();
  const isWaiting = searchParams.step === "code" && challenge !== null;
  const withPassword = searchParams.step === "password";
  return (
    <PageFrame width="form" className="max-w-md md:pt-8">
      <h1 className="font-display text-2xl font-semibold">{isWaiting ? "Check your mail" : "Sign in"}</h1>
      <p className="mt-2 text-base text-secondary">
        {isWaiting ? (
          <>
            We sent a code to <bdi className="font-medium break-all text-foreground">{challenge.email}</bdi>. It works
            for ten minutes.
          </>
        ) : (
          "To see your tickets and to register with one tap. New here? The code makes your account."
        )}
      </p>
      {searchParams.csrf === "true" && (
        <Notice className="mt-6">Press “Continue with {config().OIDC_NAME}” once more.</Notice>
      )}
      {searchParams.error && (
        <Notice tone="warning" className="mt-6">
          {config().OIDC_NAME} did not sign you in. Try again, or use a code by mail.
        </Notice>
      )}
      {isWaiting ? (
        <div className="mt-6">
          <CodeForm key={challenge.challengeId} next={next} challenge={challenge} />
          <p className="mt-4 text-center text-sm">
            <a className="text-primary underline underline-offset-2" href={signInHref({ next })}>
              Use another address
            </a>
          </p>
        </div>
      ) : (
        <>
          <Tabs
            className="mt-6 mb-6"
            label="Ways to sign in"
            items={[
              { href: signInHref({ next }), label: "Code by mail", current: !withPassword },
              { href: signInHref({ next, step: "password" }), label: "Password", current: withPassword },
            ]}
          />
          {withPassword ? <PasswordForm next={next} /> : <RequestCodeForm next={next} email={challenge?.email ?? ""} />}
          <Provider next={next} />
        </>
      )}
    </PageFrame>
  );
}

function Provider({ next }: { next: string }) {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME, APP_URL } = config();
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET) return null;
  const prefix = APP_URL.startsWith("https:") ? "__Host-" : "";
  const csrfToken = cookies().get(`${prefix}next-auth.csrf-token`)?.value.split("|")[0] ?? "";
  return (
    <div className="mt-6 border-t border-border pt-6">
      <ProviderForm name={OIDC_NAME} next={next} csrfToken={csrfToken} />
    </div>
  );
}

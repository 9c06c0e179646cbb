import type { Metadata } from "next";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { Notice } from "@/app/_components/notice";
import { PageFrame } from "@/app/_components/page-frame";
import { Tabs } from "@/app/_components/tabs";
import { findPrivacyUrl } from "@/app/_server/brand";
import { ownPathOf } from "@/app/_server/own-path";
import { PrivacyLine } from "@/app/_server/privacy-line";
import { currentActor } from "@/app/_server/session";
import { hasLocalSignIn, providerOf } from "@/lib/access/provider-settings";
import { config } from "@/lib/platform/config";
import { cameFrom, pathOfCallback } from "./came-from";
import { CodeForm } from "./code-form";
import { PasswordForm } from "./password-form";
import { ProviderForm } from "./provider-form";
import { RequestCodeForm } from "./request-code-form";
import { findChallenge } from "./sign-in-challenge";
import { signInFault } from "./sign-in-fault";
import { afterSignIn, signInHref } from "./sign-in-href";
import { findIdentity } from "./unproved-identity";

export const metadata: Metadata = { title: "Sign in", robots: { index: false } };

type Props = { searchParams: Record<string, string | string[] | undefined> };

export default async function SignInPage({ searchParams }: Props) {
  const next = ownPathOf(searchParams.next ?? pathOfCallback(searchParams.callbackUrl) ?? cameFrom(), afterSignIn);
  if ((await currentActor()).kind === "person") redirect(next);
  const challenge = await findChallenge();
  const isEarlier = searchParams.step === "earlier-code";
  const isWaiting = (searchParams.step === "code" || isEarlier) && challenge !== null;
  const identity = isWaiting && (await findIdentity(challenge.challengeId));
  const isLocal = hasLocalSignIn(config());
  const withPassword = searchParams.step === "password";
  return (
    <PageFrame width="form" className="max-w-md md:pt-8">
      <h1 className="font-display text-2xl font-semibold">{isWaiting ? "Check your mail" : "Sign in"}</h1>
      <p className="mt-2 text-base text-secondary">
        {isWaiting ? (
          <>
            {identity && `${config().OIDC_NAME} does not say that this address is yours. `}
            We sent a code to <bdi className="font-medium break-all text-foreground">{challenge.email}</bdi>. It works
            for ten minutes.
            {isEarlier && " That was not long ago, so no other mail was sent now: the last code still works."}
          </>
        ) : (
          wordsAbout(isLocal)
        )}
      </p>
      {searchParams.csrf === "true" && (
        <Notice className="mt-6">Press “Continue with {config().OIDC_NAME}” once more.</Notice>
      )}
      {typeof searchParams.error === "string" && (
        <Notice tone="warning" className="mt-6">
          {signInFault(searchParams.error, config().OIDC_NAME)}
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
          {isLocal && (
            <div className="mt-6 flex flex-col gap-6">
              <Tabs
                label="Ways to sign in"
                items={[
                  { href: signInHref({ next }), label: "Code by mail", current: !withPassword },
                  { href: signInHref({ next, step: "password" }), label: "Password", current: withPassword },
                ]}
              />
              {withPassword ? (
                <PasswordForm next={next} />
              ) : (
                <RequestCodeForm next={next} email={challenge?.email ?? ""} />
              )}
            </div>
          )}
          <Provider next={next} isLocal={isLocal} />
          <PrivacyLine url={await findPrivacyUrl()} className="mt-6 text-meta text-muted-foreground" />
        </>
      )}
    </PageFrame>
  );
}

function wordsAbout(isLocal: boolean): string {
  const why = "To see your tickets and to register with one tap.";
  return isLocal ? `${why} New here? The code makes your account.` : why;
}

function Provider({ next, isLocal }: { next: string; isLocal: boolean }) {
  const provider = providerOf(config());
  if (!provider) return null;
  const prefix = config().APP_URL.startsWith("https:") ? "__Host-" : "";
  const csrfToken = cookies().get(`${prefix}next-auth.csrf-token`)?.value.split("|")[0] ?? "";
  return (
    <div className={isLocal ? "mt-6 border-t border-border pt-6" : "mt-6"}>
      <ProviderForm name={provider.name} next={next} csrfToken={csrfToken} isOnlyWay={!isLocal} />
    </div>
  );
}

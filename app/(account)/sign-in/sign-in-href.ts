export const afterSignIn = "/registrations";

/** The address of the sign-in page in one of its views; `next` is kept through all of them. */
export function signInHref({ next, step }: { next: string; step?: "code" | "earlier-code" | "password" }): string {
  const search = new URLSearchParams();
  if (step) search.set("step", step);
  if (next !== afterSignIn) search.set("next", next);
  return search.size > 0 ? `/sign-in?${search}` : "/sign-in";
}

/**
 * Why somebody comes back to the sign-in page without being signed in, in words that say who can do
 * something about it.
 */
export function signInFault(code: string, provider: string): string {
  switch (code) {
    case "OAuthSignin":
      return `${provider} can’t be reached at the moment. Try again in a few minutes.`;
    case "OAuthCallback":
      return `The answer of ${provider} could not be checked, so nobody is signed in. Try again; if it stays so, tell an administrator of this site.`;
    case "no_mail":
      return `${provider} did not tell us your e-mail address, so we can’t know who you are. Whoever runs ${provider} can let it send the claim “email”.`;
    case "other_identity":
      return `The address that ${provider} gives for you belongs to an account that another identity there signs in to. Ask an administrator of this site.`;
    case "disabled":
      return "This account is disabled. Ask an administrator of this site.";
    case "rate_limited":
      return "Too many codes were sent to your address. Try again in ten minutes.";
    case "unavailable":
      return "Something went wrong on our side. Please try again in a moment.";
    case "sign_out":
      return `You are signed out here. ${provider} could not be reached, so you may still be signed in there.`;
    default:
      return `${provider} did not sign you in. Try again.`;
  }
}

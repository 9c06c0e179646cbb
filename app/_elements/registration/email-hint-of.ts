const commonDomains = [
  "gmail.com",
  "googlemail.com",
  "outlook.com",
  "hotmail.com",
  "live.com",
  "yahoo.com",
  "ymail.com",
  "mail.com",
  "email.com",
  "icloud.com",
  "proton.me",
  "protonmail.com",
  "gmx.de",
  "gmx.net",
  "web.de",
  "t-online.de",
];

/** The address that was probably meant when its domain is one slip away from a common one, else null. Only ever a suggestion. */
export function emailHintOf(email: string): string | null {
  const at = email.lastIndexOf("@");
  const domain = email
    .slice(at + 1)
    .trim()
    .toLowerCase();
  if (at < 1 || domain.length < 4 || commonDomains.includes(domain)) return null;
  const meant = commonDomains.find((common) => isOneSlipAway(domain, common));
  return meant ? `${email.slice(0, at).trim()}@${meant}` : null;
}

/** One letter added, dropped, changed, or swapped with its neighbour. */
function isOneSlipAway(typed: string, meant: string): boolean {
  let start = 0;
  while (start < typed.length && typed[start] === meant[start]) start++;
  const [restTyped, restMeant] = [typed.slice(start), meant.slice(start)];
  if (restTyped.slice(1) === restMeant.slice(1)) return true;
  if (restTyped.slice(1) === restMeant || restTyped === restMeant.slice(1)) return true;
  const isSwapped = restTyped[0] === restMeant[1] && restTyped[1] === restMeant[0];
  return isSwapped && restTyped.slice(2) === restMeant.slice(2);
}

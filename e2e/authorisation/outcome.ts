/**
 * How a call ended for whoever made it; anything else is said in words, and fits no expectation.
 */
export type Outcome = "in" | "sign in" | "forbidden" | "not found" | `refused: ${string}`;

/**
 * What a page or an answer of the API says of its caller; whoever gets the refusal `inMeans` was
 * let in.
 */
export async function outcomeOf(answer: Response, inMeans?: string): Promise<Outcome> {
  const { status } = answer;
  const target = answer.headers.get("location");
  const problem = inMeans ? await answer.json().catch(() => null) : await answer.body?.cancel();
  if (inMeans && problem?.code === inMeans) return "in";
  if (status === 401 || (target && new URL(target, "http://x").pathname === "/sign-in")) return "sign in";
  if (status === 403) return "forbidden";
  if (status === 404) return "not found";
  // Whoever gets as far as a conflict was let in.
  return status < 400 || status === 409 ? "in" : `refused: ${status}`;
}

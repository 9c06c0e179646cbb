import type { Answer, Scan } from "./answer";
import type { Delivery } from "./scan-queue";

/** Sends scans to the server. Whether it can be reached is judged by its answers alone; silence counts as none after 4 s. */
export async function deliverScans(eventId: string, scans: Scan[]): Promise<Delivery> {
  try {
    const answer = await fetch("/api/checkin", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ eventId, scans }),
      signal: AbortSignal.timeout(4_000 + 20 * scans.length),
    });
    if (answer.ok) {
      const { results }: { results: Answer[] } = await answer.json();
      return { kind: "answered", results };
    }
    if (answer.status === 401) return { kind: "locked_out", reason: "signed_out" };
    if (answer.status === 403 || answer.status === 404) return { kind: "locked_out", reason: "not_staff" };
    return { kind: [400, 413, 422].includes(answer.status) ? "rejected" : "unreachable" };
  } catch {
    return { kind: "unreachable" };
  }
}

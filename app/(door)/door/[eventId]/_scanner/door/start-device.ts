/**
 * Tells the server that this phone starts, so that its scans carry a device; answers with the name that they are put down to, or null
 * without network, when the next start tells it.
 */
export async function startDevice(eventId: string, gate: string): Promise<string | null> {
  try {
    const answer = await fetch("/api/checkin/devices", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ eventId, ...(gate && { gate }) }),
      signal: AbortSignal.timeout(8_000),
    });
    const { name }: { name: string } = await answer.json();
    return answer.ok ? name : null;
  } catch {
    return null;
  }
}

/** Takes a check-in back on the server; false when that did not work. */
export async function undoAdmission(eventId: string, registrationId: string): Promise<boolean> {
  try {
    const answer = await fetch("/api/checkin/undo", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ eventId, registrationId }),
      signal: AbortSignal.timeout(6_000),
    });
    return answer.ok;
  } catch {
    return false;
  }
}

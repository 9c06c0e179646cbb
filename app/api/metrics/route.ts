import { metrics } from "@/lib/platform/metrics";

export const dynamic = "force-dynamic";

/** What this process counts and measures, as Prometheus text. */
export async function GET(): Promise<Response> {
  const { registry } = metrics();
  return new Response(await registry.metrics(), {
    headers: { "Content-Type": registry.contentType, "Cache-Control": "no-store" },
  });
}

import { handlerOf, json } from "@/app/_server/answer";

export const dynamic = "force-dynamic";

/** The process answers. Asks nothing of anyone, so a probe costs nothing and meets no limit. */
export const GET = handlerOf(async () => json({ status: "live" }));

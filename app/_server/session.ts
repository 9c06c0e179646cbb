import { cookies } from "next/headers";
import { cache } from "react";
import type { Actor } from "@/lib/access/actor";
import { actorOfCookies } from "./request-actor";

/** Whoever looks at this page or runs this action. Asked once a request. For route handlers there is `actorOf`. */
export const currentActor = cache((): Promise<Actor> => actorOfCookies((name) => cookies().get(name)?.value));

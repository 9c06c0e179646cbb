import { everyone } from "@/app/_server/access";
import { json } from "@/app/_server/answer";
import { route } from "@/app/_server/api-route";
import { openApiDocument } from "./document";

export const GET = route({ access: everyone, limit: "read" }, async () => json(openApiDocument()));

import type { ZodOpenApiPathsObject } from "zod-openapi";
import { listPeopleInput } from "@/lib/access/people/input";
import { peopleAnswer } from "./answers-people";
import { operation } from "./operation";

const tag = "People";

export const peoplePaths: ZodOpenApiPathsObject = {
  "/api/people": {
    get: operation({
      tag,
      summary: "The people",
      description:
        "By address. `q` looks for words in names and addresses of accounts; a whole address finds guests too. Administrators alone.",
      query: listPeopleInput,
      answers: { 200: { description: "A page of people", schema: peopleAnswer } },
      refuses: [404],
    }),
  },
};

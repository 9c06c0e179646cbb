import type { ZodOpenApiPathsObject } from "zod-openapi";
import { replaceDepartmentsInput } from "@/lib/access/departments/input";
import { changePersonInput, listPeopleInput, personParams } from "@/lib/access/people/input";
import { replaceCategoriesInput } from "@/lib/events/categories/input";
import { categoriesAnswer, departmentsAnswer, peopleAnswer, personAnswer } from "./answers-people";
import { operation } from "./operation";
import { erasePerson } from "./paths-privacy";

const tag = "People";
const listsTag = "Lists";

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
  "/api/categories": {
    get: operation({
      tag: listsTag,
      summary: "The categories of events, in their order",
      isPublic: true,
      answers: { 200: { description: "The list", schema: categoriesAnswer } },
    }),
    put: operation({
      tag: listsTag,
      summary: "Replace the categories",
      description:
        "Administrators alone. A category that events name can be renamed, not left out; `other`, which they fall back to, neither.",
      body: replaceCategoriesInput,
      answers: { 200: { description: "The list as it is now", schema: categoriesAnswer } },
      refuses: [404, 409],
    }),
  },
  "/api/departments": {
    get: operation({
      tag: listsTag,
      summary: "The departments",
      description: "By name; for everybody who is signed in.",
      answers: { 200: { description: "The list", schema: departmentsAnswer } },
    }),
    put: operation({
      tag: listsTag,
      summary: "Replace the departments",
      description:
        "Administrators alone. A name under the id of another one renames it, with its people and the events that are for it. What is left out is suggested no more; people and events keep it.",
      body: replaceDepartmentsInput,
      answers: { 200: { description: "The list as it is now", schema: departmentsAnswer } },
      refuses: [404],
    }),
  },
  "/api/people/{id}": {
    get: operation({
      tag,
      summary: "One person",
      path: personParams,
      answers: { 200: { description: "The person", schema: personAnswer } },
      refuses: [404],
    }),
    patch: operation({
      tag,
      summary: "Give a role or a department, disable or enable",
      description:
        "A role counts from the next request on, also for tokens already issued. Disabling ends every session and every phone at a door at once. The last administrator can't be lost: `last_admin`.",
      path: personParams,
      body: changePersonInput,
      answers: { 200: { description: "The person as they are now", schema: personAnswer } },
      refuses: [404, 409],
    }),
    delete: erasePerson,
  },
};

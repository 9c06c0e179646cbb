import { initialsOf } from "@/app/_components/initials-of";
import { fillTemplate } from "../fill-template";

/** Who is signed in, as `GET /api/me` answers. */
export type Account = {
  name: string;
  email: string;
  mayManageEvents: boolean;
  mayOpenDoors: boolean;
  mayAdminister: boolean;
};

/**
 * Puts the account's menu into the header, or takes it out when nobody is signed in. A page drawn
 * for its reader has its own.
 */
export function showAccount(account: Account | null): void {
  const template = document.querySelector<HTMLTemplateElement>("template[data-account]");
  const place = document.querySelector("[data-account-place]");
  if (!template || !place) return;
  if (!account) {
    place.replaceChildren();
    return;
  }
  const { name, email, mayManageEvents, mayOpenDoors, mayAdminister } = account;
  const menu = fillTemplate(template, {
    name,
    email,
    mayManageEvents,
    mayOpenDoors,
    mayAdminister,
    initials: initialsOf(name),
  });
  menu.querySelector("summary")?.setAttribute("aria-label", `Account of ${name}`);
  place.replaceChildren(menu);
}

import Link from "next/link";
import { LogOut } from "@/app/_components/icons";
import { Avatar } from "./avatar";
import { DetailsMenu } from "./details-menu";
import { type ThemeControl, ThemeSwitch } from "./theme-switch";

export type Person = { name: string; email: string };
/**
 * `needs` names what the account must be allowed; the browser's script takes out what it is not.
 */
export type MenuLink = { href: string; label: string; needs?: string };

type Props = {
  person: Person;
  links: readonly MenuLink[];
  signOut: () => Promise<void>;
  themeControl: ThemeControl;
};

const row =
  "flex min-h-10 w-full items-center gap-2 rounded-md px-3 text-start text-foreground transition-colors hover:bg-muted pointer-coarse:min-h-11";

/** Who is signed in, where they can go, how it looks, and the way out. */
export function AccountMenu({ person, links, signOut, themeControl }: Props) {
  return (
    <DetailsMenu label={`Account of ${person.name}`} trigger={<Avatar name={person.name} />}>
      <div className="px-3 pb-2 pt-1">
        <p data-fill="name" className="truncate font-medium text-foreground">
          {person.name}
        </p>
        <p data-fill="email" className="truncate text-meta text-muted-foreground">
          {person.email}
        </p>
      </div>
      <ul className="border-t border-border py-1">
        {links.map(({ href, label, needs }) => (
          <li key={href} data-if={needs}>
            <Link href={href} className={row}>
              {label}
            </Link>
          </li>
        ))}
      </ul>
      <ThemeSwitch {...themeControl} />
      <form action={signOut} className="mt-1">
        <button type="submit" className={row}>
          <LogOut aria-hidden className="size-4 text-secondary" strokeWidth={1.5} />
          Sign out
        </button>
      </form>
    </DetailsMenu>
  );
}

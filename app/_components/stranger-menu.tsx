import { SunMoon } from "@/app/_components/icons";
import { DetailsMenu } from "./details-menu";
import { LinkButton } from "./link-button";
import { type ThemeControl, ThemeSwitch } from "./theme-switch";

/**
 * What the header holds for somebody who is not signed in: how it looks, and the way to sign in.
 */
export function StrangerMenu({ signInHref, themeControl }: { signInHref: string; themeControl: ThemeControl }) {
  return (
    <>
      <DetailsMenu
        label="Colours"
        trigger={<SunMoon aria-hidden className="size-5 text-secondary" strokeWidth={1.5} />}
      >
        <ThemeSwitch {...themeControl} />
      </DetailsMenu>
      <LinkButton href={signInHref} variant="secondary">
        Sign in
      </LinkButton>
    </>
  );
}

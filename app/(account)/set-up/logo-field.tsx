import { PictureField } from "@/app/_server/picture-field";

/** The organisation's logo: the one that is shown now, and another file instead of it. */
export function LogoField({ logoUrl, error }: { logoUrl: string | null; error?: string }) {
  return (
    <PictureField
      name="logo"
      label="Logo"
      hint="PNG, JPEG or WebP of at most 1 MB."
      url={logoUrl}
      className="h-12 max-w-48 object-contain"
      error={error}
      removal={{ name: "removesLogo", label: "Show no logo any more" }}
    />
  );
}

import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { preloadedFonts } from "./_components/preloaded-fonts";
import { SkipLink } from "./_components/skip-link";
import { grounds, parseTheme, themeCookie } from "./_components/theme";
import { AccentStyle } from "./_server/accent-style";
import { getBrand } from "./_server/brand";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const { name } = await getBrand();
  return {
    title: { default: name, template: `%s · ${name}` },
    description: "Events with a seat for everyone who says yes: register, get a ticket, walk in.",
    applicationName: name,
  };
}

const chosenTheme = () => parseTheme(cookies().get(themeCookie)?.value);

export function generateViewport(): Viewport {
  const theme = chosenTheme();
  return {
    width: "device-width",
    initialScale: 1,
    viewportFit: "cover",
    colorScheme: theme === "system" ? "light dark" : theme,
    themeColor:
      theme === "system"
        ? [
            { media: "(prefers-color-scheme: light)", color: grounds.light },
            { media: "(prefers-color-scheme: dark)", color: grounds.dark },
          ]
        : grounds[theme],
  };
}

// The theme comes from a cookie, so the first paint is right without any script.
export default function RootLayout({ children }: { children: ReactNode }) {
  const theme = chosenTheme();
  return (
    <html lang="en" className={theme === "system" ? undefined : theme}>
      <head>
        {preloadedFonts.map((font) => (
          <link key={font} rel="preload" as="font" type="font/woff2" href={font} crossOrigin="" />
        ))}
        <AccentStyle />
      </head>
      <body>
        <SkipLink />
        {children}
      </body>
    </html>
  );
}

/** @jsxRuntime automatic */
import { Button, Heading, Link, Text } from "@react-email/components";
import type { CSSProperties, ReactNode } from "react";
import { style } from "./mail-style";

/** A box with padding and a border: a table of one cell, which every mail client draws alike. */
export function Box({ name, style, children }: { name: string; style: CSSProperties; children: ReactNode }) {
  return (
    <table role="presentation" width="100%" cellPadding={0} cellSpacing={0}>
      <tbody>
        <tr>
          <td className={name} style={style}>
            {children}
          </td>
        </tr>
      </tbody>
    </table>
  );
}

/** The one line that tells the news. */
export function Title({ children }: { children: ReactNode }) {
  return (
    <Heading as="h1" dir="auto" className="ink" style={style.title}>
      {children}
    </Heading>
  );
}

/** A paragraph. */
export function Paragraph({ children }: { children: ReactNode }) {
  return (
    <Text className="ink" style={style.text}>
      {children}
    </Text>
  );
}

/** A paragraph that one may skip. */
export function Aside({ children }: { children: ReactNode }) {
  return (
    <Text className="quiet" style={style.quiet}>
      {children}
    </Text>
  );
}

/** A name or a title inside a sentence, whichever way its script runs. */
export function Name({ children }: { children: string }) {
  return <bdi>{children}</bdi>;
}

/** The mail's one main thing to do. */
export function Action({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Button className="button" style={style.button} href={href}>
      {children}
    </Button>
  );
}

/** A link inside a sentence. */
export function TextLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link className="voice" style={style.link} href={href}>
      {children}
    </Link>
  );
}

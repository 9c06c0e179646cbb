import type { IconNode } from "lucide";
import type { SVGAttributes } from "react";

type Props = Omit<SVGAttributes<SVGSVGElement>, "children" | "dangerouslySetInnerHTML">;

/** An icon as a component draws it. */
export type LucideIcon = ReturnType<typeof iconOf>;

/**
 * An icon as a component that draws one element, in the colour and at the weight of the text around
 * it.
 */
export function iconOf(node: IconNode) {
  const inside = node.map(([tag, attributes]) => `<${tag} ${attributesOf(attributes)}/>`).join("");
  return function Icon({ strokeWidth = 2, ...rest }: Props) {
    return (
      <svg
        viewBox="0 0 24 24"
        width={24}
        height={24}
        fill="none"
        stroke="currentColor"
        strokeWidth={strokeWidth}
        strokeLinecap="round"
        strokeLinejoin="round"
        {...rest}
        // biome-ignore lint/security/noDangerouslySetInnerHtml: the drawing of an icon, out of its package
        dangerouslySetInnerHTML={{ __html: inside }}
      />
    );
  };
}

function attributesOf(attributes: IconNode[number][1]): string {
  return Object.entries(attributes)
    .map(([name, value]) => `${name}="${value}"`)
    .join(" ");
}

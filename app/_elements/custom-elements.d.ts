import type { HTMLAttributes } from "react";

// React 18 gives a custom element its attributes as they are named here, so it is `class` and not
// `className`.
type CustomElementAttributes = Omit<HTMLAttributes<HTMLElement>, "className"> & {
  class?: string;
  [attribute: `data-${string}`]: string | number | boolean | undefined;
};

// The elements that the browser script defines, as pages write them.
declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "event-registration": CustomElementAttributes;
      "event-mark": CustomElementAttributes;
      "jump-bar": CustomElementAttributes;
      "opening-countdown": CustomElementAttributes;
      "email-hint": CustomElementAttributes;
      "viewer-time": CustomElementAttributes;
      "door-mode": CustomElementAttributes;
      "ticket-watch": CustomElementAttributes;
    }
  }
}

import { Idiomorph } from "idiomorph";

const typed = new Set(["value", "checked", "selected"]);
// What came of a form stays, whatever the page around it says now; and a ticket that is being shown
// at the door.
const untouched = "[data-panel]:has([data-result]), dialog[open]";

/**
 * Turns the page's `main` into that of the given document, changing no more than differs: the
 * focus, open parts and what was typed stay.
 */
export function swapPage(html: string): void {
  const next = new DOMParser().parseFromString(html, "text/html");
  const [from, to] = [document.querySelector("main"), next.querySelector("main")];
  if (!from || !to) {
    location.reload();
    return;
  }
  document.title = next.title;
  Idiomorph.morph(from, to, {
    restoreFocus: true,
    callbacks: {
      beforeAttributeUpdated: (attribute, element) =>
        !(typed.has(attribute) && element.matches("input, textarea, option")) &&
        !(attribute === "open" && element.matches("details, dialog")),
      beforeNodeMorphed: (before) => !(before instanceof Element && before.matches(untouched)),
      afterNodeMorphed: (before, after) => {
        if (before instanceof HTMLTemplateElement && after instanceof HTMLTemplateElement)
          before.innerHTML = after.innerHTML;
      },
    },
  });
}

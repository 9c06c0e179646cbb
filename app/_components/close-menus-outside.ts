/** Closes a menu (`details[data-menu]`) by Escape or a press outside of it. Returns how to stop. */
export function closeMenusOutside(): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  document.addEventListener("pointerdown", ({ target }) => closeOpenMenus((menu) => !menu.contains(target as Node)), {
    signal,
  });
  document.addEventListener(
    "keydown",
    ({ key }) => {
      if (key === "Escape")
        closeOpenMenus(() => true)
          .at(-1)
          ?.querySelector("summary")
          ?.focus();
    },
    { signal },
  );
  return () => listening.abort();
}

function closeOpenMenus(isToClose: (menu: HTMLDetailsElement) => boolean): HTMLDetailsElement[] {
  const menus = [...document.querySelectorAll<HTMLDetailsElement>("details[data-menu][open]")].filter(isToClose);
  for (const menu of menus) menu.open = false;
  return menus;
}

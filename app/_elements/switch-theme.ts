import { grounds, parseTheme, type Theme, themeCookie } from "@/app/_components/theme";

const yearSeconds = 365 * 24 * 60 * 60;

/**
 * Changes the colours at once where a theme is chosen, and remembers it in the same cookie as the
 * form without scripts.
 */
export function switchTheme(): void {
  document.addEventListener("submit", (event) => {
    const { target: form, submitter } = event;
    if (!(form instanceof HTMLFormElement) || form.dataset.themeSwitch === undefined) return;
    event.preventDefault();
    const theme = parseTheme(submitter?.getAttribute("value"));
    const secure = location.protocol === "https:" ? "; Secure" : "";
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser
    document.cookie = `${themeCookie}=${theme}; Path=/; SameSite=Lax; Max-Age=${yearSeconds}${secure}`;
    applyTheme(theme);
  });
}

function applyTheme(theme: Theme): void {
  const { classList } = document.documentElement;
  classList.remove("light", "dark");
  if (theme !== "system") classList.add(theme);
  setMeta("color-scheme", theme === "system" ? "light dark" : theme);
  const isDark = theme === "dark" || (theme === "system" && matchMedia("(prefers-color-scheme: dark)").matches);
  setMeta("theme-color", isDark ? grounds.dark : grounds.light);
  for (const button of document.querySelectorAll("form[data-theme-switch] button"))
    button.setAttribute("aria-pressed", String(button.getAttribute("value") === theme));
}

function setMeta(name: string, content: string): void {
  for (const meta of document.querySelectorAll(`meta[name=${name}]`)) meta.setAttribute("content", content);
}

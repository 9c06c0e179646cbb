import { type Browser, type BrowserContextOptions, chromium } from "@playwright/test";
import { findChromium } from "@/e2e/find-chromium";
import type { Account } from "./mint-people";
import { recordVisit } from "./record-visit";
import type { Recording, Who } from "./recording";

export type RecordOrder = {
  url: string;
  /** An event with seats enough for those who record, for which nobody of them is registered. */
  event: { eventId: string; slug: string };
  /** Two people who are signed in: one with scripts, one without. */
  people: readonly [Account, Account];
  cookieName: string;
  /** Only these; all four without it. */
  only?: readonly Who[];
};

const screen: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  locale: "en-GB",
  timezoneId: "Europe/Berlin",
  reducedMotion: "reduce",
};

/**
 * Goes through a registration as four kinds of people in a real Chromium, and returns all that it
 * sent.
 */
export async function record({ url, event, people, cookieName, only }: RecordOrder): Promise<Recording> {
  const browser = await chromium.launch({
    executablePath: findChromium(),
    // Playwright switches off what a browser does when somebody goes back.
    ignoreDefaultArgs: ["--disable-back-forward-cache"],
  });
  const stranger = (): Account => {
    const mark = crypto.randomUUID().slice(0, 8);
    return { email: `visitor-${mark}@bench.test`, name: `Visitor ${mark}`, session: "" };
  };
  try {
    const as = (who: Who, visitor: Account) => openAs(browser, who, visitor);
    return {
      stranger: await as("stranger", stranger()),
      signedIn: await as("signedIn", people[0]),
      strangerWithoutScripts: await as("strangerWithoutScripts", stranger()),
      signedInWithoutScripts: await as("signedInWithoutScripts", people[1]),
    };
  } finally {
    await browser.close();
  }

  async function openAs(browser: Browser, who: Who, visitor: Account): Promise<Recording[Who]> {
    if (only && !only.includes(who)) return {};
    const context = await browser.newContext({ ...screen, baseURL: url, javaScriptEnabled: !who.includes("Without") });
    if (visitor.session) {
      await context.addCookies([{ name: cookieName, value: visitor.session, url, httpOnly: true, sameSite: "Lax" }]);
    }
    try {
      return await recordVisit(context, { who, visitor, event, cookieName });
    } finally {
      await context.close();
    }
  }
}

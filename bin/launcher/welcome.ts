import type { Settings } from "./read-settings";

/** What the frame says once everything runs. */
export function welcomeLines(settings: Settings): string[] {
  const { config } = settings;
  const url = config.APP_URL;
  const row = (name: string, value: string) => `${name.padEnd(13)}${value}`;
  return [
    "Turnout is running",
    "",
    row("Open", url),
    ...(settings.recordsMail ? [row("Mail viewer", `${url}/mail`)] : []),
    ...(settings.wantsDemo
      ? [
          "",
          row("Demo account", `organizer@demo.test   (also admin@, staff@, attendee1@demo.test)`),
          row("Password", config.DEMO_PASSWORD),
        ]
      : []),
    "",
    row("Data", settings.dataFolder),
    row("Stop", `Ctrl-C, or kill -TERM ${process.pid}`),
  ];
}

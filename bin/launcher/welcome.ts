import type { AccountsReport } from "./prepare-accounts-entry";
import type { Settings } from "./read-settings";

const row = (name: string, value: string) => `${name.padEnd(13)}${value}`;
const more = (value: string) => row("", value);

/** What the frame says once everything runs. */
export function welcomeLines(settings: Settings, accounts: AccountsReport, rootsObstacle: string | null): string[] {
  const { config, wantsDemo } = settings;
  return [
    wantsDemo ? "Turnout is running: the demo, for this machine alone" : "Turnout is running",
    "",
    row("Open", config.APP_URL),
    ...(wantsDemo ? demoLines(settings, accounts) : serviceLines(settings, accounts)),
    ...(rootsObstacle ? ["", row("Rights", `Everything runs as root: ${rootsObstacle}.`)] : []),
    ...(rootsObstacle ? [more("Start as an ordinary user, or let that one read it.")] : []),
    "",
    row("Data", settings.dataFolder),
    row("Stop", `Ctrl-C, or kill -TERM ${process.pid}`),
  ];
}

function demoLines({ config, recordsMail }: Settings, { switchedDemoAccounts }: AccountsReport): string[] {
  return [
    ...(recordsMail ? [row("Mail viewer", `${config.APP_URL}/mail`)] : []),
    "",
    row("Demo account", "organizer@demo.test   (also admin@, staff@, attendee1@demo.test)"),
    row("Password", config.DEMO_PASSWORD),
    ...(switchedDemoAccounts > 0 ? [more(`${switchedDemoAccounts} accounts of the demo are open again.`)] : []),
    more("TURNOUT_DEMO=0 starts a service of your own."),
  ];
}

function serviceLines({ config, recordsMail, dataFolder }: Settings, accounts: AccountsReport): string[] {
  const { setUpLink, switchedDemoAccounts } = accounts;
  return [
    ...(setUpLink
      ? ["", row("Set up", "Nobody administers it yet. This link, good once, makes the first one:"), more(setUpLink)]
      : []),
    ...(recordsMail
      ? [
          "",
          row("Mail", "No mail leaves: set SMTP_URL, or AWS_REGION and MAIL_FROM for Amazon SES."),
          more(`Until then mails are kept in ${dataFolder}/mail, for administrators at ${config.APP_URL}/mail.`),
          more("bin/people sign-in EMAIL prints a link that signs somebody in."),
        ]
      : []),
    ...(switchedDemoAccounts > 0
      ? ["", row("Demo", `It is off: its ${switchedDemoAccounts} accounts are shut. TURNOUT_DEMO=1 opens them again.`)]
      : []),
  ];
}

import { once } from "node:events";
import { driveSteps } from "../browser/drive-steps";
import type { Account } from "../browser/mint-people";
import { asFirstVisit, type Recording, type Who, withoutAssets } from "../browser/recording";
import { type EventPlace, registeringValues } from "../browser/values-of";

export type StormOrder = {
  url: string;
  recording: Recording;
  accounts: readonly Account[];
  events: readonly EventPlace[];
  seconds: number;
};

// A storm in a process of its own: what else is asked meanwhile would wait for this one too.
const connections = 500;
process.send?.("ready");
const [{ url, recording, accounts, events, seconds }]: [StormOrder] = (await once(process, "message")) as [StormOrder];
const storming = (who: Who) =>
  driveSteps({
    url,
    steps: asFirstVisit(withoutAssets(recording[who].registration)),
    valuesOf: registeringValues(accounts, events, who),
    connections: connections / 2,
    seconds,
  });
process.send?.("begins");
const [strangers, signedIn] = await Promise.all([storming("stranger"), storming("signedIn")]);
process.send?.({ perSecond: strangers.perSecond + signedIn.perSecond });
process.disconnect?.();

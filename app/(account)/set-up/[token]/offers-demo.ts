import { config } from "@/lib/platform/config";
import { isLoopbackHost } from "@/lib/platform/loopback-host";
import { mailWay } from "@/lib/platform/mail-transport";

/** True where the demo does no harm: on the machine's own address, while no mail leaves. */
export function offersDemo(): boolean {
  const { APP_URL } = config();
  return isLoopbackHost(new URL(APP_URL).hostname) && mailWay().kind === "recorder";
}

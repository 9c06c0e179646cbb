import { closeMenusOutside } from "@/app/_components/close-menus-outside";
import { followReader } from "./account/follow-reader";
import { improveForms } from "./forms/improve-forms";
import { printOnPress } from "./print-on-press";
import { EmailHint } from "./registration/email-hint";
import { EventMark } from "./registration/event-mark";
import { EventRegistration } from "./registration/event-registration";
import { JumpBar } from "./registration/jump-bar";
import { OpeningCountdown } from "./registration/opening-countdown";
import { showCurrentTab } from "./show-current-tab";
import { switchTheme } from "./switch-theme";
import { DoorMode } from "./ticket/door-mode";
import { TicketWatch } from "./ticket/ticket-watch";
import { ViewerTime } from "./viewer-time";

// The one script of public pages. They work without it: it only betters what they can do already.
// What needs a script to do anything is shown from now on.
document.documentElement.dataset.scripts = "";
customElements.define("viewer-time", ViewerTime);
customElements.define("email-hint", EmailHint);
customElements.define("opening-countdown", OpeningCountdown);
customElements.define("event-mark", EventMark);
customElements.define("jump-bar", JumpBar);
customElements.define("event-registration", EventRegistration);
customElements.define("door-mode", DoorMode);
customElements.define("ticket-watch", TicketWatch);
closeMenusOutside();
switchTheme();
printOnPress();
showCurrentTab();
improveForms();
followReader();

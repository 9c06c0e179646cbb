import { hostCookie } from "./host-cookie";

// As long as browsers keep any.
const seconds = 400 * 24 * 60 * 60;

/**
 * The cookie that says which accounts signed in with this browser: it opens nothing, and keeps
 * guessers elsewhere from slowing its owner.
 */
export const deviceCookie = hostCookie("turnout-device", seconds);

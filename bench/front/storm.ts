import { drive } from "../registrations/drive";

// A storm in a process of its own: what else is asked meanwhile would wait for this one too.
const [url = "", eventId = "", seconds = ""] = process.argv.slice(2);
let person = 0;
const body = () => ({ eventId, name: "Grace Hopper", email: `storm-${eventId}-${person++}@bench.test` });
const request = { path: "/api/registrations", body };
process.send?.("begins");
const load = await drive({ url, request, wanted: [201], connections: 500, seconds: Number(seconds) });
process.send?.(load);

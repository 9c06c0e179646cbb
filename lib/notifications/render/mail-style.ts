import type { CSSProperties } from "react";

/** The content id under which the QR picture travels with the mail. */
export const qrContentId = "ticket-qr";

const sans = 'Inter, -apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, Helvetica, Arial, sans-serif';
const mono = 'ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, monospace';

/** The light look, inline: the one thing that every mail client honours. */
export const style = {
  page: { backgroundColor: "#fafafc", margin: 0, padding: 0 },
  paper: { backgroundColor: "#fafafc", fontFamily: sans, padding: "32px 16px" },
  frame: { maxWidth: "560px", margin: "0 auto" },
  brand: { fontSize: "16px", lineHeight: "24px", fontWeight: 600, color: "#6243cc", margin: "0 0 16px" },
  card: { backgroundColor: "#ffffff", border: "1px solid #dfdfe5", borderRadius: "10px", padding: "32px" },
  title: {
    fontSize: "28px",
    lineHeight: "34px",
    letterSpacing: "-0.02em",
    fontWeight: 600,
    color: "#171721",
    margin: "0 0 12px",
  },
  text: { fontSize: "16px", lineHeight: "24px", color: "#171721", margin: "0 0 16px" },
  quiet: { fontSize: "14px", lineHeight: "20px", color: "#51515d", margin: "16px 0 0" },
  small: { fontSize: "13px", lineHeight: "20px", color: "#6c6c78", margin: "16px 0 0" },
  link: { color: "#6243cc", textDecoration: "underline" },
  facts: { borderTop: "1px solid #dfdfe5", margin: "24px 0", width: "100%" },
  label: {
    fontSize: "13px",
    lineHeight: "20px",
    color: "#6c6c78",
    width: "72px",
    padding: "12px 12px 12px 0",
    verticalAlign: "top",
    borderBottom: "1px solid #dfdfe5",
  },
  former: { color: "#51515d", textDecoration: "line-through" },
  fact: {
    fontSize: "16px",
    lineHeight: "24px",
    color: "#171721",
    padding: "10px 0",
    verticalAlign: "top",
    borderBottom: "1px solid #dfdfe5",
    overflowWrap: "anywhere",
  },
  textOnly: { display: "none" },
  button: {
    backgroundColor: "#6243cc",
    color: "#ffffff",
    borderRadius: "6px",
    fontSize: "16px",
    lineHeight: "24px",
    fontWeight: 500,
    padding: "12px 20px",
    textDecoration: "none",
  },
  // A scanner needs dark on white, so the ticket stays paper in the dark too.
  ticket: {
    backgroundColor: "#ffffff",
    border: "1px solid #dfdfe5",
    borderRadius: "10px",
    padding: "16px 16px 20px",
    textAlign: "center",
  },
  qr: { display: "block", margin: "0 auto", width: "232px", height: "232px", maxWidth: "100%" },
  ticketLabel: { fontSize: "13px", lineHeight: "20px", color: "#6c6c78", margin: "4px 0 0" },
  reference: {
    fontFamily: mono,
    fontSize: "22px",
    lineHeight: "28px",
    letterSpacing: "0.08em",
    fontWeight: 600,
    color: "#171721",
    margin: 0,
  },
  code: {
    fontFamily: mono,
    fontSize: "40px",
    lineHeight: "48px",
    letterSpacing: "0.16em",
    fontWeight: 600,
    color: "#171721",
    backgroundColor: "#efeeff",
    borderRadius: "10px",
    padding: "20px 12px 20px 18px",
    margin: "24px 0",
    textAlign: "center",
  },
  mono: { fontFamily: mono, fontSize: "14px", backgroundColor: "#f1f1f5", borderRadius: "4px", padding: "1px 4px" },
  quote: {
    fontSize: "16px",
    lineHeight: "24px",
    color: "#171721",
    borderLeft: "3px solid #6243cc",
    padding: "0 0 0 16px",
    margin: "0 0 16px",
  },
} satisfies Record<string, CSSProperties>;

/** What changes in the dark and on a narrow screen, for the clients that know media queries. */
export const styleSheet = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (max-width: 480px) {
  td.paper { padding: 16px 8px !important; }
  .card { padding: 24px 20px !important; }
}
@media (prefers-color-scheme: dark) {
  .paper { background-color: #0e0e13 !important; }
  .card { background-color: #16161d !important; border-color: #2d2d36 !important; }
  .ink { color: #f3f3f6 !important; border-color: #2d2d36 !important; }
  .quiet { color: #bdbdc5 !important; }
  .small { color: #9d9da8 !important; border-color: #2d2d36 !important; }
  .voice { color: #9f94fd !important; }
  .rule { border-color: #2d2d36 !important; }
  .button { background-color: #9f94fd !important; color: #0f0d1c !important; }
  .code { background-color: #272345 !important; color: #f3f3f6 !important; }
  .mono { background-color: #23232c !important; color: #f3f3f6 !important; }
  .quote { color: #f3f3f6 !important; border-color: #9f94fd !important; }
}`;

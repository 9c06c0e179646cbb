import { qrPath } from "@/lib/tickets/qr-path";

/** A QR code, black on white in every theme; an empty one is drawn by the browser's script. */
export function QrCode({ code, label }: { code: string; label: string }) {
  const { path, size } = code ? qrPath(code) : { path: undefined, size: 0 };
  return (
    <svg
      data-qr=""
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="size-full bg-white"
    >
      <path data-qr-path="" stroke="#000" d={path} />
    </svg>
  );
}

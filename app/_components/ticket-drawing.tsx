/** The house's one motif, a torn ticket in lines. Takes its colour from the text around it. */
export function TicketDrawing({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 120 80" fill="none" aria-hidden="true" className={className}>
      <g stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" strokeLinejoin="round">
        <path opacity="0.45" d="M30 9.5 104 3a5 5 0 0 1 5.4 4.5l.8 8.6a7 7 0 0 0 1.2 13.9l.9 9.6a5 5 0 0 1-3.3 5.2" />
        <path d="M14 22h60v50H14a5 5 0 0 1-5-5V55a8 8 0 0 0 0-16V27a5 5 0 0 1 5-5Z" />
        <path d="M74 22h26a5 5 0 0 1 5 5v12a8 8 0 0 0 0 16v12a5 5 0 0 1-5 5H74" />
        <path strokeDasharray="2.5 4.5" d="M74 26v44" />
        <path d="M24 36h30M24 46h38" opacity="0.55" />
        <path d="M24 58h14" className="text-primary" stroke="currentColor" strokeWidth="2.5" />
        <path d="m84 47 5 5 9-10" className="text-primary" stroke="currentColor" strokeWidth="2" />
      </g>
    </svg>
  );
}

/** The house's one motif, a torn ticket in lines. Takes its colour from the text around it. */
export function TicketDrawing({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 120 80" fill="none" aria-hidden="true" className={className}>
      <g stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" strokeLinejoin="round">
        <path opacity="0.45" d="M31 14.5 103 8a5 5 0 0 1 5.4 4.5l1 9.6" />
        <path d="M14 22h86a5 5 0 0 1 5 5v12a8 8 0 0 0 0 16v12a5 5 0 0 1-5 5H14a5 5 0 0 1-5-5V55a8 8 0 0 0 0-16V27a5 5 0 0 1 5-5Z" />
        <path strokeDasharray="2 5" d="M70 27v42" />
        <path d="M26 37h28M26 46h34" opacity="0.55" />
        <path d="M26 57h14" className="text-primary" stroke="currentColor" strokeWidth="2.5" />
        <path d="m78 47 4.5 4.5 7.5-9" className="text-primary" stroke="currentColor" strokeWidth="2.5" />
      </g>
    </svg>
  );
}

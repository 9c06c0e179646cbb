/** @jsxRuntime automatic */
import { Img, Text } from "@react-email/components";
import { Box } from "./mail-parts";
import { qrContentId, style } from "./mail-style";

/** The QR code, and beneath it the reference that does the same where pictures are off. */
export function TicketBlock({ reference }: { reference: string }) {
  return (
    <Box name="ticket" style={style.ticket}>
      <Img src={`cid:${qrContentId}`} width={232} height={232} alt="Your ticket as a QR code" style={style.qr} />
      <Text style={style.ticketLabel}>Ticket reference</Text>
      <Text style={style.reference}>{reference}</Text>
    </Box>
  );
}

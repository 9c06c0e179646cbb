/** @jsxRuntime automatic */
import type { ReactNode } from "react";
import type { EventFacts as Facts, FormerFacts } from "./mail-content";
import { TextLink } from "./mail-parts";
import { style } from "./mail-style";

/** What, when, where and by whom, as label and value, each with what it was before. */
export function EventFacts({ event, former }: { event: Facts; former?: FormerFacts }) {
  return (
    <table className="rule" style={style.facts} cellPadding={0} cellSpacing={0}>
      <tbody>
        <Row label="What">
          <TextLink href={event.url}>{event.title}</TextLink>
        </Row>
        <Row label="When">
          {event.day}, {event.time} {event.zone}
        </Row>
        {former?.when && <Former>{former.when}</Former>}
        {event.venue && <Row label="Where">{event.venue}</Row>}
        {former?.venue && <Former>{former.venue}</Former>}
        <Row label="Host">{event.organizerName}</Row>
      </tbody>
    </table>
  );
}

function Former({ children }: { children: string }) {
  return (
    <Row label="Before">
      <del className="quiet" style={style.former}>
        {children}
      </del>
    </Row>
  );
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <tr className="fact">
      <td className="small" style={style.label}>
        {label}
        <span style={style.textOnly}>: </span>
      </td>
      <td dir="auto" className="ink" style={style.fact}>
        {children}
      </td>
    </tr>
  );
}

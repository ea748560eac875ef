import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import { deskTexts } from "../texts/desk-texts.ts";
import { usePreferences, useTexts } from "../shared/preferences.tsx";
import { ruleWords } from "../shared/reason-words.ts";
import { useNow } from "../shared/use-now.ts";
import { customerName } from "./customer-name.ts";
import type { Row } from "./line-state.ts";
import type { PrivateNotices } from "./private-notices.ts";

/** Offers and nudges count in seconds. */
const clockMs = 1_000;

const secondsTo = (moment: string, now: number): number => Math.max(0, Math.ceil((Date.parse(moment) - now) / 1_000));

type Props = {
  offered: readonly Row[];
  rows: Readonly<Record<string, Row>>;
  notices: PrivateNotices;
  busy: boolean;
  onAccept(ticketId: string): void;
  onDecline(ticketId: string): void;
  onOpen(ticketId: string): void;
  onPause(minutes: number): void;
  onNoPause(): void;
};

/** What asks for an answer now: a chat offered to me, a customer I took who has heard nothing, and a pause I may take. */
export function DeskNotices({ offered, rows, notices, busy, onAccept, onDecline, onOpen, onPause, onNoPause }: Props) {
  const { language } = usePreferences();
  const say = useTexts(deskTexts);
  const now = useNow(clockMs);
  const { nudges, pauseMinutes } = notices;
  return (
    <>
      {offered.map((row) => (
        <MessageBar key={row.id} intent="info" role="alert" data-testid="offer">
          <MessageBarBody>{say("offer", { customer: customerName(row.customer, language), reason: ruleWords(row.reason.rule, language), n: secondsTo(row.offer?.until ?? "", now) })}</MessageBarBody>
          <MessageBarActions>
            <Button size="small" appearance="primary" disabled={busy} onClick={() => onAccept(row.id)} data-testid="offer-accept">{say("offer.accept")}</Button>
            <Button size="small" disabled={busy} onClick={() => onDecline(row.id)} data-testid="offer-decline">{say("offer.decline")}</Button>
          </MessageBarActions>
        </MessageBar>
      ))}
      {nudges.map(({ ticketId, returnsAt }) => {
        const row = rows[ticketId];
        return row && (
          <MessageBar key={ticketId} intent="warning" role="alert" data-testid="nudge">
            <MessageBarBody>{say("nudge", { customer: customerName(row.customer, language), n: secondsTo(returnsAt, now) })}</MessageBarBody>
            <MessageBarActions><Button size="small" onClick={() => onOpen(ticketId)}>{say("nudge.open")}</Button></MessageBarActions>
          </MessageBar>
        );
      })}
      {pauseMinutes !== null && (
        <MessageBar intent="info" role="status" data-testid="pause">
          <MessageBarBody>{say("pause", { n: pauseMinutes })}</MessageBarBody>
          <MessageBarActions>
            <Button size="small" appearance="primary" onClick={() => onPause(pauseMinutes)}>{say("pause.take", { n: pauseMinutes })}</Button>
            <Button size="small" onClick={onNoPause}>{say("pause.no")}</Button>
          </MessageBarActions>
        </MessageBar>
      )}
    </>
  );
}

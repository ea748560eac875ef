import { Badge, Button, Spinner, Subtitle2, Text, makeStyles, tokens } from "@fluentui/react-components";
import { deskTexts } from "../texts/desk-texts.ts";
import { errorWords } from "../shared/error-words.ts";
import { useCommon, usePreferences, useTexts } from "../shared/preferences.tsx";
import { useNow } from "../shared/use-now.ts";
import type { LineView } from "./line-state.ts";
import { TicketRow } from "./TicketRow.tsx";
import { viewersOf } from "./viewers.ts";
import type { Viewer } from "./viewers.ts";

const useStyles = makeStyles({
  pane: { display: "flex", flexDirection: "column", height: "100%", minHeight: 0 },
  top: { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS}` },
  next: { width: "100%", justifyContent: "space-between" },
  key: { border: "1px solid currentColor", borderRadius: "4px", padding: "0 6px", fontSize: tokens.fontSizeBase200, lineHeight: "16px", opacity: 0.9 },
  scroll: { overflowY: "auto", padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalL}`, flexGrow: 1, minHeight: 0 },
  head: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS, padding: `${tokens.spacingVerticalM} 2px ${tokens.spacingVerticalS}` },
  list: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, margin: 0, padding: 0 },
  quiet: { color: tokens.colorNeutralForeground3, display: "block", padding: "0 2px" },
});

/** Waits are shown to the second below a minute, so the clock ticks each second there. */
const clockMs = 1_000;

type Props = {
  view: LineView;
  loading: boolean;
  failed: unknown;
  selectedId: string | null;
  busy: boolean;
  /** Shows what colleagues have as well. */
  supervises: boolean;
  viewers: readonly Viewer[];
  onOpen(ticketId: string): void;
  onTake(ticketId: string): void;
  onNext(): void;
};

export function LinePane({ view, loading, failed, selectedId, busy, supervises, viewers, onOpen, onTake, onNext }: Props) {
  const { language } = usePreferences();
  const say = useTexts(deskTexts);
  const common = useCommon();
  const styles = useStyles();
  const now = useNow(clockMs);
  return (
    <nav className={styles.pane} aria-label={say("line")} data-testid="line">
      <div className={styles.top}>
        <Button appearance="primary" size="large" className={styles.next} onClick={onNext} disabled={busy} data-testid="take-next" iconPosition="after" icon={<kbd className={styles.key} aria-hidden>N</kbd>} aria-keyshortcuts="n">
          {say("line.take-next")}
        </Button>
      </div>
      <div className={styles.scroll}>
        <div className={styles.head}><Subtitle2 as="h2">{say("line.mine")}</Subtitle2><Badge appearance="tint" color="informative" size="medium">{view.mine.length}</Badge></div>
        {view.mine.length === 0
          ? <Text size={200} className={styles.quiet}>{say("line.none-mine")}</Text>
          : <ul className={styles.list} role="list">{view.mine.map((row) => <TicketRow key={row.id} row={row} mine selected={row.id === selectedId} now={now} busy={busy} viewers={viewersOf(viewers, row.conversationId)} onOpen={() => onOpen(row.id)} onTake={() => onTake(row.id)} />)}</ul>}
        <div className={styles.head}><Subtitle2 as="h2">{say("line.waiting")}</Subtitle2><Badge appearance="tint" color="informative" size="medium" data-testid="waiting-count">{view.waiting.length}</Badge></div>
        {loading && <Spinner size="tiny" label={common("loading")} />}
        {failed ? <Text role="alert" size={200} className={styles.quiet}>{errorWords(failed, language)}</Text> : null}
        {!loading && !failed && view.waiting.length === 0 && <Text size={200} className={styles.quiet}>{say("line.empty")}</Text>}
        <ul className={styles.list} role="list">
          {view.waiting.map((row) => <TicketRow key={row.id} row={row} mine={false} selected={row.id === selectedId} now={now} busy={busy} viewers={viewersOf(viewers, row.conversationId)} onOpen={() => onOpen(row.id)} onTake={() => onTake(row.id)} />)}
        </ul>
        {supervises && view.team.length > 0 && (
          <>
            <div className={styles.head}><Subtitle2 as="h2">{say("line.team")}</Subtitle2><Badge appearance="tint" color="informative" size="medium">{view.team.length}</Badge></div>
            <ul className={styles.list} role="list" data-testid="team">
              {view.team.map((row) => <TicketRow key={row.id} row={row} mine={false} taken selected={row.id === selectedId} now={now} busy={busy} viewers={viewersOf(viewers, row.conversationId)} onOpen={() => onOpen(row.id)} onTake={() => onTake(row.id)} />)}
            </ul>
          </>
        )}
        {view.messages.length > 0 && (
          <>
            <div className={styles.head}><Subtitle2 as="h2">{say("line.messages")}</Subtitle2><Badge appearance="tint" color="informative" size="medium">{view.messages.length}</Badge></div>
            <ul className={styles.list} role="list">
              {view.messages.map((row) => <TicketRow key={row.id} row={row} mine={false} selected={row.id === selectedId} now={now} busy={busy} viewers={viewersOf(viewers, row.conversationId)} onOpen={() => onOpen(row.id)} onTake={() => onTake(row.id)} />)}
            </ul>
          </>
        )}
      </div>
    </nav>
  );
}

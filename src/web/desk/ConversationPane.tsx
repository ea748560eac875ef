import { Badge, Button, Menu, MenuGroup, MenuGroupHeader, MenuItem, MenuList, MenuPopover, MenuTrigger, Subtitle2, Text, Tooltip, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowLeftRegular, BotRegular, CheckmarkCircleRegular, EyeRegular, LightbulbRegular, PersonSwapRegular } from "@fluentui/react-icons";
import { useState } from "react";
import type { Ref } from "react";
import type { Disposition } from "../../api/contract.ts";
import { deskTexts } from "../texts/desk-texts.ts";
import { EmotionTag } from "../shared/EmotionTag.tsx";
import { useCommon, usePreferences, useTexts } from "../shared/preferences.tsx";
import { Composer } from "./Composer.tsx";
import type { ComposerHandle } from "./Composer.tsx";
import type { Conversation } from "./conversation-state.ts";
import { customerName } from "./customer-name.ts";
import type { Drafts } from "./drafts.ts";
import { HoldMenu } from "./HoldMenu.tsx";
import type { Row } from "./line-state.ts";
import type { Sending } from "./outbox.ts";
import { PassOnDialog } from "./PassOnDialog.tsx";
import type { PassTarget } from "./PassOnDialog.tsx";
import { ReturnDialog } from "./ReturnDialog.tsx";
import { SupervisorBar } from "./SupervisorBar.tsx";
import { Story } from "./Story.tsx";
import { whyHere } from "./story.ts";
import type { Viewer } from "./viewers.ts";
import { UnsentDraft } from "./UnsentDraft.tsx";
import { WhyCard } from "./WhyCard.tsx";

const useStyles = makeStyles({
  pane: { display: "flex", flexDirection: "column", height: "100%", minHeight: 0 },
  head: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS, padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`, minHeight: "48px", boxSizing: "border-box", backgroundColor: tokens.colorNeutralBackground1, borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, flexShrink: 0, "@media (max-width: 480px)": { padding: "6px 4px", gap: "0" } },
  who: { display: "flex", alignItems: "center", gap: "8px", flexGrow: 1, flexShrink: 1, flexBasis: "120px", minWidth: 0 },
  name: { minWidth: "48px", overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap", "@media (max-width: 480px)": { fontSize: tokens.fontSizeBase300, letterSpacing: "-0.3px" } },
  narrowOnly: { display: "none", "@media (max-width: 900px)": { display: "inline-flex" }, "@media (max-width: 480px)": { minWidth: "28px", padding: "4px" } },
  trend: { whiteSpace: "nowrap", "@media (max-width: 1400px)": { display: "none" } },
  tight: { minWidth: "auto", "@media (max-width: 480px)": { padding: "3px 2px" } },
  roomy: { display: "inline-flex", flexShrink: 0, "@media (max-width: 560px)": { display: "none" } },
  // The customer's name and mood come before words that the icons and their labels say too.
  words: { whiteSpace: "nowrap", "@media (max-width: 1500px)": { display: "none" } },
  closeWords: { whiteSpace: "nowrap", "@media (max-width: 560px)": { display: "none" } },
  foot: { display: "flex", alignItems: "center", justifyContent: "space-between", flexWrap: "wrap", gap: tokens.spacingHorizontalM, padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`, borderTop: `1px solid ${tokens.colorNeutralStroke2}`, backgroundColor: tokens.colorNeutralBackground1, flexShrink: 0 },
});

/** As in core/ticket.ts, where the log's own list is. */
const dispositions: Disposition[] = ["solved", "unsolved", "no-answer", "spam", "other"];

/** Who took it last, as the log says; a ticket that went to a colleague no longer tells. */
function ownerOf(conversation: Conversation | null): string | null {
  const taken = conversation?.events.findLast((event) => event.type === "TicketAccepted" || event.type === "TicketTakenOver");
  if (taken?.type === "TicketTakenOver") return taken.by.name;
  return taken?.type === "TicketAccepted" ? taken.agent.name : null;
}

type Props = {
  ticket: Row;
  mine: boolean;
  conversation: Conversation | null;
  failed: unknown;
  sendings: Sending[];
  typing: boolean;
  busy: boolean;
  drafts: Drafts;
  composer: Ref<ComposerHandle>;
  onSend(text: string): void;
  onTyping(): void;
  onRetry(clientId: string): void;
  onDrop(sending: Sending): void;
  onTake(): void;
  onClose(disposition: Disposition): void;
  supervises: boolean;
  viewers: readonly Viewer[];
  onReturn(errand: string | null): void;
  onPass(to: PassTarget, comment: string): void;
  onNote(text: string): Promise<boolean>;
  onTakeOver(): void;
  onHold(minutes: number): void;
  onResume(): void;
  onBack(): void;
  onWhisper(): void;
};

export function ConversationPane(props: Props) {
  const { ticket, mine, conversation, busy } = props;
  const { language } = usePreferences();
  const say = useTexts(deskTexts);
  const common = useCommon();
  const styles = useStyles();
  const customer = customerName(ticket.customer, language);
  const [dialog, setDialog] = useState<"return" | "pass" | null>(null);
  const why = conversation ? whyHere(conversation, ticket.id) : null;
  const open = ticket.status === "waiting" || ticket.status === "offered" || ticket.status === "message";
  const footText = ticket.status === "accepted" ? say("conversation.taken", { agent: ticket.agentName ?? ownerOf(conversation) ?? say("colleague") })
    : ticket.offer ? say("conversation.offered", { agent: ticket.offer.agentName })
    : open ? say("conversation.not-yours") : say("conversation.finished");

  return (
    <section className={styles.pane} aria-label={say("conversation")} data-testid="conversation" data-ticket={ticket.id}>
      <div className={styles.head}>
        <Button className={styles.narrowOnly} appearance="subtle" icon={<ArrowLeftRegular />} aria-label={say("back.line")} onClick={props.onBack} />
        <div className={styles.who}>
          <Subtitle2 as="h2" className={styles.name}>{customer}</Subtitle2>
          <Badge className={styles.roomy} appearance="outline" color="informative" title={say("composer.language", { language: common(`language.${ticket.language}`).toLowerCase() })}>{ticket.language.toUpperCase()}</Badge>
          <Text size={200} className={styles.trend} title={say("code")} data-testid="tracking-code">{ticket.trackingCode}</Text>
          <span className={styles.roomy}><EmotionTag emotion={ticket.emotion.emotion} /></span>
          {props.viewers.map(({ id, name, typing }) => <Badge key={id} appearance="tint" color="informative" icon={<EyeRegular />} data-testid="viewer" aria-label={say(typing ? "viewers.typing" : "viewers.here", { name })}>{typing ? say("viewers.typing", { name }) : name}</Badge>)}
          <Text size={200} className={styles.trend}>{common(`trend.${ticket.emotion.trend}`)}</Text>
        </div>
        {mine && (
          <>
            <HoldMenu held={ticket.heldUntil !== null} busy={busy} onHold={props.onHold} onResume={props.onResume} />
            <Tooltip content={say("return")} relationship="label">
              <Button appearance="subtle" size="small" className={styles.tight} icon={<BotRegular />} onClick={() => setDialog("return")} disabled={busy} data-testid="return"><span className={styles.words}>{say("return")}</span></Button>
            </Tooltip>
            <Tooltip content={say("pass")} relationship="label">
              <Button appearance="subtle" size="small" className={styles.tight} icon={<PersonSwapRegular />} onClick={() => setDialog("pass")} disabled={busy} data-testid="pass"><span className={styles.words}>{say("pass")}</span></Button>
            </Tooltip>
            <ReturnDialog open={dialog === "return"} onClose={() => setDialog(null)} onReturn={(errand) => { setDialog(null); props.onReturn(errand); }} />
            <PassOnDialog ticket={ticket} open={dialog === "pass"} onClose={() => setDialog(null)} onPass={(to, comment) => { setDialog(null); props.onPass(to, comment); }} />
            <Menu>
              <MenuTrigger disableButtonEnhancement>
                <Button size="small" className={styles.tight} icon={<CheckmarkCircleRegular />} disabled={busy} data-testid="close" aria-label={say("close")}><span className={styles.closeWords}>{say("close")}</span></Button>
              </MenuTrigger>
              <MenuPopover>
                <MenuList>
                  <MenuGroup>
                    <MenuGroupHeader>{say("close.how")}</MenuGroupHeader>
                    {dispositions.map((one) => <MenuItem key={one} onClick={() => props.onClose(one)} data-disposition={one}>{say(`disposition.${one}`)}</MenuItem>)}
                  </MenuGroup>
                </MenuList>
              </MenuPopover>
            </Menu>
            <Button className={styles.narrowOnly} appearance="subtle" icon={<LightbulbRegular />} aria-label={say("open.whisper")} onClick={props.onWhisper} />
          </>
        )}
      </div>
      <WhyCard ticket={ticket} why={why} onJump={(turnId) => {
        const line = document.getElementById(`turn-${turnId}`);
        line?.scrollIntoView({ block: "center" });
        line?.focus({ preventScroll: true });
      }} />
      <Story conversation={conversation} failed={props.failed} customer={customer} culpritTurn={why?.turnId ?? null} sendings={props.sendings} typing={props.typing} onRetry={props.onRetry} onDrop={props.onDrop} />
      {mine
        ? <Composer key={ticket.id} ticketId={ticket.id} customer={customer} customerLanguage={ticket.language} drafts={props.drafts} handle={props.composer} onSend={props.onSend} onTyping={props.onTyping} />
        : <div className={styles.foot}>
            <Text>{footText}</Text>
            <UnsentDraft key={ticket.id} ticketId={ticket.id} drafts={props.drafts} />
            {props.supervises && ticket.status === "accepted" && <SupervisorBar key={`by ${ticket.id}`} agent={ticket.agentName ?? ""} busy={busy} onNote={props.onNote} onTakeOver={props.onTakeOver} />}
            {open && <Button appearance="primary" onClick={props.onTake} disabled={busy} data-testid="take-open">{say("line.take")}</Button>}
          </div>}
    </section>
  );
}

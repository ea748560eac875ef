import { Text, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { HeadsetRegular } from "@fluentui/react-icons";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Me, Presence } from "../../api/contract.ts";
import { deskTexts } from "../texts/desk-texts.ts";
import { errorWords } from "../shared/error-words.ts";
import { usePreferences, useTexts } from "../shared/preferences.tsx";
import { ServerBanner } from "../shared/ServerBanner.tsx";
import { useSession } from "../shared/session.tsx";
import type { ComposerHandle } from "./Composer.tsx";
import { ConversationPane } from "./ConversationPane.tsx";
import { DeskNotices } from "./DeskNotices.tsx";
import { createDrafts } from "./drafts.ts";
import { IdleNotice } from "./IdleNotice.tsx";
import { lineView } from "./line-state.ts";
import { LinePane } from "./LinePane.tsx";
import { Newcomers } from "./Newcomers.tsx";
import { ShortcutsDialog } from "./ShortcutsDialog.tsx";
import { latestTurn, personSpokeLast } from "./story.ts";
import { TopBar } from "./TopBar.tsx";
import { useDeskActions } from "./use-desk-actions.tsx";
import { useConversation, useLine, useStream, useWhisper } from "./use-desk.ts";
import { usePresence } from "./use-presence.ts";
import type { PresenceChoice } from "./use-presence.ts";
import { useShortcuts, useSingleKeys } from "./use-shortcuts.ts";
import { MoodLine } from "./MoodLine.tsx";
import { viewersOf, viewingEveryMs } from "./viewers.ts";
import { WhisperPane } from "./WhisperPane.tsx";

const useStyles = makeStyles({
  panes: { flexGrow: 1, minHeight: 0, display: "grid", gridTemplateColumns: "minmax(270px, 320px) minmax(0, 1fr) minmax(270px, 340px)", gridTemplateRows: "minmax(0, 1fr)", "@media (max-width: 900px)": { gridTemplateColumns: "minmax(0, 1fr)" } },
  pane: { minHeight: 0, minWidth: 0, backgroundColor: tokens.colorNeutralBackground2 },
  middle: { backgroundColor: tokens.colorNeutralBackground3, borderLeft: `1px solid ${tokens.colorNeutralStroke2}`, borderRight: `1px solid ${tokens.colorNeutralStroke2}`, "@media (max-width: 900px)": { border: "none" } },
  hiddenNarrow: { "@media (max-width: 900px)": { display: "none" } },
  none: { height: "100%", display: "flex", flexDirection: "column", alignItems: "center", justifyContent: "center", gap: "6px", color: tokens.colorNeutralForeground3, textAlign: "center", padding: "24px", boxSizing: "border-box" },
  noneIcon: { fontSize: "44px", color: tokens.colorBrandForeground2, marginBottom: "6px" },
});

type Pane = "line" | "conversation" | "whisper";

/** sessionStorage, or null where it is forbidden. */
function ownBox(): Storage | null {
  try {
    return sessionStorage;
  } catch {
    return null;
  }
}

const drafts = createDrafts(ownBox());

export function Desk({ me }: { me: Me }) {
  const { language } = usePreferences();
  const say = useTexts(deskTexts);
  const styles = useStyles();
  const { signOut } = useSession();
  const { status, typing, viewers, notices, dismissPause } = useStream();
  const { line, loading, failed } = useLine();
  const { presence, offers, idle, choose, here, wentAway } = usePresence(me, status);
  const [selectedId, setSelectedId] = useState<string | null>(null);
  const [pane, setPane] = useState<Pane>("line");
  const [help, setHelp] = useState(false);
  const [dismissed, setDismissed] = useState<readonly string[]>([]);
  const composer = useRef<ComposerHandle>(null);
  const takenId = useRef<string | null>(null);

  const supervises = me.roles.includes("supervisor") || me.roles.includes("admin");
  const view = useMemo(() => lineView(line, me.id), [line, me.id]);
  const selected = selectedId === null ? null : (line.rows[selectedId] ?? null);
  const mine = selected?.status === "accepted" && selected.agentId === me.id;
  const { conversation, failed: conversationFailed } = useConversation(selected?.conversationId ?? null);
  const about = conversation ? latestTurn(conversation) : "";
  const { whisper, failed: whisperFailed } = useWhisper(mine ? selected.id : null, about, language);
  const answered = conversation !== null && personSpokeLast(conversation);
  const suggestions = answered ? [] : (whisper?.suggestions ?? []).filter((one) => !dismissed.includes(one.id)).slice(0, 3);

  const onTaken = useCallback((ticketId: string) => {
    setSelectedId(ticketId);
    setPane("conversation");
    takenId.current = ticketId;
    composer.current?.focus(); // already there when its frame came before the answer
  }, []);
  const { actions, messages, busy, tell } = useDeskActions(onTaken, drafts);

  // Colleagues see who reads what; said again while it stays open on a screen somebody looks at.
  const over = selected === null || selected.status === "closed" || selected.status === "abandoned";
  const watchedId = over || (selected.status === "accepted" && !mine && !supervises) ? null : selected.id;
  useEffect(() => {
    if (watchedId === null) return;
    const show = (): void => {
      if (document.visibilityState === "visible") actions.viewing(watchedId, false);
    };
    show();
    const timer = setInterval(show, viewingEveryMs);
    return () => clearInterval(timer);
  }, [actions, watchedId]);

  // A chat just taken gets the caret as soon as its composer is on the screen.
  useEffect(() => {
    if (takenId.current === null || selectedId !== takenId.current || !mine) return;
    composer.current?.focus();
    takenId.current = null;
  }, [selectedId, mine]);

  useEffect(() => {
    const clientIds = (conversation?.events ?? []).flatMap((event) => (event.type === "ReplyRecorded" && event.reply.clientId ? [event.reply.clientId] : []));
    if (clientIds.length > 0) actions.arrived(clientIds);
  }, [conversation, actions]);

  const insert = (n: number): void => {
    const suggestion = suggestions[n - 1];
    if (!suggestion || !selected || !mine) return;
    composer.current?.insert(suggestion.text);
    actions.inserted(selected.id, suggestion);
    setPane("conversation");
  };
  /** Brings a part of the whisper on the screen and puts the focus into it; on a narrow screen its pane comes first. */
  const show = (part: "profile" | "ask"): void => {
    if (!mine) return;
    setPane("whisper");
    requestAnimationFrame(() => {
      const element = document.querySelector<HTMLElement>(part === "ask" ? "[data-testid=ask-question]" : "[data-testid=profile]");
      element?.scrollIntoView({ block: "nearest" });
      element?.focus();
    });
  };
  const [singleKeys, setSingleKeys] = useSingleKeys();
  useShortcuts(singleKeys, (shortcut) => {
    switch (shortcut.do) {
      case "next":
        if (!busy) void actions.next();
        return;
      case "help":
        setHelp(true);
        return;
      case "insert":
        insert(shortcut.n);
        return;
      case "profile":
        show("profile");
        return;
      case "ask":
        show("ask");
        return;
      case "mirror":
        document.querySelector<HTMLElement>("[data-testid=mirror-look]")?.click();
        return;
    }
  });

  const set = (next: Presence, more: PresenceChoice = {}): void => void choose(next, more).catch((error: unknown) => tell(errorWords(error, language), "error"));
  const open = (ticketId: string): void => {
    setSelectedId(ticketId);
    setPane("conversation");
  };
  const shown = (which: Pane): string => mergeClasses(styles.pane, which === "conversation" && styles.middle, pane !== which && styles.hiddenNarrow);
  const leave = (): void => {
    setPane("line");
    setSelectedId(null);
  };

  return (
    <>
      <TopBar
        name={me.name} presence={presence} load={view.load} capacity={me.capacity} onShortcuts={() => setHelp(true)} onSignOut={() => void signOut()}
        onPresence={set} offers={offers} onOffers={(on) => set(presence, { offers: on })}
      />
      <ServerBanner stream={status} />
      <IdleNotice idle={idle} presence={presence} wentAway={wentAway} onHere={here} onBack={() => set("available")} />
      <DeskNotices
        offered={view.offered} rows={line.rows} notices={notices} busy={busy} onAccept={(id) => void actions.take(id)} onDecline={(id) => void actions.decline(id)} onOpen={open}
        onPause={(minutes) => { set("away", { minutes }); dismissPause(); }} onNoPause={dismissPause}
      />
      <Newcomers waiting={view.waiting} ready={!loading} />
      <main className={styles.panes}>
        <div className={shown("line")}>
          <LinePane view={view} loading={loading} failed={failed} selectedId={selectedId} busy={busy} supervises={supervises} viewers={viewers} onOpen={open} onTake={(id) => void actions.take(id)} onNext={() => void actions.next()} />
        </div>
        <div className={shown("conversation")}>
          {selected
            ? <ConversationPane
                ticket={selected} mine={mine} conversation={conversation} failed={conversationFailed} busy={busy} drafts={drafts} composer={composer}
                sendings={messages.filter((one) => one.ticketId === selected.id)} typing={typing === selected.conversationId}
                onSend={(text) => actions.send(selected.id, text)} onTyping={() => { actions.typing(selected.id); actions.viewing(selected.id, true); }}
                onRetry={(clientId) => messages.filter((one) => one.clientId === clientId).forEach(actions.retry)}
                onDrop={(one) => {
                  const draft = drafts.read(one.ticketId);
                  drafts.keep(one.ticketId, draft === "" ? one.text : draft);
                  actions.drop(one.clientId);
                }}
                onTake={() => void actions.take(selected.id)}
                onClose={(disposition) => void actions.close(selected.id, disposition).then(leave)}
                supervises={supervises} viewers={viewersOf(viewers, selected.conversationId)}
                onReturn={(errand) => void actions.giveBack(selected.id, errand).then(leave)}
                onPass={(to, comment) => void actions.pass(selected.id, to, comment).then(leave)}
                onNote={(text) => actions.note(selected.id, text)}
                onTakeOver={() => void actions.takeOver(selected.id)}
                onHold={(minutes) => void actions.hold(selected.id, minutes).then(leave)} onResume={() => void actions.resume(selected.id)}
                onBack={() => setPane("line")} onWhisper={() => setPane("whisper")}
              />
            : <div className={styles.none}>
                <HeadsetRegular className={styles.noneIcon} aria-hidden />
                <Text size={400} weight="semibold">{say("conversation.none")}</Text>
                <Text>{say("conversation.none.hint")}</Text>
              </div>}
        </div>
        <div className={shown("whisper")}>
          <WhisperPane
            whisper={mine ? whisper : null} failed={whisperFailed} asked={mine} answered={answered} customerLanguage={selected?.language ?? language}
            suggestions={suggestions} onInsert={insert} onInsertText={(text) => { composer.current?.insert(text); setPane("conversation"); }} onBack={() => setPane("conversation")}
            mood={mine && conversation ? <MoodLine points={Object.values(conversation.emotion).sort((a, b) => a.at.localeCompare(b.at))} /> : null}
            onDismiss={(suggestion) => {
              setDismissed((now) => [...now, suggestion.id]);
              if (selected) actions.dismiss(selected.id, suggestion);
            }}
          />
        </div>
      </main>
      <ShortcutsDialog open={help} onClose={() => setHelp(false)} singleKeys={singleKeys} onSingleKeys={setSingleKeys} />
    </>
  );
}

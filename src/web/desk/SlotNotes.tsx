import { Button, Text, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { useTexts } from "../shared/preferences.tsx";
import { whisperTexts } from "../texts/whisper-texts.ts";
import type { OpenSlot } from "./open-slots.ts";

const useStyles = makeStyles({
  box: { display: "flex", gap: "8px", alignItems: "center", flexWrap: "wrap", padding: "8px 16px", borderTop: `1px solid ${tokens.colorNeutralStroke2}`, backgroundColor: tokens.colorPaletteYellowBackground1, flexShrink: 0 },
});

type Props = { slots: readonly OpenSlot[]; customerLanguage: string; asked: boolean; onFill(slot: OpenSlot): void; onSendAnyway(): void };

/** What a draft leaves open, in sight while it is written, and one question before it goes out like that. */
export function SlotNotes({ slots, customerLanguage, asked, onFill, onSendAnyway }: Props) {
  const say = useTexts(whisperTexts);
  const styles = useStyles();
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (asked) first.current?.focus();
  }, [asked]);
  if (slots.length === 0) return null;
  return (
    <div className={styles.box} role={asked ? "alertdialog" : "group"} aria-label={say(asked ? "slots.ask" : "slots")} data-testid={asked ? "slots-ask" : "slots"}>
      <Text size={200} weight={asked ? "semibold" : "regular"}>{say(asked ? "slots.ask" : "slots")}</Text>
      {slots.map((slot, i) => (
        <Button key={slot.start} ref={i === 0 ? first : undefined} size="small" lang={customerLanguage} title={say("slots.fill")} onClick={() => onFill(slot)} data-testid="slot">{slot.text}</Button>
      ))}
      {asked && <Button size="small" appearance="subtle" onClick={onSendAnyway} data-testid="slots-send">{say("slots.send")}</Button>}
    </div>
  );
}

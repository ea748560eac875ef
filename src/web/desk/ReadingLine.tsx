import { Menu, MenuItemRadio, MenuList, MenuPopover, MenuTrigger, Button, makeStyles, tokens } from "@fluentui/react-components";
import { EditRegular } from "@fluentui/react-icons";
import { useState } from "react";
import type { Emotion, Language } from "../../api/contract.ts";
import { EmotionTag } from "../shared/EmotionTag.tsx";
import { errorWords } from "../shared/error-words.ts";
import { percent } from "../shared/formats.ts";
import { useCommon, usePreferences, useTexts } from "../shared/preferences.tsx";
import { useApi } from "../shared/session.tsx";
import { whisperTexts } from "../texts/whisper-texts.ts";
import type { StoryItem } from "./story.ts";

const useStyles = makeStyles({
  mood: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "4px 8px", padding: "0 2px", color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  words: { color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
  tag: { minWidth: 0, padding: 0, border: "none", height: "auto" },
  wrong: { color: tokens.colorPaletteRedForeground1 },
});

const choices: readonly Emotion[] = ["neutral", "satisfied", "excited", "confused", "anxious", "sad", "frustrated", "angry"];

/** How a turn was read: word and icon, how sure, on which words; a press on it corrects it, and the correction is kept with the conversation. */
export function ReadingLine({ item, conversationId, customerLanguage }: { item: Extract<StoryItem, { kind: "turn" }>; conversationId: string; customerLanguage: Language }) {
  const common = useCommon();
  const say = useTexts(whisperTexts);
  const styles = useStyles();
  const api = useApi();
  const { language } = usePreferences();
  const [failed, setFailed] = useState<unknown>(null);
  const { reading } = item;
  if (!reading) return <span className={styles.mood} data-testid="reading">{common("emotion.off")}</span>;

  const correct = async (emotion: Emotion): Promise<void> => {
    setFailed(null);
    try {
      await api.send("POST", `/conversations/${encodeURIComponent(conversationId)}/corrections`, { turnId: item.turnId, emotion });
    } catch (error) {
      setFailed(error);
    }
  };
  return (
    <span className={styles.mood} data-testid="reading">
      <Menu checkedValues={{ emotion: [reading.emotion] }} onCheckedValueChange={(_, { checkedItems: [chosen] }) => {
        const emotion = choices.find((one) => one === chosen);
        if (emotion) void correct(emotion);
      }}>
        <MenuTrigger disableButtonEnhancement>
          <Button className={styles.tag} appearance="subtle" size="small" icon={<EditRegular />} iconPosition="after" aria-label={say("reading.correct", { emotion: common(`emotion.${reading.emotion}`) })} data-testid="correct-reading">
            <EmotionTag emotion={reading.emotion} />
          </Button>
        </MenuTrigger>
        <MenuPopover><MenuList>{choices.map((emotion) => <MenuItemRadio key={emotion} name="emotion" value={emotion}>{common(`emotion.${emotion}`)}</MenuItemRadio>)}</MenuList></MenuPopover>
      </Menu>
      {item.corrected
        ? <span>{say("reading.corrected")}</span>
        : <>
            <span>{common("emotion.confidence", { percent: percent(reading.confidence, language) })}</span>
            <span>{reading.evidence.length > 0
              ? <>{common("emotion.rests-on")} <span className={styles.words} lang={customerLanguage}>{reading.evidence.map((word) => `“${word}”`).join(", ")}</span></>
              : common("emotion.no-words")}</span>
          </>}
      {failed !== null && <span role="alert" className={styles.wrong}>{errorWords(failed, language)}</span>}
    </span>
  );
}

import { Text, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { EmojiAngryRegular, EmojiHintRegular, EmojiLaughRegular, EmojiMehRegular, EmojiRegular, EmojiSadRegular, EmojiSadSlightRegular, EmojiSurpriseRegular } from "@fluentui/react-icons";
import type { FluentIcon } from "@fluentui/react-icons";
import type { Emotion } from "../../api/contract.ts";
import { useCommon } from "./preferences.tsx";

const icons: Record<Emotion, FluentIcon> = {
  neutral: EmojiMehRegular, satisfied: EmojiRegular, excited: EmojiLaughRegular, confused: EmojiHintRegular,
  anxious: EmojiSurpriseRegular, sad: EmojiSadRegular, frustrated: EmojiSadSlightRegular, angry: EmojiAngryRegular,
};

const useStyles = makeStyles({
  tag: {
    display: "inline-flex", alignItems: "center", gap: "4px", padding: "1px 8px 1px 5px", borderRadius: tokens.borderRadiusCircular,
    fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, whiteSpace: "nowrap",
  },
  icon: { fontSize: "15px", flexShrink: 0 },
  calm: { backgroundColor: tokens.colorNeutralBackground4, color: tokens.colorNeutralForeground2 },
  glad: { backgroundColor: tokens.colorPaletteGreenBackground1, color: tokens.colorPaletteGreenForeground1 },
  unsure: { backgroundColor: tokens.colorPaletteYellowBackground1, color: tokens.colorPaletteYellowForeground2 },
  low: { backgroundColor: tokens.colorPaletteBlueBackground2, color: tokens.colorPaletteBlueForeground2 },
  hot: { backgroundColor: tokens.colorPaletteRedBackground1, color: tokens.colorPaletteRedForeground1 },
});

const look: Record<Emotion, "calm" | "glad" | "unsure" | "low" | "hot"> = {
  neutral: "calm", satisfied: "glad", excited: "glad", confused: "unsure", anxious: "low", sad: "low", frustrated: "hot", angry: "hot",
};

/** An emotion as a word and an icon; colour only repeats what they say. */
export function EmotionTag({ emotion }: { emotion: Emotion }) {
  const say = useCommon();
  const styles = useStyles();
  const Icon = icons[emotion];
  return (
    <span className={mergeClasses(styles.tag, styles[look[emotion]])} data-emotion={emotion}>
      <Icon className={styles.icon} aria-hidden />
      <Text size={200}>{say(`emotion.${emotion}`)}</Text>
    </span>
  );
}

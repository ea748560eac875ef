import { Button, Menu, MenuDivider, MenuItemCheckbox, MenuItemRadio, MenuList, MenuPopover, MenuTrigger, PresenceBadge, Text, Tooltip, makeStyles, tokens } from "@fluentui/react-components";
import { KeyboardRegular, SignOutRegular } from "@fluentui/react-icons";
import type { Presence } from "../../api/contract.ts";
import { deskTexts } from "../texts/desk-texts.ts";
import { BrandMark } from "../shared/BrandMark.tsx";
import { DisplayMenu } from "../shared/DisplayMenu.tsx";
import { useCommon, useTexts } from "../shared/preferences.tsx";

const useStyles = makeStyles({
  bar: {
    display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS, padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorNeutralBackground1, borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, flexShrink: 0,
    "@media (max-width: 480px)": { padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`, gap: "2px" },
  },
  mark: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS, color: tokens.colorBrandForeground1, marginRight: "auto", minWidth: 0 },
  brand: { "@media (max-width: 360px)": { fontSize: tokens.fontSizeBase300 } },
  wide: { "@media (max-width: 640px)": { display: "none" } },
  name: { color: tokens.colorNeutralForeground2, marginLeft: tokens.spacingHorizontalS, "@media (max-width: 900px)": { display: "none" } },
  presence: { fontWeight: tokens.fontWeightRegular, minWidth: "auto" },
  load: { whiteSpace: "nowrap", color: tokens.colorNeutralForeground2, paddingLeft: tokens.spacingHorizontalSNudge },
});

const choices = ["available", "busy", "away"] as const;
const badge: Record<Presence, "available" | "busy" | "away" | "offline"> = { available: "available", busy: "busy", away: "away", offline: "offline" };

type Props = {
  name: string;
  presence: Presence;
  load: number;
  capacity: number;
  onPresence(presence: Presence): void;
  /** Chats are offered to me one by one. */
  offers: boolean;
  onOffers(on: boolean): void;
  onShortcuts(): void;
  onSignOut(): void;
};

export function TopBar({ name, presence, load, capacity, onPresence, offers, onOffers, onShortcuts, onSignOut }: Props) {
  const say = useTexts(deskTexts);
  const common = useCommon();
  const styles = useStyles();
  return (
    <header className={styles.bar}>
      <span className={styles.mark}>
        <BrandMark />
        <Text as="h1" weight="semibold" size={400} className={styles.brand}>{common("brand")}</Text>
        <Text className={styles.name} size={300}>{name}</Text>
      </span>
      <Menu
        checkedValues={{ presence: [presence], offers: offers ? ["on"] : [] }}
        onCheckedValueChange={(_, { name: which, checkedItems }) => {
          if (which === "offers") return onOffers(checkedItems.includes("on"));
          const chosen = choices.find((one) => one === checkedItems[0]);
          if (chosen) onPresence(chosen);
        }}
      >
        <MenuTrigger disableButtonEnhancement>
          <Button
            appearance="subtle" className={styles.presence} data-testid="presence"
            icon={<PresenceBadge status={badge[presence]} size="small" aria-hidden />}
            aria-label={`${say("presence")}: ${say(`presence.${presence}`)}. ${say("load.long", { load, capacity })}`}
          >
            <span className={styles.wide}>{say(`presence.${presence}`)}</span>
            <Text size={200} className={styles.load} data-testid="load">{say("load", { load, capacity })}</Text>
          </Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {choices.map((one) => (
              <MenuItemRadio key={one} name="presence" value={one} icon={<PresenceBadge status={badge[one]} size="small" aria-hidden />}>{say(`presence.${one}`)}</MenuItemRadio>
            ))}
            <MenuDivider />
            <MenuItemCheckbox name="offers" value="on" data-testid="offers">{say("offers.choose")}</MenuItemCheckbox>
          </MenuList>
        </MenuPopover>
      </Menu>
      <Tooltip content={say("shortcuts")} relationship="label">
        <Button appearance="subtle" icon={<KeyboardRegular />} onClick={onShortcuts} className={styles.wide} />
      </Tooltip>
      <DisplayMenu />
      <Tooltip content={common("sign-out")} relationship="label">
        <Button appearance="subtle" icon={<SignOutRegular />} onClick={onSignOut} data-testid="sign-out" />
      </Tooltip>
    </header>
  );
}

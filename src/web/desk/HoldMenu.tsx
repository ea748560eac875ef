import { Button, Menu, MenuGroup, MenuGroupHeader, MenuItem, MenuList, MenuPopover, MenuTrigger, Tooltip } from "@fluentui/react-components";
import { PauseRegular, PlayRegular } from "@fluentui/react-icons";
import { deskTexts } from "../texts/desk-texts.ts";
import { useTexts } from "../shared/preferences.tsx";

/** A look-up, a colleague's answer, the warehouse's. Minutes. */
const choices = [5, 15, 60] as const;

/** Puts a chat on hold for a while, or takes it up again. */
export function HoldMenu({ held, busy, onHold, onResume }: { held: boolean; busy: boolean; onHold(minutes: number): void; onResume(): void }) {
  const say = useTexts(deskTexts);
  if (held) return <Tooltip content={say("resume")} relationship="label"><Button appearance="subtle" size="small" icon={<PlayRegular />} disabled={busy} onClick={onResume} data-testid="resume" /></Tooltip>;
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Tooltip content={say("hold")} relationship="label"><Button appearance="subtle" size="small" icon={<PauseRegular />} disabled={busy} data-testid="hold" /></Tooltip>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuGroup>
            <MenuGroupHeader>{say("hold.how-long")}</MenuGroupHeader>
            {choices.map((minutes) => <MenuItem key={minutes} onClick={() => onHold(minutes)} data-minutes={minutes}>{say("hold.minutes", { n: minutes })}</MenuItem>)}
          </MenuGroup>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

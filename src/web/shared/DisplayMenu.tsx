import { Button, Menu, MenuDivider, MenuGroup, MenuGroupHeader, MenuItemRadio, MenuList, MenuPopover, MenuTrigger, Tooltip } from "@fluentui/react-components";
import { LocalLanguageRegular } from "@fluentui/react-icons";
import type { Language } from "../../api/contract.ts";
import { useCommon, usePreferences } from "./preferences.tsx";
import type { ThemeChoice } from "./preferences.tsx";

const themes: ThemeChoice[] = ["system", "light", "dark"];
/** Each language is named in itself, so that whoever needs it can find it. */
const languages: { language: Language; name: string }[] = [{ language: "es", name: "Español" }, { language: "en", name: "English" }];

/** Language and appearance, each person's own. */
export function DisplayMenu() {
  const { language, setLanguage, theme, setTheme } = usePreferences();
  const say = useCommon();
  return (
    <Menu
      checkedValues={{ language: [language], theme: [theme] }}
      onCheckedValueChange={(_, { name, checkedItems }) => {
        const chosen = checkedItems[0];
        if (name === "language" && (chosen === "es" || chosen === "en")) setLanguage(chosen);
        const look = themes.find((one) => one === chosen);
        if (name === "theme" && look) setTheme(look);
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <Tooltip content={say("menu.settings")} relationship="label">
          <Button appearance="subtle" icon={<LocalLanguageRegular />} data-testid="display-menu">{language.toUpperCase()}</Button>
        </Tooltip>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuGroup>
            <MenuGroupHeader>{say("menu.language")}</MenuGroupHeader>
            {languages.map((one) => <MenuItemRadio key={one.language} name="language" value={one.language} lang={one.language}>{one.name}</MenuItemRadio>)}
          </MenuGroup>
          <MenuDivider />
          <MenuGroup>
            <MenuGroupHeader>{say("menu.theme")}</MenuGroupHeader>
            {themes.map((one) => <MenuItemRadio key={one} name="theme" value={one}>{say(`theme.${one}`)}</MenuItemRadio>)}
          </MenuGroup>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

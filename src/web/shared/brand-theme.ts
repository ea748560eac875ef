import { createDarkTheme, createLightTheme } from "@fluentui/react-components";
import type { BrandVariants, Theme } from "@fluentui/react-components";

/** Terracotta to sun orange. Step 80 carries white text at 5.2:1 and step 110 reads at 7:1 on the dark ground (WCAG AA asks 4.5). */
const brand: BrandVariants = {
  10: "#1f0a03", 20: "#361206", 30: "#4d190a", 40: "#63200c", 50: "#7a280e", 60: "#922f0f", 70: "#aa380f", 80: "#c2410c",
  90: "#d65622", 100: "#e56b38", 110: "#f08250", 120: "#f6996c", 130: "#faaf89", 140: "#fdc5a7", 150: "#fedac6", 160: "#ffefe6",
};

const shared = {
  fontFamilyBase: "'Segoe UI Variable Text', 'Segoe UI', system-ui, -apple-system, 'Helvetica Neue', 'DejaVu Sans', sans-serif",
  borderRadiusMedium: "8px",
  borderRadiusLarge: "12px",
  borderRadiusXLarge: "16px",
};

export const lightTheme: Theme = {
  ...createLightTheme(brand), ...shared,
  // A hint of warmth on the ground behind the panes; Fluent's own is a cold grey.
  colorNeutralBackground2: "#fdfaf7",
  colorNeutralBackground3: "#f7f1eb",
};

const dark = createDarkTheme(brand);

export const darkTheme: Theme = {
  ...dark, ...shared,
  colorNeutralBackground1: "#2b2622",
  colorNeutralBackground1Hover: "#352f2a",
  colorNeutralBackground4: "#3a332e",
  colorBrandForeground1: brand[110],
  colorBrandForeground2: brand[120],
  colorNeutralBackground2: "#211d1b",
  colorNeutralBackground3: "#191614",
};

import { tokens } from "@fluentui/react-components";

/** A plain table of figures in a card. */
export const tableStyle = {
  borderCollapse: "collapse", width: "100%",
  "& th": { textAlign: "left", fontWeight: tokens.fontWeightSemibold, padding: "4px 8px 4px 0" },
  "& td": { padding: "4px 8px 4px 0", fontVariantNumeric: "tabular-nums" },
  "& thead th": { color: tokens.colorNeutralForeground2 },
  "& tbody tr": { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
} as const;

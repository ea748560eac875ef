import { givesUpAfterMs } from "./send-surely.ts";

/** Colours of the chat. Text on its ground reaches 4.5:1 or more in both. */
const light = { ground: "#fffdfa", bubble: "#f6eee6", person: "#dfeeec", text: "#2b2019", own: "#c2410c", ownText: "#ffffff", subtle: "#75645a", line: "#e8dccf", accent: "#b23a0a" };
const dark = { ground: "#211c19", bubble: "#342c27", person: "#1f3f3d", text: "#f6ede5", own: "#c2410c", ownText: "#ffffff", subtle: "#bfaea2", line: "#463b34", accent: "#f6996c" };

export const chatColours = (isDark: boolean): typeof light => (isDark ? dark : light);

/** Web Chat's own settings in the shop's colours. */
export function styleOptions(isDark: boolean): Record<string, unknown> {
  const colour = chatColours(isDark);
  return {
    primaryFont: "inherit", backgroundColor: colour.ground, accent: colour.accent, subtle: colour.subtle,
    rootHeight: "100%", rootWidth: "100%", paddingRegular: 10, paddingWide: 14,
    bubbleBackground: colour.bubble, bubbleTextColor: colour.text, bubbleBorderWidth: 0, bubbleBorderRadius: 16, bubbleMaxWidth: 300, bubbleMinHeight: 38,
    bubbleFromUserBackground: colour.own, bubbleFromUserTextColor: colour.ownText, bubbleFromUserBorderWidth: 0, bubbleFromUserBorderRadius: 16,
    botAvatarInitials: "S", botAvatarBackgroundColor: "transparent", avatarSize: 30, showAvatarInGroup: "sender",
    sendBoxBackground: colour.ground, sendBoxTextColor: colour.text, sendBoxPlaceholderColor: colour.subtle, sendBoxBorderTop: `1px solid ${colour.line}`,
    sendBoxButtonColor: colour.accent, sendBoxButtonColorOnHover: colour.accent, sendBoxButtonColorOnFocus: colour.accent, sendBoxHeight: 48, sendBoxTextWrap: true,
    suggestedActionLayout: "flow", suggestedActionBackgroundColor: "transparent", suggestedActionBorderColor: colour.accent, suggestedActionBorderRadius: 17,
    suggestedActionBorderWidth: 1, suggestedActionTextColor: colour.accent, suggestedActionHeight: 34, suggestedActionsFlowMaxHeight: 140,
    suggestedActionBackgroundColorOnHover: colour.bubble, suggestedActionBackgroundColorOnActive: colour.bubble, suggestedActionBackgroundColorOnFocus: colour.bubble,
    suggestedActionTextColorOnHover: colour.accent, suggestedActionTextColorOnActive: colour.accent, suggestedActionTextColorOnFocus: colour.accent,
    // Messages are sent again until they arrive; only one that is refused, or given up, offers a retry.
    sendTimeout: givesUpAfterMs,
    // Files are not read yet, and a button that leads nowhere would be a promise.
    hideUploadButton: true,
    // Whatever markdown a bot or a person writes, no HTML of theirs runs.
    markdownRenderHTML: false,
    timestampColor: colour.subtle, groupTimestamp: 60_000,
    transcriptVisualKeyboardIndicatorColor: colour.accent, scrollToEndButtonBehavior: "any",
  };
}

import { Button, FluentProvider, RendererProvider, Toaster, createDOMRenderer, makeStyles, tokens } from "@fluentui/react-components";
import { Component, StrictMode } from "react";
import type { ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { speak } from "../texts/speak.ts";
import { commonTexts } from "../texts/common-texts.ts";
import { spoken } from "./language.ts";
import { darkTheme, lightTheme } from "./brand-theme.ts";
import { PreferencesProvider, usePreferences } from "./preferences.tsx";

export const toasterId = "page";

const useStyles = makeStyles({
  // dvh: on a phone the browser's bars come and go, and nothing may hide under them.
  page: { height: "100dvh", display: "flex", flexDirection: "column", backgroundColor: tokens.colorNeutralBackground3, overflow: "hidden" },
});

function Themed({ children }: { children: ReactNode }) {
  const { dark } = usePreferences();
  const styles = useStyles();
  return (
    // The page's own box is inside: Fluent repeats the provider's classes on each layer it opens (menus, toasts), which must not fill the screen.
    <FluentProvider theme={dark ? darkTheme : lightTheme}>
      <div className={styles.page} style={{ colorScheme: dark ? "dark" : "light" }}>{children}</div>
      <Toaster toasterId={toasterId} position="bottom-end" />
    </FluentProvider>
  );
}

/** A fault in drawing says so and offers the way out, instead of a blank page. */
class FaultBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };
  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }
  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    const say = speak(commonTexts, spoken(document.documentElement.lang) ?? "es");
    return (
      <div role="alert" style={{ margin: "auto", padding: 24, textAlign: "center" }}>
        <p>{say("page-broken")}</p>
        <Button appearance="primary" onClick={() => location.reload()}>{say("reload")}</Button>
      </div>
    );
  }
}

/** Draws a page into #root. The nonce comes from the page itself: the policy of the server lets styles in by nothing else. */
export function drawPage(page: ReactNode): void {
  const root = document.getElementById("root");
  if (!root) throw new Error("the page has no #root");
  const nonce = document.querySelector('meta[property="csp-nonce"]')?.getAttribute("content") ?? "";
  const renderer = createDOMRenderer(document, { styleElementAttributes: { nonce } });
  createRoot(root).render(
    <StrictMode>
      <RendererProvider renderer={renderer} targetDocument={document}>
        <PreferencesProvider>
          <Themed><FaultBoundary>{page}</FaultBoundary></Themed>
        </PreferencesProvider>
      </RendererProvider>
    </StrictMode>,
  );
}

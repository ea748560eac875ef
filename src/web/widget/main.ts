import { startWidget } from "./widget.ts";

// <script src="https://shop.example/widget.js" data-theme="auto" async></script>
const script = document.currentScript instanceof HTMLScriptElement ? document.currentScript : null;
const asked = script?.dataset["theme"];
const setting = {
  server: new URL(script?.src ?? location.href).origin,
  nonce: script?.nonce || document.querySelector('meta[property="csp-nonce"]')?.getAttribute("content") || undefined,
  theme: asked === "dark" || asked === "light" ? asked : "auto",
} as const;

if (document.body) startWidget(setting);
else addEventListener("DOMContentLoaded", () => startWidget(setting), { once: true });

import { chatColours } from "./style-options.ts";

const sun = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'%3E%3Cpath d='M6 16a6 6 0 0 1 12 0z' fill='%23fff'/%3E%3Cpath d='M12 3.6v2.6M5 6.8l1.8 1.8M19 6.8l-1.8 1.8M2.4 13.4h2.2M19.4 13.4h2.2M4 19.2h16' stroke='%23fff' stroke-width='2' stroke-linecap='round' fill='none'/%3E%3C/svg%3E";

function variables(isDark: boolean): string {
  const { ground, bubble, person, text, own, ownText, subtle, line, accent } = chatColours(isDark);
  return `--ground:${ground};--bubble:${bubble};--person:${person};--text:${text};--own:${own};--own-text:${ownText};--subtle:${subtle};--line:${line};--accent:${accent};`;
}

const rules = `
.relevo{${variables(false)}font:15px/1.45 system-ui,-apple-system,"Segoe UI","Helvetica Neue","DejaVu Sans",sans-serif;color:var(--text)}
.relevo *{box-sizing:border-box}
.relevo button{font:inherit;cursor:pointer}
.relevo :focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.relevo-launcher{position:fixed;z-index:2147483000;right:20px;bottom:20px;display:flex;align-items:center;gap:9px;height:56px;padding:0 22px 0 18px;border:0;border-radius:28px;background:var(--own);color:var(--own-text);font-weight:600!important;font-size:16px!important;box-shadow:0 6px 24px rgba(122,40,14,.35);transition:transform .15s}
.relevo-launcher:hover{transform:translateY(-2px)}
.relevo-launcher svg{width:24px;height:24px}
.relevo-panel{position:fixed;z-index:2147483001;right:20px;bottom:20px;width:400px;height:min(700px,calc(100dvh - 40px));display:flex;flex-direction:column;background:var(--ground);border-radius:20px;overflow:hidden;box-shadow:0 16px 60px rgba(50,20,5,.32),0 0 0 1px var(--line)}
.relevo-panel[hidden],.relevo [hidden]{display:none!important}
.relevo-head{display:flex;align-items:center;gap:11px;padding:12px 10px 12px 16px;background:var(--own);color:var(--own-text);flex-shrink:0}
.relevo-head h2{margin:0;font-family:inherit;letter-spacing:0;font-size:16px;line-height:1.25;font-weight:650}
.relevo-head p{margin:0;font-size:13px;line-height:1.3;opacity:.95}
.relevo-who{flex:1;min-width:0}
.relevo-head :focus-visible{outline-color:#fff}
.relevo-icon{width:38px;height:38px;border:0;border-radius:50%;background:transparent;color:inherit;display:grid;place-items:center;padding:0}
.relevo-icon:hover{background:rgba(255,255,255,.16)}
.relevo-icon svg{width:20px;height:20px}
.relevo-menu{position:absolute;top:58px;right:12px;z-index:3;min-width:220px;padding:6px;border-radius:12px;background:var(--ground);color:var(--text);box-shadow:0 8px 32px rgba(0,0,0,.28),0 0 0 1px var(--line)}
.relevo-menu button{display:block;width:100%;padding:10px 12px;border:0;border-radius:8px;background:transparent;color:inherit;text-align:left}
.relevo-menu button:hover{background:var(--bubble)}
.relevo-menu p{margin:6px 12px}
.relevo-banner{padding:9px 16px;background:#fbe9b7;color:#4a3300;font-size:13.5px;flex-shrink:0}
.relevo-chat{flex:1;min-height:0;position:relative}
.relevo-state{position:absolute;inset:0;display:flex;flex-direction:column;gap:14px;align-items:center;justify-content:center;padding:24px;text-align:center;color:var(--subtle)}
.relevo-bar{display:flex;flex-wrap:wrap;gap:7px;padding:9px 12px;border-top:1px solid var(--line);background:var(--ground)}
.relevo-button{min-height:36px;padding:6px 14px;border-radius:18px;border:1px solid var(--accent);background:transparent;color:var(--accent);font-size:14px!important;line-height:1.25!important}
.relevo-button:hover{background:var(--bubble)}
.relevo-button--first{display:inline-flex;align-items:center;gap:7px;font-weight:600!important;border-width:1.5px}
.relevo-button--first svg{width:18px;height:18px;flex-shrink:0}
.relevo .webchat__suggested-action{font-size:14px!important;padding-inline:12px!important}
.relevo .webchat__suggested-actions__item-box{padding:3px!important}
.relevo-foot{display:flex;align-items:center;gap:12px;justify-content:space-between;padding:7px 14px 9px;border-top:1px solid var(--line);font-size:12px;line-height:1.35;color:var(--subtle);flex-shrink:0}
.relevo-foot p{margin:0}
.relevo-told-short{display:none}
.relevo-foot label{display:inline-flex;align-items:center;gap:6px;flex-shrink:0;cursor:pointer;color:var(--text);min-height:24px}
.relevo-foot input{width:16px;height:16px;margin:0;accent-color:var(--own)}
.relevo-unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.relevo-notice{margin:6px auto;padding:3px 20px;max-width:330px;text-align:center;font-size:13px;line-height:1.45;color:var(--subtle);white-space:pre-wrap;overflow-wrap:anywhere}
.relevo-author{margin:6px 0 2px 50px;font-size:12px;color:var(--subtle)}
.relevo-author[data-author=person]{color:var(--text);font-weight:600}
.relevo-avatar{width:30px;height:30px;border-radius:50%;display:grid;place-items:center;font-weight:650;font-size:14px;color:#fff;background:var(--own) url("${sun}") center/20px no-repeat}
.relevo-avatar--person{background:#1f5f5b;background-image:none}
.relevo .relevo-turn--person .webchat__bubble__content{background:var(--person)!important}
.relevo-words{margin:0;padding:10px;white-space:pre-wrap;overflow-wrap:anywhere}
.relevo-words a{color:var(--accent);text-decoration:underline;text-underline-offset:2px}
.relevo-typing{display:flex;width:max-content;align-self:flex-start;gap:5px;margin:4px 0 8px 50px;padding:11px 14px;border-radius:16px;background:var(--bubble)}
.relevo-typing i{width:7px;height:7px;border-radius:50%;background:var(--subtle);animation:relevo-typing 1.2s infinite ease-in-out}
.relevo-typing i:nth-child(2){animation-delay:.15s}
.relevo-typing i:nth-child(3){animation-delay:.3s}
@keyframes relevo-typing{0%,60%,100%{opacity:.35}30%{opacity:1}}
.relevo-notice--card{text-align:left;max-width:none;margin:6px 16px;padding:10px 14px;border:1px solid var(--line);border-radius:12px}
.relevo-correct{display:flex;justify-content:center;margin:2px 16px 8px}
.relevo-rate{display:grid;grid-template-columns:repeat(5,1fr);gap:6px;margin:4px 16px 8px}
.relevo-rate button{display:flex;flex-direction:column;align-items:center;gap:1px;padding:7px 2px;border-radius:12px;border:1px solid var(--line);background:transparent;color:var(--text);font-size:11.5px;line-height:1.2}
.relevo-rate b{font-size:17px;color:var(--accent)}
.relevo-rate button:hover{background:var(--bubble)}
.relevo-thanks{margin:4px 16px 8px;text-align:center;font-size:13px;color:var(--subtle)}
@media (max-width:480px){.relevo-panel{inset:0;width:auto;height:100dvh;border-radius:0}.relevo-launcher{right:14px;bottom:14px}.relevo-bar{padding:8px 10px;gap:6px}.relevo-button{padding:5px 10px;font-size:13px!important}.relevo .webchat__suggested-action{font-size:13px!important;height:32px!important;padding-inline:9px!important}.relevo-foot{font-size:11.5px}}
@media (max-height:620px){.relevo-told{display:none}.relevo-told-short{display:block}.relevo-foot{padding-block:3px}.relevo .webchat__suggested-actions--flow-layout .webchat__suggested-actions__flow-box{max-height:92px!important}}
@media (prefers-reduced-motion:reduce){.relevo-launcher{transition:none}.relevo-typing i{animation:none}}
@media (forced-colors:active){.relevo-panel,.relevo-avatar{border:1px solid CanvasText}}
`;

/** Puts the styles in by the CSSOM, which no content security policy has to be opened for. */
export function addWidgetStyles(dark: "auto" | "dark" | "light"): void {
  const sheet = new CSSStyleSheet();
  const own = dark === "dark" ? `.relevo{${variables(true)}}` : dark === "auto" ? `@media (prefers-color-scheme:dark){.relevo{${variables(true)}}}` : "";
  sheet.replaceSync(rules + own);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

import { copyFile, readFile, readdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import react from "@vitejs/plugin-react";
import { build, defineConfig } from "vite";
import type { Plugin } from "vite";
import { parse } from "yaml";

const here = import.meta.dirname;
const out = resolve(here, "../../dist/web");

/** The titles of intents/*.yaml, so that desk and ops say an intent as the catalogue does and nobody writes it twice. */
async function intentTitles(): Promise<Record<string, unknown>> {
  const folder = resolve(here, "../../intents");
  const files = (await readdir(folder)).filter((name) => name.endsWith(".yaml"));
  const entries = await Promise.all(files.map(async (name) => {
    const { intent, title } = parse(await readFile(join(folder, name), "utf8")) as { intent: string; title: unknown };
    return [intent, title] as const;
  }));
  return Object.fromEntries(entries);
}

/** The embed snippet is one classic script with a lasting name, on its own: a host page makes one request for it. */
function widget(): Plugin {
  return {
    name: "relevo-widget",
    apply: "build",
    async closeBundle() {
      await build({
        configFile: false, root: here, logLevel: "warn", publicDir: false,
        build: {
          outDir: out, emptyOutDir: false, target: "es2022",
          rollupOptions: { input: join(here, "widget/main.ts"), output: { format: "iife", entryFileNames: "widget.js" } },
        },
      });
    },
  };
}

/** Web Chat as Microsoft builds it, beside our own pages: no third party is asked at run time. */
function webChat(): Plugin {
  return {
    name: "relevo-webchat",
    apply: "build",
    async closeBundle() {
      await copyFile(resolve(here, "../../node_modules/botframework-webchat/dist/webchat.js"), join(out, "webchat.js"));
    },
  };
}

export default defineConfig(async () => ({
  root: here,
  publicDir: false as const,
  plugins: [react(), widget(), webChat()],
  define: { __INTENT_TITLES__: JSON.stringify(await intentTitles()) },
  build: {
    outDir: out, emptyOutDir: true, target: "es2022",
    // A policy without 'unsafe-inline' lets no inlined file in but images and fonts; ours are all drawn in code.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
    rollupOptions: { input: { shop: join(here, "index.html"), desk: join(here, "desk.html"), ops: join(here, "ops.html"), ask: join(here, "ask.html") } },
  },
}));

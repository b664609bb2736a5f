// One Chromium for all journeys, with an empty profile that goes away afterwards, and without its background connections.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

export const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

// Calls `use(newContext)`; newContext(options) gives a Playwright context of its own for each visit.
export async function withBrowser(use) {
  const profile = mkdtempSync(join(tmpdir(), "prima-journeys-"));
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [...flags, `--disk-cache-dir=${profile}`],
  });
  try {
    return await use((options) => browser.newContext({ reducedMotion: "reduce", colorScheme: "light", ...options }));
  } finally {
    await browser.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

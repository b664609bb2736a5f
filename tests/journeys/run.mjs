// Walks through the pages of Prima in a real Chromium.
//
//   PRIMA_BIN=build/prima node tests/journeys/run.mjs [PART-OF-A-FILE-NAME...]
//   node tests/journeys/run.mjs --folder build/gallery          the components, written by html_gallery
//
// Runs every file of pages/ (those whose name contains one of the words, when there are any). Each exports a function that
// gets { origin, firstLink, newContext, report, pictures, checkPage(path, options), checkKeyboard(path) }. Prints one line a check, then
// "N passed, N failed". Pictures go to build/screenshots/ (or PRIMA_SCREENSHOTS).
import { readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { withBrowser } from "./lib/browser.mjs";
import { checkKeyboard, checkPage } from "./lib/page_checks.mjs";
import { Report } from "./lib/report.mjs";
import { startFolder, startProgram } from "./lib/server.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, "../..");
const words = process.argv.slice(2);
const folder = words[0] === "--folder" ? words.splice(0, 2)[1] : undefined;

function journeys() {
  if (folder) return ["gallery.mjs"];
  const files = readdirSync(join(here, "pages")).filter((name) => name.endsWith(".mjs") && name !== "gallery.mjs").sort();
  return files.filter((name) => words.length === 0 || words.some((word) => name.includes(word)));
}

async function start(report) {
  if (folder) return startFolder(resolve(folder));
  const program = resolve(process.env.PRIMA_BIN ?? join(root, "build/prima"));
  try {
    return await startProgram(program);
  } catch (error) {
    report.check(`${program} serves`, error.message);
    return undefined;
  }
}

const report = new Report();
const server = await start(report);
if (server) {
  await withBrowser(async (newContext) => {
    const tools = { origin: server.origin, firstLink: server.firstLink, newContext, report, pictures: resolve(process.env.PRIMA_SCREENSHOTS ?? join(root, "build/screenshots")) };
    tools.checkPage = (path, options) => checkPage(tools, path, options);
    tools.checkKeyboard = (path) => checkKeyboard(tools, path);
    for (const name of journeys()) {
      await report.step(`${name} ran to its end`, async () => {
        const { default: journey } = await import(pathToFileURL(join(here, "pages", name)).href);
        await journey(tools);
      });
    }
  });
  await report.step("the program stops when asked to", async () => {
    const code = await server.stop();
    return code === 0 ? [] : `exit code ${code}`;
  });
}
process.exitCode = report.summary();

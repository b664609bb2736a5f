// Makes the files that the pages load: one style sheet, one script, one sprite of icons, two fonts, the logo.
//
//   node build.mjs --packages NODE_MODULES --out FOLDER
//
// CMakeLists.txt calls it and embeds what it leaves in FOLDER; FOLDER/files.txt lists it. A URL inside the style sheet names
// the file by its content, /assets/NAME-HASH.EXT, just as the C++ side does for the URLs in pages (html/asset.h).
// Images that packages bring as data: URLs become files, for the content policy of the site allows only its own origin.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, parse } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const argument = (name) => process.argv[process.argv.indexOf(`--${name}`) + 1];
const packages = argument("packages");
const out = argument("out");
const { build } = await import(pathToFileURL(join(packages, "esbuild/lib/main.js")).href);

const files = new Map();

function add(name, bytes) {
  files.set(name, Buffer.from(bytes));
  const { name: stem, ext } = parse(name);
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 12);
  return `/assets/${stem}-${hash}${ext}`;
}

const fonts = {
  "public-sans.woff2": "@fontsource-variable/public-sans/files/public-sans-latin-wght-normal.woff2",
  "plus-jakarta-sans.woff2": "@fontsource-variable/plus-jakarta-sans/files/plus-jakarta-sans-latin-wght-normal.woff2",
};

async function bundle(entry, ext) {
  const result = await build({
    entryPoints: [join(here, entry)],
    bundle: true,
    minify: true,
    write: false,
    nodePaths: [packages],
    format: ext === "js" ? "iife" : undefined,
    target: ["chrome111", "firefox115", "safari16.4"],
    external: ["*.woff2"],
    legalComments: "none",
    logLevel: "warning",
  });
  return result.outputFiles[0].text;
}

// url("data:image/svg+xml...,") -> url(/assets/shape-N-HASH.svg)
function externalize(css) {
  let count = 0;
  const known = new Map();
  const image = /url\((?:"data:image\/svg\+xml([^,"]*),((?:[^"\\]|\\.)*)"|'data:image\/svg\+xml([^,']*),((?:[^'\\]|\\.)*)'|data:image\/svg\+xml([^,)]*),((?:[^)\\]|\\.)*))\)/g;
  return css.replace(image, (whole, ...groups) => {
    const [parameters, data] = groups.slice(0, 6).filter((group) => group !== undefined);
    if (parameters.includes("base64")) throw new Error(`cannot take apart ${whole.slice(0, 80)}`);
    const svg = decodeURIComponent(data.replace(/\\(.)/g, "$1"));
    if (!known.has(svg)) known.set(svg, add(`shape-${++count}.svg`, svg));
    return `url(${known.get(svg)})`;
  });
}

async function style() {
  let css = await bundle("css/site.css", "css");
  for (const [name, path] of Object.entries(fonts)) {
    css = css.replaceAll(name, add(name, readFileSync(join(packages, path))));
  }
  css = externalize(css);
  if (/url\(["']?(data|https?|\/\/)/.test(css)) throw new Error("the style sheet loads something from elsewhere");
  add("site.css", css);
}

// One symbol for each line of icons/names.txt, from Lucide; icons/*.svg of ours would go the same way.
function sprite() {
  const names = readFileSync(join(here, "icons/names.txt"), "utf8").split("\n").filter((line) => line && !line.startsWith("#"));
  const symbols = names.map((name) => {
    const svg = readFileSync(join(packages, "lucide-static/icons", `${name}.svg`), "utf8");
    const inner = svg.slice(svg.indexOf(">", svg.indexOf("<svg")) + 1, svg.lastIndexOf("</svg>")).replace(/\s+/g, " ").replace(/> </g, "><").trim();
    return `<symbol id="${name}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${inner}</symbol>`;
  });
  add("icons.svg", `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>\n`);
}

await style();
add("site.js", await bundle("js/site.js", "js"));
sprite();
add("favicon.svg", readFileSync(join(here, "brand/favicon.svg")));

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
for (const [name, bytes] of files) writeFileSync(join(out, name), bytes);
writeFileSync(join(out, "files.txt"), [...files.keys()].sort().map((name) => `${join(out, name)}\n`).join(""));

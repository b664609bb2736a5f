// What must hold on every page, whoever wrote it.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";

const axeTags = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"];
const widths = [1280, 390];

// Watches one page from before its first request: what it asks for, and what it complains about.
function watch(page, origin) {
  const seen = { elsewhere: [], complaints: [], failed: [] };
  page.on("request", (request) => {
    if (!request.url().startsWith(`${origin}/`) && !request.url().startsWith("data:")) seen.elsewhere.push(`request to ${request.url()}`);
  });
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) seen.complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => seen.complaints.push(String(error)));
  page.on("response", (response) => {
    if (response.status() >= 400 && !response.request().isNavigationRequest()) seen.failed.push(`${response.status()} for ${response.url()}`);
  });
  return seen;
}

async function axe(page) {
  const { violations } = await new AxeBuilder({ page }).withTags(axeTags).analyze();
  return violations.map((one) => `${one.id}: ${one.help}\n${one.nodes.slice(0, 4).map((node) => `${node.target.join(" ")}  ${node.html.slice(0, 160)}\n  ${node.failureSummary.split("\n").slice(1, 3).join(" ")}`).join("\n")}`);
}

async function structure(page, language) {
  return page.evaluate((expected) => {
    const problems = [];
    const headings = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].filter((one) => one.getClientRects().length);
    const firsts = headings.filter((one) => one.tagName === "H1");
    if (firsts.length !== 1) problems.push(`${firsts.length} h1 instead of one`);
    if (document.querySelectorAll("main").length !== 1) problems.push("not exactly one main");
    if (!document.title.trim()) problems.push("no title");
    if (document.documentElement.lang !== expected) problems.push(`lang is ${document.documentElement.lang}, not ${expected}`);
    if (document.querySelector("[style]")) problems.push(`a style attribute: ${document.querySelector("[style]").outerHTML.slice(0, 120)}`);
    const ids = [...document.querySelectorAll("[id]")].map((one) => one.id);
    const twice = ids.filter((id, at) => ids.indexOf(id) !== at);
    if (twice.length) problems.push(`ids that stand twice: ${[...new Set(twice)].join(", ")}`);
    for (const link of document.querySelectorAll('a[href^="#"]')) {
      if (link.hash.length > 1 && !document.getElementById(decodeURIComponent(link.hash.slice(1)))) problems.push(`a link to nowhere: ${link.hash}`);
    }
    return problems;
  }, language);
}

// The page itself must not scroll sideways; a region inside it may.
async function overflow(page) {
  return page.evaluate(() => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    const wide = [...document.body.querySelectorAll("*")]
      .filter((one) => one.getBoundingClientRect().right > root.clientWidth + 1 && !one.closest(".table-region, pre, .hidden-text"))
      .slice(-5)
      .map((one) => one.outerHTML.slice(0, 120));
    return [`${root.scrollWidth} px wide in a window of ${root.clientWidth}`, ...wide];
  });
}

// Text smaller than 11 px on a phone cannot be read; inside a drawing it shrinks with it.
async function tooSmall(page) {
  return page.evaluate(() => {
    const small = [];
    for (const one of document.querySelectorAll("svg text")) {
      const height = one.getBoundingClientRect().height;
      if (height > 0 && height < 12) small.push(`a label ${height.toFixed(1)} px high: ${one.textContent}`);
    }
    return small.slice(0, 5);
  });
}

// Visits `path` in every way a reader may, and takes pictures. options: name (of the pictures), language, status (200),
// prepare(page) to act on the page before it is checked. Gives nothing; every finding is a line of the report.
export async function checkPage({ newContext, origin, report, pictures }, path, { name, language = "id", status = 200, prepare } = {}) {
  mkdirSync(pictures, { recursive: true });
  for (const width of widths) {
    const context = await newContext({ viewport: { width, height: width === 390 ? 844 : 900 } });
    const page = await context.newPage();
    const seen = watch(page, origin);
    const at = `${path} at ${width}`;
    const arrived = await report.step(`${at}: answers ${status}`, async () => {
      const response = await page.goto(origin + path, { waitUntil: "networkidle" });
      if (prepare) await prepare(page);
      await page.evaluate(() => document.fonts.ready);
      return response.status() === status ? [] : `answered ${response.status()}`;
    });
    if (arrived) {
      await report.step(`${at}: axe`, () => axe(page));
      await report.step(`${at}: one h1, one main, ids, language`, () => structure(page, language));
      await report.step(`${at}: drawings readable`, () => tooSmall(page));
      await page.screenshot({ path: join(pictures, `${name}-${width}.png`), fullPage: true });
      if (width === 390) {
        await page.setViewportSize({ width: 360, height: 800 });
        await report.step(`${path} at 360: does not scroll sideways`, () => overflow(page));
      }
      await report.step(`${at}: nothing from elsewhere, no complaint`, () => [...seen.elsewhere, ...seen.complaints.filter((one) => status === 200 || !one.includes(String(status))), ...seen.failed]);
    }
    await context.close();
  }
  await checkVariants({ newContext, origin, report, pictures }, path, { name, prepare });
}

async function closedOnPaper(page) {
  const parts = await page.locator("main details:not([open]) > :not(summary)").all();
  const hidden = [];
  for (const part of parts.slice(0, 20)) {
    // A part that is left out of the paper as a whole is left out on purpose.
    if (!(await part.locator("xpath=..").isVisible())) continue;
    if (!(await part.isVisible()) && (await part.locator("xpath=ancestor::*[contains(@class,'hidden-text')]").count()) === 0) hidden.push(`not printed: ${(await part.textContent()).slice(0, 60)}`);
  }
  return hidden;
}

// Dark, on paper, and without a script: the same page.
async function checkVariants({ newContext, origin, report, pictures }, path, { name, prepare }) {
  const dark = await newContext({ viewport: { width: 1280, height: 900 }, colorScheme: "dark" });
  await report.step(`${path} dark: axe`, async () => {
    const page = await dark.newPage();
    await page.goto(origin + path, { waitUntil: "networkidle" });
    if (prepare) await prepare(page);
    await page.screenshot({ path: join(pictures, `${name}-dark.png`), fullPage: true });
    return axe(page);
  });
  await dark.close();

  const plain = await newContext({ viewport: { width: 1280, height: 900 }, javaScriptEnabled: false });
  await report.step(`${path} without a script: the main part is there`, async () => {
    const page = await plain.newPage();
    await page.goto(origin + path, { waitUntil: "load" });
    const words = (await page.locator("main").innerText()).trim();
    if (words.length <= 20) return `main says only "${words}"`;
    // What is closed on the screen is open on paper, also without the script that could open it.
    await page.emulateMedia({ media: "print" });
    return closedOnPaper(page);
  });
  await plain.close();
}

// Walks the page with the Tab key: every link, button and field is reached, in view, and shows where the focus is.
export async function checkKeyboard({ newContext, origin, report }, path) {
  const context = await newContext({ viewport: { width: 1280, height: 900 } });
  await report.step(`${path} by keyboard: everything is reached and seen`, async () => {
    const page = await context.newPage();
    await page.goto(origin + path, { waitUntil: "networkidle" });
    const expected = await page.evaluate(() => [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary")].filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.disabled && !(one.type === "radio" && !one.checked)).length);
    const problems = [];
    const reached = new Set();
    let last;
    let leaps = 0; // past the end of the page, and again from its top: a script may have put the focus in the middle
    for (let step = 0; step < expected + 60; ++step) {
      await page.keyboard.press("Tab");
      const focus = await page.evaluate(() => {
        const one = document.activeElement;
        if (!one || one === document.body) return null;
        one.dataset.journey ??= String((window.journeys = (window.journeys ?? 0) + 1));
        const style = getComputedStyle(one);
        const around = one.closest(".search-line, .link-card, .ds-field");
        const shown = (s) => s.outlineStyle !== "none" && parseFloat(s.outlineWidth) > 0;
        return { id: one.dataset.journey, counted: one.matches("a[href], button, input, select, textarea, summary"), shown: shown(style) || style.boxShadow !== "none" || (around && shown(getComputedStyle(around))), html: one.outerHTML.slice(0, 120) };
      });
      if (!focus && ++leaps < 3) continue;
      if (focus && focus.id === last) continue; // a date has a day, a month and a year to stop at
      if (!focus || reached.has(focus.id)) break;
      last = focus.id;
      reached.add(focus.id);
      if (!focus.shown) problems.push(`the focus cannot be seen on ${focus.html}`);
    }
    const counted = await page.evaluate(() => document.querySelectorAll(":is(a[href], button, input, select, textarea, summary)[data-journey]").length);
    if (counted < expected) problems.push(`${counted} of ${expected} reached`);
    return problems;
  });
  await context.close();
}

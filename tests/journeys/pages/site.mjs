// The site as a whole: the navigation leads somewhere, each page has its twin in the other language, and what does not exist
// says so.
const languages = { id: "", en: "/en" };

async function navigation({ newContext, origin, report }, language) {
  const context = await newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${origin}${languages[language]}/`);
  const paths = await page.locator(".site-nav a").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  for (const path of paths) {
    await report.step(`${path} is where the navigation says, in both languages`, async () => {
      await page.goto(`${origin}${languages[language]}/`);
      const [response] = await Promise.all([page.waitForNavigation(), page.click(`.site-nav a[href="${path}"]`)]);
      if (response.status() !== 200) return `answered ${response.status()}`;
      const current = await page.getAttribute(`.site-nav a[href="${path}"]`, "aria-current");
      if (current !== "page") return `aria-current is ${current}`;
      const [other] = await Promise.all([page.waitForNavigation(), page.click(".language a")]);
      if (other.status() !== 200) return `the other language answered ${other.status()}`;
      const lang = await page.getAttribute("html", "lang");
      if (lang === language) return `the language switch stays in ${lang}`;
      await Promise.all([page.waitForNavigation(), page.click(".language a")]);
      return new URL(page.url()).pathname === path ? [] : `back at ${page.url()}`;
    });
  }
  await context.close();
}

async function skipLink({ newContext, origin, report }) {
  const context = await newContext({ viewport: { width: 1280, height: 900 } });
  await report.step("the first Tab offers to skip to the content, and does", async () => {
    const page = await context.newPage();
    await page.goto(`${origin}/`);
    await page.keyboard.press("Tab");
    if (!(await page.locator(".skip").evaluate((one) => one === document.activeElement && one.getBoundingClientRect().top >= 0))) return "not seen";
    await page.keyboard.press("Enter");
    return (await page.evaluate(() => document.activeElement.id)) === "isi" ? [] : "the focus is elsewhere";
  });
  await context.close();
}

async function assets({ origin, report }) {
  await report.step("assets may be kept for ever, pages carry a strict content policy", async () => {
    const page = await fetch(`${origin}/`);
    const html = await page.text();
    const policy = page.headers.get("content-security-policy") ?? "";
    const problems = policy.includes("default-src 'self'") && !policy.includes("unsafe") ? [] : [`policy: ${policy || "none"}`];
    for (const [url] of html.matchAll(/\/assets\/[\w.-]+/g)) {
      const asset = await fetch(origin + url);
      if (asset.status !== 200) problems.push(`${asset.status} for ${url}`);
      if (!/immutable/.test(asset.headers.get("cache-control") ?? "")) problems.push(`${url}: ${asset.headers.get("cache-control")}`);
    }
    return problems;
  });
}

export default async function site(tools) {
  for (const language of Object.keys(languages)) await navigation(tools, language);
  await skipLink(tools);
  await assets(tools);
  await tools.checkPage("/halaman-yang-tidak-ada", { name: "not-found-id", status: 404 });
  await tools.checkPage("/en/no-such-page", { name: "not-found-en", language: "en", status: 404 });
}

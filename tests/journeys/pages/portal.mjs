// What a citizen does: find a service in everyday words, see on one screen what to bring and until when it must be done.
async function findsInEverydayWords({ newContext, origin, report }) {
  const context = await newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  await report.step("without a script, \"ktp hilang\" leads to the identity card, and its page says until when", async () => {
    await page.goto(`${origin}/layanan`);
    await page.fill("main input[name=q]", "ktp hilang");
    await Promise.all([page.waitForNavigation(), page.press("main input[name=q]", "Enter")]);
    await Promise.all([page.waitForNavigation(), page.locator("main a[href*='/ktp-elektronik']").first().click()]);
    const said = await page.locator("main").innerText();
    const problems = [];
    if (!/paling lambat/i.test(said)) problems.push("no day by which it is done");
    if (!/hari kerja/i.test(said)) problems.push("no time");
    if (!/gratis|Rp/i.test(said)) problems.push("no cost");
    return problems;
  });
  await report.step("a typing error is forgiven: \"akte kelahirn\"", async () => {
    await page.goto(`${origin}/layanan?q=akte+kelahirn`);
    return (await page.locator("main a[href*='/akta-kelahiran']").count()) > 0 ? [] : "the birth certificate is not found";
  });
  await context.close();
}

async function isLight({ origin, report }) {
  await report.step("a service's page has less than 30 KB of HTML, the portal's home too", async () => {
    const problems = [];
    for (const path of ["/layanan", "/layanan/19.71/ktp-elektronik"]) {
      const bytes = (await (await fetch(origin + path)).arrayBuffer()).byteLength;
      if (bytes >= 30 * 1024) problems.push(`${path} has ${bytes} bytes`);
    }
    return problems;
  });
}

async function forPrograms({ origin, report }) {
  const kinds = {
    "/api/v1/services?limit=3": "application/json",
    "/api/v1/services/19.71/ktp-elektronik": "application/json",
    "/layanan.csv": "text/csv",
    "/layanan.csv-metadata.json": "application/csvm+json",
    "/layanan.jsonld": "application/ld+json",
    "/layanan/19.71/ktp-elektronik.jsonld": "application/ld+json",
    "/layanan.atom": "application/atom+xml",
    "/sitemap.xml": "application/xml",
    "/sitemap-1.xml": "application/xml",
  };
  for (const [path, kind] of Object.entries(kinds)) {
    await report.step(`${path} is ${kind}`, async () => {
      const response = await fetch(origin + path);
      const type = response.headers.get("content-type") ?? "";
      const body = await response.text();
      if (response.status !== 200 || !type.startsWith(kind)) return `${response.status} ${type}`;
      if (kind.includes("json")) JSON.parse(body);
      return body.length > 100 ? [] : "nothing in it";
    });
  }
}

export default async function portal(tools) {
  const { checkPage, checkKeyboard } = tools;
  await findsInEverydayWords(tools);
  await isLight(tools);
  await forPrograms(tools);
  await checkPage("/layanan", { name: "portal-id" });
  await checkPage("/en/layanan?q=identity+card", { name: "portal-found-en", language: "en" });
  await checkPage("/layanan?q=zzzzqqq", { name: "portal-nothing-id" });
  await checkPage("/layanan/19.71/ktp-elektronik", { name: "service-id" });
  await checkPage("/en/layanan/19.71/izin-apotek", { name: "service-en", language: "en" });
  await checkPage("/unit/19.71/DUKCAPIL", { name: "unit-id" });
  await checkPage("/peristiwa/birth", { name: "life-event-id" });
  await checkPage("/bandingkan/ktp-elektronik", { name: "compare-id" });
  await checkPage("/kalender/2026", { name: "calendar-id" });
  await checkPage("/wilayah", { name: "regions-id" });
  await checkKeyboard("/layanan");
  await checkKeyboard("/layanan/19.71/ktp-elektronik");
}

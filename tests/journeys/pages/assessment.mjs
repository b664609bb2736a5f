// Instruments, and the way from a file to its score and reasons: node run.mjs assessment.
async function sendSample({ newContext, origin, report }, instrument, language) {
  const context = await newContext();
  const page = await context.newPage();
  const prefix = language === "en" ? "/en" : "";
  let address = "";
  await report.step(`${prefix}/hitung scores the sample of ${instrument}`, async () => {
    await page.goto(`${origin}${prefix}/hitung`);
    await page.selectOption("#instrumen", instrument);
    await page.locator("button[value=sample]").click();
    address = new URL(page.url()).pathname;
    return address.startsWith(`${prefix}/hitung/hasil/`) ? [] : `the sample leads to ${address}`;
  });
  await context.close();
  return address;
}

async function sendBadFile({ newContext, origin, report }) {
  const context = await newContext();
  const page = await context.newPage();
  await report.step("/hitung says what is wrong with a file and keeps the instrument", async () => {
    await page.goto(`${origin}/hitung`);
    await page.selectOption("#instrumen", "ombudsman/kepatuhan/2022");
    await page.setInputFiles("#berkas", { name: "jawaban.csv", mimeType: "text/csv", buffer: Buffer.from("institution,unit,indicator,value\nKota,Dinas,in-99,3\n") });
    await page.locator("button[value=file]").click();
    const problems = [];
    const said = await page.locator("main").innerText();
    if (!said.includes("jawaban.csv:2")) problems.push("the message does not name file and line");
    if ((await page.inputValue("#instrumen")) !== "ombudsman/kepatuhan/2022") problems.push("the instrument is no longer chosen");
    return problems;
  });
  await context.close();
}

export default async function assessment(tools) {
  const { checkPage, checkKeyboard } = tools;
  await checkPage("/instrumen", { name: "instruments-id" });
  await checkPage("/en/instrumen", { name: "instruments-en", language: "en" });
  await checkPage("/instrumen/ombudsman/kepatuhan/2024", { name: "instrument-id" });
  await checkPage("/en/instrumen/ombudsman/opini/2025", { name: "instrument-en", language: "en" });
  await checkPage("/hitung", { name: "score-id" });
  await checkPage("/en/hitung", { name: "score-en", language: "en" });
  await checkKeyboard("/hitung");
  await sendBadFile(tools);
  const scored = await sendSample(tools, "ombudsman/kepatuhan/2024", "id");
  if (scored) await checkPage(scored, { name: "scored-id" });
  const survey = await sendSample(tools, "survey", "en");
  if (survey) await checkPage(survey, { name: "surveyed-en", language: "en" });
}

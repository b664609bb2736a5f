// The first administrator: the link of the terminal, a password, the second factor, and then the rooms behind the door.
import { createHmac } from "node:crypto";
import { checkPage } from "../lib/page_checks.mjs";

const password = "rumah biru di tepi sungai";

function fromBase32(text) {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  let bits = "";
  for (const letter of text.replace(/[\s=]/g, "").toUpperCase()) bits += alphabet.indexOf(letter).toString(2).padStart(5, "0");
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

// RFC 6238 with SHA-1, 30 seconds, 6 digits.
function codeOf(secret, step) {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac("sha1", fromBase32(secret)).update(counter).digest();
  const at = mac[19] & 15;
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

async function begin({ newContext, origin, report, firstLink }) {
  const context = await newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const submit = () => Promise.all([page.waitForNavigation(), page.locator("main form button[type=submit]").last().click()]);
  await report.step("the one-time link of the terminal opens, takes a password, and works once", async () => {
    await page.goto(origin + firstLink());
    await page.fill("#kata-sandi", password);
    await page.fill("#ulang", password);
    await submit();
    const again = await fetch(origin + firstLink());
    return again.status === 200 ? "the link still works" : [];
  });
  await report.step("the administrator needs a second factor, which a program on a phone makes", async () => {
    await page.goto(`${origin}/kelola/orang`);
    if (!page.url().includes("/masuk/kode")) return `without it, ${page.url()} opens`;
    if (!page.url().includes("/daftar")) await page.goto(`${origin}/masuk/kode/daftar`);
    const secret = await page.locator("main code").first().innerText();
    if (await page.locator("#kata-sandi").count()) await page.fill("#kata-sandi", password);
    await page.fill("#kode", codeOf(secret, Math.floor(Date.now() / 30_000)));
    await submit();
    const codes = await page.locator("main ol code").count();
    return codes === 10 ? [] : `${codes} recovery codes`;
  });
  const state = await context.storageState();
  await context.close();
  return state;
}

async function refusesForms({ newContext, origin, report }, storageState) {
  const context = await newContext({ storageState });
  await report.step("a form without this site's token is refused and changes nothing", async () => {
    const answer = await context.request.post(`${origin}/akun`, { form: { nama_orang: "Penyerang" }, maxRedirects: 0 });
    return answer.status() === 403 ? [] : `answered ${answer.status()}`;
  });
  await report.step("a form that another site sends is refused", async () => {
    const answer = await context.request.post(`${origin}/akun`, { form: {}, headers: { "sec-fetch-site": "cross-site" }, maxRedirects: 0 });
    return answer.status() === 403 ? [] : `answered ${answer.status()}`;
  });
  await context.close();
}

// Invites somebody with a role, and signs in as them through the link that the administrator is shown.
async function invite({ newContext, origin, report }, administrator, name, role) {
  const admin = await newContext({ storageState: administrator });
  const page = await admin.newPage();
  let link;
  await report.step(`the administrator invites ${name} as ${role}, and is shown a one-time link`, async () => {
    await page.goto(`${origin}/kelola/orang`);
    await page.fill("#nama", name);
    await page.fill("#nama-orang", `Orang ${name}`);
    await page.selectOption("#peran", role);
    await page.selectOption("#jangkauan", "own_institution");
    await Promise.all([page.waitForNavigation(), page.locator("main form:has(#peran) button[type=submit]").click()]);
    link = /\/tautan\/[\w.-]+/.exec(await page.locator("main").innerHTML())?.[0];
    return link ? [] : `no link: ${(await page.locator("main").innerText()).slice(0, 300)}`;
  });
  await admin.close();
  const context = await newContext({});
  const own = await context.newPage();
  await report.step(`${name} chooses a password and is signed in`, async () => {
    await own.goto(origin + link);
    await own.fill("#kata-sandi", `${password} ${name}`);
    await own.fill("#ulang", `${password} ${name}`);
    await Promise.all([own.waitForNavigation(), own.locator("main form button[type=submit]").last().click()]);
    const answer = await own.goto(`${origin}/kelola`);
    return answer.status() === 200 && own.url().endsWith("/kelola") ? [] : `${answer.status()} at ${own.url()}`;
  });
  const state = await context.storageState();
  await context.close();
  return state;
}

// From a template to a draft that keeps what was typed.
async function draftsAService({ newContext, origin, report }, storageState) {
  const context = await newContext({ storageState, viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  let address = "";
  await report.step("the bureau makes a service from a template, and its draft opens", async () => {
    await page.goto(`${origin}/kelola/layanan/baru?templat=beasiswa-daerah`);
    await page.selectOption("select[name=unit]", { index: 1 });
    await Promise.all([page.waitForNavigation(), page.locator("main form[method=post] button[type=submit]").last().click()]);
    const draft = page.locator("main a[href*='/edisi/1']").first();
    if (!page.url().includes("/edisi/") && (await draft.count())) await Promise.all([page.waitForNavigation(), draft.click()]);
    address = new URL(page.url()).pathname;
    return /\/kelola\/layanan\/[\w-]+\/edisi\/1$/.test(address) ? [] : `at ${page.url()}: ${(await page.locator("main").innerText()).slice(0, 300)}`;
  });
  await context.close();
  return address;
}

export default async function people(tools) {
  await tools.checkPage("/masuk", { name: "sign-in-id" });
  await tools.checkPage("/en/masuk", { name: "sign-in-en", language: "en" });
  await tools.checkPage("/lupa-sandi", { name: "forgotten-id" });
  await tools.checkKeyboard("/masuk");
  const storageState = await begin(tools);
  const inside = { ...tools, newContext: (options) => tools.newContext({ ...options, storageState }) };
  await refusesForms(inside, storageState);
  const auditor = await invite(tools, storageState, "auditor.satu", "auditor");
  const bureau = await invite(tools, storageState, "biro.satu", "organisation_bureau");
  const draft = await draftsAService(tools, bureau);
  const visits = [
    [storageState, "/akun", "account-id"],
    [storageState, "/kelola/orang", "people-id"],
    [storageState, "/en/kelola/orang", "people-en", "en"],
    [storageState, "/kelola/izin", "permissions-id"],
    [auditor, "/jurnal", "journal-id"],
    [auditor, "/en/jurnal?action=catalogue.service.create", "journal-en", "en"],
    [bureau, "/kelola", "desk-id"],
    [bureau, "/kelola/layanan", "desk-services-id"],
    [bureau, "/kelola/layanan/baru", "desk-new-id"],
    [bureau, "/kelola/layanan/ktp-elektronik", "desk-service-id"],
    [bureau, "/kelola/unit", "desk-units-id"],
  ];
  if (draft) visits.push([bureau, draft, "desk-draft-id"], [bureau, `/en${draft}`, "desk-draft-en", "en"]);
  for (const [state, path, name, language] of visits) {
    const asThem = { ...tools, newContext: (options) => tools.newContext({ ...options, storageState: state }) };
    await checkPage(asThem, path, { name, language: language ?? "id" });
  }
}

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

export default async function people(tools) {
  await tools.checkPage("/masuk", { name: "sign-in-id" });
  await tools.checkPage("/en/masuk", { name: "sign-in-en", language: "en" });
  await tools.checkPage("/lupa-sandi", { name: "forgotten-id" });
  await tools.checkKeyboard("/masuk");
  const storageState = await begin(tools);
  const inside = { ...tools, newContext: (options) => tools.newContext({ ...options, storageState }) };
  await refusesForms(inside, storageState);
  for (const [path, name, language] of [
    ["/akun", "account-id"],
    ["/kelola/orang", "people-id"],
    ["/en/kelola/orang", "people-en", "en"],
    ["/kelola/izin", "permissions-id"],
    ["/jurnal", "journal-id"],
    ["/en/jurnal", "journal-en", "en"],
  ]) {
    await checkPage(inside, path, { name, language: language ?? "id" });
  }
}

// Taking the catalogue elsewhere: sheets and paper, the site of a municipality, the field without a network.
import { createServer } from "node:http";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { assert, check, checkEverywhere, checkEveryLook, desk, open, phone, startOpora } from "./harness.mjs";

export const start = () => startOpora("demo");
export const stop = server => server.stop();

const plain = text => text.replace(/\u00a0/g, " ");

async function downloaded(page, link) {
  const coming = page.waitForEvent("download");
  await link.click();
  return coming;
}

export async function a_coordinator_takes_the_services_of_jilemnice_as_a_sheet_and_on_paper({ browser, url }) {
  const page = await open(browser, `${url}/sluzby?orp=Jilemnice`, { size: desk });
  await page.locator("summary", { hasText: "Stáhnout" }).click();
  await checkEveryLook(page, "stahnout");
  for (const [name, file, begins] of [["XLSX", "sluzby.xlsx", "PK"], ["ODS", "sluzby.ods", "PK"], ["PDF", "sluzby.pdf", "%PDF"], ["CSV", "sluzby.csv", "id,"]]) {
    const download = await downloaded(page, page.locator(".menu a", { hasText: name }));
    assert(download.suggestedFilename() === file, `${name} comes as ${file}`);
    assert(readFileSync(await download.path()).subarray(0, begins.length).toString() === begins, `${file} is what its name says`);
  }
  await page.context().close();
}

export async function a_printed_service_carries_a_code_and_the_screen_does_not({ browser, url }) {
  const page = await open(browser, `${url}/sluzby/fokus-semily-std`, { size: desk });
  assert(!await page.locator("svg.qr").isVisible(), "on the screen there is no code");
  await page.emulateMedia({ media: "print" });
  assert(await page.locator("svg.qr").isVisible(), "on paper there is one");
  assert(plain(await page.locator("svg.qr").getAttribute("aria-label")) === "QR kód s adresou této stránky", "it says what it is");
  await check(page, "sluzba-tisk");
  await page.context().close();
}

// Another site, on an origin of its own, with the code from /vlozit in its page.
async function site(code) {
  const server = createServer((_, response) => {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
    response.end(`<!doctype html><html lang="cs"><head><title>Obec Příkladná</title></head><body><main><h1>Obec Příkladná</h1>${code}</main></body></html>`);
  });
  await new Promise(done => server.listen(0, "127.0.0.1", done));
  return { url: `http://localhost:${server.address().port}/`, stop: () => { server.closeAllConnections(); server.close(); } };
}

export async function a_municipality_frames_the_search_and_its_people_find_help({ browser, url }) {
  const page = await open(browser, `${url}/vlozit`, { size: desk });
  await page.locator("#orp").selectOption({ label: "Jilemnice" });
  await page.getByRole("button", { name: "Ukázat kód" }).click();
  const code = await page.locator("#kod").inputValue();
  await checkEveryLook(page, "vlozit");
  await page.context().close();

  // The public address of the demonstration is the one that is configured, not this port.
  const municipality = await site(code.replace(/src="[^"]*?\/vlozene/, `src="${url}/vlozene`));
  try {
    const visitor = await open(browser, municipality.url, { size: phone });
    const frame = visitor.frameLocator("iframe");
    await frame.locator("#q").fill("dílny");
    await frame.getByRole("button", { name: "Hledat" }).click();
    const hit = frame.getByRole("link", { name: "Sociálně terapeutické dílny", exact: true });
    await hit.waitFor();
    assert(await hit.getAttribute("target") === "_blank", "what was found opens beside the municipality's page");
    assert((await visitor.context().cookies()).length === 0, "nothing was kept in the browser");
    assert(visitor.wrong.length === 0, visitor.wrong.join("\n"));
    await visitor.context().close();
  } finally { municipality.stop(); }
}

export async function no_other_page_lets_itself_be_framed({ browser, url }) {
  const stranger = await site(`<iframe src="${url}/sluzby" title="katalog"></iframe>`);
  try {
    const page = await open(browser, stranger.url, { size: phone });
    await page.waitForTimeout(500);
    assert(page.wrong.some(line => line.includes("frame-ancestors")), "the browser refuses the frame");
    await page.context().close();
  } finally { stranger.stop(); }
}

export const the_framed_search_keeps_the_promises_everywhere = ({ browser, url }) =>
  checkEverywhere(browser, `${url}/vlozene/hledani?orp=5104&q=pomoc`, "vlozene-hledani");

export async function a_field_worker_searches_the_downloaded_file_without_a_network({ browser, url }) {
  const folder = mkdtempSync(join(tmpdir(), "opora-field-"));
  const file = join(folder, "sluzby.html");
  try {
    const page = await open(browser, `${url}/otevrena-data`, { size: desk });
    const download = await downloaded(page, page.getByRole("link", { name: "Katalog bez připojení" }));
    assert(/^sluzby-\d{4}-\d\d-\d\d\.html$/.test(download.suggestedFilename()), "the name says of which day it is");
    await download.saveAs(file);
    await page.context().close();

    const context = await browser.newContext({ viewport: phone, offline: true, locale: "cs-CZ" });
    const field = await context.newPage();
    field.wrong = [];
    field.on("pageerror", error => field.wrong.push(error.message));
    field.on("console", message => { if (message.type() === "error") field.wrong.push(message.text()); });
    await field.goto(pathToFileURL(file).href);
    const shown = field.locator("#sluzby > li:visible");
    const all = await shown.count();
    await field.locator("#q").fill("TERAPEUTICKE dilny");
    await field.waitForTimeout(400);
    const found = await shown.count();
    assert(found > 0 && found < all, `${found} of ${all} are left`);
    assert(new RegExp(`^${found} služ`).test(plain(await field.locator("output").textContent())), "the file counts them in Czech");
    assert(await field.getByRole("link", { name: "Sociálně terapeutické dílny", exact: true }).first().isVisible(), "the workshop is among them");
    await field.locator("#q").fill("nicneniciho");
    await field.waitForTimeout(400);
    assert(plain(await field.locator("output").textContent()) === "0 služeb", "nothing is said to be nothing");
    await field.locator("#q").fill("");
    await field.locator("#orp").selectOption({ label: "Jilemnice" });
    await field.waitForTimeout(400);
    assert(await shown.count() < all, "a district narrows the list");
    await checkEveryLook(field, "bez-site");
    await context.close();

    const silent = await browser.newContext({ viewport: phone, javaScriptEnabled: false });
    const bare = await silent.newPage();
    await bare.goto(pathToFileURL(file).href);
    assert(await bare.locator("#sluzby > li").count() === all && !await bare.locator("form").isVisible(), "without JavaScript it is a list to read");
    await silent.close();
  } finally { rmSync(folder, { recursive: true, force: true }); }
}

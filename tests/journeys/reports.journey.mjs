// Reports: built without a script, narrowed, grouped, followed to the rows, kept, shared, read by somebody who sees
// less, taken home as a sheet, deleted and brought back.
import { readFileSync } from "node:fs";
import { assert, check, checkEveryLook, desk, forget, phone, signIn, startOpora, words } from "./harness.mjs";

export const start = () => startOpora("demo");
export const stop = server => server.stop();

const rowsFound = async page => Number(/(\d[\d ]*) řád/.exec(await words(page))?.[1].replace(/ /g, ""));
const show = page => page.locator(".folds button.main").click();

// feature H1
// feature H2
// feature H6
export async function a_planner_builds_a_report_follows_a_number_and_shares_it({ browser, url }) {
  // The builder itself needs no script.
  const page = await signIn(browser, url, "planovacka@opora.example", { script: false });
  await page.goto(`${url}/sestavy`);
  await page.getByRole("link", { name: "Nová sestava" }).first().click();
  await page.getByRole("link", { name: /služby/ }).first().click();
  await page.waitForURL(/seznam=sluzby/);
  const all = await rowsFound(page);
  assert(all > 20, `${all} services are there`);
  await page.locator("#sloupce input[value=orp]").check();
  await page.locator("#sloupce button[value='nahoru.overeno']").click();
  await page.waitForURL(/otevrit=sloupce/);
  assert(await page.locator("#sloupce input[value=orp]").isChecked(), "what was ticked stays when a column moves");
  await page.locator("#podminky summary").first().click();
  await page.locator("#nova").selectOption("overeno");
  await page.getByRole("button", { name: "Přidat podmínku" }).click();
  await page.waitForURL(/p1=overeno/);
  await page.locator("select[name='p1.jak']").selectOption("starsi");
  assert(await page.locator("input[name='p1.dni']").isVisible() && !await page.locator("input[name='p1.od']").isVisible(), "the fields follow how one asks");
  // Services of the demonstration were verified on days that do not move, half of them before July 2026.
  const sinceJuly = Math.floor((Date.now() - Date.UTC(2026, 6, 1)) / 86_400_000);
  await page.locator("input[name='p1.dni']").fill(String(sinceJuly));
  await page.locator("#skupiny summary").click();
  await page.locator("#skupina").selectOption("druh");
  await page.locator("#skupina2").selectOption("orp");
  await show(page);
  await page.waitForURL(/skupina=druh/);
  const narrowed = await rowsFound(page);
  assert(narrowed > 0 && narrowed < all, `${narrowed} of ${all} are left`);
  const built = page.url();
  const count = page.locator(".report-table tr.of-group td a").first();
  const number = Number((await count.textContent()).trim());
  await count.click();
  assert(await rowsFound(page) === number, `the number ${number} leads to as many rows`);
  await page.goBack();
  assert(page.url() === built, "and back");
  await page.context().close();

  const desktop = await signIn(browser, url, "planovacka@opora.example");
  await desktop.goto(built);
  await checkEveryLook(desktop, "sestava-skupiny");
  await desktop.locator("#podminky > summary").click();
  await desktop.locator("#skupiny > summary").click();
  await desktop.locator("#sloupce > summary").click();
  await checkEveryLook(desktop, "sestava-stavba");
  // Saving without a name says so and loses nothing.
  await desktop.locator("#ulozit button.main").click();
  await desktop.locator("main [role=alert]").waitFor();
  forget(desktop);
  assert(await desktop.locator("#nazev[aria-invalid=true]").count() === 1, "the field says so");
  await check(desktop, "sestava-bez-nazvu");
  await desktop.locator("#nazev").fill("Dávno neověřené podle druhu");
  await desktop.locator("#sdileni").selectOption("everybody");
  await desktop.locator("#ulozit button.main").click();
  await desktop.waitForURL(/ulozeno=ano/);
  const saved = desktop.url().split("?")[0];
  await checkEveryLook(desktop, "sestava-ulozena");
  const download = desktop.waitForEvent("download");
  await desktop.locator("summary", { hasText: "Stáhnout" }).click();
  await desktop.locator(".menu a", { hasText: "XLSX" }).click();
  const sheet = await download;
  assert(sheet.suggestedFilename() === "sestava.xlsx", "it comes as a sheet");
  assert(readFileSync(await sheet.path()).subarray(0, 2).toString() === "PK", "which is one");

  // The coordinator reads the same question with her own rights.
  const colleague = await signIn(browser, url, "koordinatorka@opora.example", { size: phone });
  await colleague.goto(`${url}/sestavy`);
  await checkEveryLook(colleague, "sestavy");
  await colleague.getByRole("link", { name: "Dávno neověřené podle druhu" }).click();
  await colleague.waitForURL(saved);
  const hers = await rowsFound(colleague);
  assert(hers > 0 && hers < narrowed, `she sees ${hers} of ${narrowed}`);
  assert(!(await words(colleague)).includes("Smazat sestavu"), "and may not delete it");
  await checkEveryLook(colleague, "sestava-sdilena");

  await desktop.goto(saved);
  await desktop.locator("#ulozit > summary").click();
  await desktop.getByRole("button", { name: "Smazat sestavu" }).click();
  await desktop.waitForURL(/smazano=/);
  await check(desktop, "sestava-smazana");
  const gone = await colleague.goto(saved);
  forget(colleague);
  assert(gone.status() === 404, "nobody finds it any more");
  await desktop.getByRole("button", { name: "Vrátit zpět" }).click();
  await desktop.waitForURL(saved);
  await desktop.getByRole("link", { name: "Historie" }).click();
  await desktop.waitForURL(/historie/);
  assert((await words(desktop)).includes("vrácena po smazání"), "history tells all of it");
  await checkEveryLook(desktop, "sestava-historie");
  await colleague.context().close();
  await desktop.context().close();
}

export async function the_reports_that_come_along_show_something_everywhere({ browser, url }) {
  const page = await signIn(browser, url, "planovacka@opora.example");
  await page.goto(`${url}/sestavy/nova`);
  await checkEveryLook(page, "sestava-seznamy");
  await page.goto(`${url}/sestavy`);
  const ready = await page.locator(".tiles a").evaluateAll(links => links.map(link => link.href));
  assert(ready.length >= 6, `${ready.length} come along`);
  for (const [n, address] of ready.entries()) {
    await page.goto(address);
    await check(page, `sestava-hotova-${n + 1}`);
    await page.setViewportSize(phone);
    await check(page, `sestava-hotova-${n + 1}`);
    await page.setViewportSize(desk);
  }
  await page.context().close();
}

// Events and calendars: found by everybody as a list, a month and a map, written down by the planner, taken to a telephone.
import { join } from "node:path";
import { assert, check, checkEveryLook, desk, forget, open, phone, root, startOpora } from "./harness.mjs";

export const start = () => startOpora("demo");
export const stop = server => server.stop();

const password = "ukazka-opora-2026";

async function signedIn(browser, url, email) {
  const page = await open(browser, `${url}/prihlaseni`, { size: desk });
  await page.locator("#email").fill(email);
  await page.locator("#heslo").fill(password);
  await page.locator("main button.main").click();
  await page.waitForURL(address => !address.pathname.startsWith("/prihlaseni"));
  return page;
}

const said = async page => (await page.locator("main").textContent()).replace(/\u00a0/g, " ");

export async function everybody_finds_what_is_next({ browser, url }) {
  const page = await open(browser, `${url}/akce`, { size: phone });
  await checkEveryLook(page, "akce");
  await page.locator("[name=druh]").selectOption("round_table");
  await page.locator("main form button.main").click();
  await page.waitForURL(/druh=round_table/);
  const found = await said(page);
  assert(found.includes("bydlení s podporou") && !found.includes("Noc venku,"), "only round tables are left");
  await page.locator("main ol.dates a").first().click();
  await page.waitForURL(/\/akce\/kulaty-stul/);
  await checkEveryLook(page, "akce-jedna");
  assert((await said(page)).includes("Pořadatelé"), "two organisers");
  const file = await page.request.get(`${page.url()}/udalost.ics`);
  assert((await file.text()).startsWith("BEGIN:VCALENDAR"), "the event can be taken home");
  await page.emulateMedia({ media: "print" });
  await page.screenshot({ path: join(root, "build/screenshots/akce-jedna-tisk.png"), fullPage: true });
  await page.emulateMedia({ media: null });
  await page.goto(`${url}/akce?minule=1`);
  await check(page, "akce-minule");
  await page.goto(`${url}/akce?q=nesmysl`);
  await check(page, "akce-nic");
  await page.goto(`${url}/akce/adventni-jarmark-chranenych-dilen`);
  await checkEveryLook(page, "akce-zrusena");
  await page.context().close();
}

export async function a_month_is_a_table_that_can_be_read_on_a_phone_and_without_scripts({ browser, url }) {
  const page = await open(browser, `${url}/akce?mesic=2026-12`, { size: desk });
  assert(await page.locator("main table.month th[scope=col]").count() === 7, "a week has seven days");
  await checkEveryLook(page, "akce-mesic");
  await page.locator("main a[rel=next]").focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/mesic=2027-01/);
  assert((await page.locator("main caption").textContent()).includes("leden 2027"), "the next month");
  await check(page, "akce-mesic-prazdny");
  await page.context().close();
  const plain = await open(browser, `${url}/akce?mesic=2026-12`, { size: { width: 320, height: 640 }, script: false });
  assert(await plain.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "a month fits 320 px");
  assert((await said(plain)).includes("čtvrtek 3. 12. 2026"), "days say their names");
  await plain.screenshot({ path: join(root, "build/screenshots/akce-mesic-320.png"), fullPage: true });
  await plain.context().close();
}

export async function events_stand_on_a_map_with_their_list({ browser, url }) {
  const page = await open(browser, `${url}/akce?zobrazit=mapa`, { size: desk });
  await page.locator(".geo[data-ready]").waitFor({ timeout: 30000 });
  await checkEveryLook(page, "akce-mapa");
  assert(await page.locator("main ol.dates li").count() > 3, "the list has the same");
  await page.context().close();
}

export async function the_planner_writes_an_event_down_and_its_next_edition({ browser, url }) {
  const page = await signedIn(browser, url, "planovacka@opora.example");
  await page.goto(`${url}/akce/nova`);
  await page.locator("main form[method=post] button.main").click();
  await page.locator("[role=alert]").first().waitFor();
  forget(page);
  await checkEveryLook(page, "akce-nova-chyby");
  await page.locator("[name=nazev]").fill("Den pro pečující");
  await page.locator("[name=rocnik]").fill("2");
  await page.locator("[name=poradatele]").fill("Město Semily\nCharita Semily");
  await page.locator("[name=od]").fill("14. 1. 2027");
  await page.locator("[name=cas_od]").fill("9.00");
  await page.locator("[name=obec]").selectOption("576964");
  await page.locator("main form[method=post] button.main").click();
  await page.waitForURL(/den-pro-pecujici-2-rocnik\?hotovo=zapsana/);
  await checkEveryLook(page, "akce-zapsana");
  const at = page.url().split("?")[0];
  await page.goto(`${at}/upravit`);
  await page.locator("[name=stav]").selectOption("cancelled");
  await page.locator("[name=duvod]").fill("Sál je zavřený.");
  await page.locator("main form[method=post] button.main").click();
  await page.waitForURL(/hotovo=ulozeno/);
  assert((await said(page)).includes("Sál je zavřený."), "the reason is shown");
  await page.goto(`${at}/historie`);
  await checkEveryLook(page, "akce-historie");
  await page.locator("main form[action$='/zpet'] button").first().click();
  await page.waitForURL(/vraceno=ano/);
  await page.goto(`${at}/dalsi-rocnik`);
  assert(await page.locator("[name=rocnik]").inputValue() === "3", "the next edition has the next number");
  await page.locator("[name=od]").fill("13. 1. 2028");
  await page.locator("main form[method=post] button.main").click();
  await page.waitForURL(/den-pro-pecujici-3-rocnik/);
  assert((await said(page)).includes("2. ročník"), "editions know one another");
  await page.context().close();
}

export async function a_member_takes_the_own_calendar_to_a_telephone_and_revokes_it({ browser, url }) {
  const page = await signedIn(browser, url, "koordinatorka@opora.example");
  await page.goto(`${url}/muj-kalendar`);
  await check(page, "muj-kalendar-prazdny");
  await page.locator("[name=nazev]").fill("Telefon");
  await page.locator("main form[action='/muj-kalendar'] button.main").click();
  await page.locator("code.long").waitFor();
  await checkEveryLook(page, "muj-kalendar");
  const address = await page.locator("code.long").textContent();
  const path = new URL(address).pathname;
  const feed = await page.request.get(url + path);
  assert(feed.status() === 200 && (await feed.text()).includes("X-WR-CALNAME:Můj kalendář"), "programs read it");
  await page.goto(`${url}/muj-kalendar`);
  await page.locator("main form[action$='/zrusit'] button").click();
  await page.waitForURL(/hotovo=zruseno/);
  await check(page, "muj-kalendar-zruseno");
  assert((await page.request.get(url + path)).status() === 404, "a revoked address is no more");
  await page.context().close();
}

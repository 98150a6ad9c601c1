// The plan of a year: a list typed in, the watchdog's gaps, a day added by its button; a statute in a new version and
// compared; milestones with data collected for one.
import { assert, check, checkEveryLook, desk, forget, open, signIn, startOpora, words } from "./harness.mjs";

export const start = () => startOpora("demo");
export const stop = server => server.stop();

const steers = "/skupiny/komunitni-planovani-socialnich-sluzeb-regionu-liberec-ridici-pracovni-skupina";
const jilemnice = "/skupiny/komunitni-planovani-socialnich-sluzeb-na-jilemnicku";
const planner = "planovacka@opora.example", coordinator = "koordinatorka@opora.example";
const send = page => page.locator("main form[method=post] button.main").last().click();

// row 3.32
// row 3.34
// row 3.38
export async function a_year_is_planned_by_a_list_and_mended_by_one_button({ browser, url }) {
  const page = await signIn(browser, url, planner);
  await page.goto(`${url}${steers}/plan/2016`);
  await checkEveryLook(page, "plan-prazdny");
  await page.goto(`${url}${steers}/plan/2016/rada`);
  await checkEveryLook(page, "plan-rada");
  await page.locator("[name=zpusob][value=seznam]").check();
  await page.locator("[name=misto]").fill("Radnice, místnost 104");
  await page.locator("[name=od]").fill("14:00");
  await page.locator("[name=seznam]").fill("někdy v lednu");
  await send(page);
  await page.locator("[role=alert]").first().waitFor();
  forget(page);
  await checkEveryLook(page, "plan-rada-chyby");
  await page.locator("[name=seznam]").fill("13.01., 10.02., 11.05., 15.06., 14.09., 12.10., 16.11.");
  await send(page);
  await page.locator("button[value=ulozit]").waitFor();
  assert((await words(page)).includes("Uloží se 7 termínů."), "the preview counts the days");
  await checkEveryLook(page, "plan-nahled");
  await page.locator("button[value=ulozit]").click();
  await page.waitForURL(/hotovo=rada/);
  const said = await words(page);
  assert(said.includes("do dalšího 11. 5. 2016 je 91 dní") && said.includes("do dalšího 14. 9. 2016 je 91 dní"), "both gaps are told");
  await checkEveryLook(page, "plan-2016");
  assert(said.includes("10. 8. 2016") && await page.locator("button", { hasText: "2016" }).count() === 0, "days that are over are told, not offered");
  // A year to come: one button mends a gap.
  await page.goto(`${url}${steers}/plan/2028/rada`);
  await page.locator("[name=zpusob][value=seznam]").check();
  await page.locator("[name=misto]").fill("Radnice, místnost 104");
  await page.locator("[name=od]").fill("14:00");
  await page.locator("[name=do]").fill("16:00");
  await page.locator("[name=seznam]").fill("12.01., 09.02., 10.05.");
  await send(page);
  await page.locator("button[value=ulozit]").click();
  await page.waitForURL(/hotovo=rada/);
  const gap = "do dalšího 10. 5. 2028 je 91 dní";
  assert((await words(page)).includes(gap), "the gap is told");
  await checkEveryLook(page, "plan-2028");
  await page.locator("button", { hasText: /[34]\.\s2028/ }).first().click();
  await page.waitForURL(/hotovo=pridano/);
  assert(!(await words(page)).includes(gap), "the gap is mended");
  await page.goto(`${url}${steers}/plan/2027`);
  await checkEveryLook(page, "plan-2027");
  await page.goto(`${url}/hlidac?rok=2027`);
  await checkEveryLook(page, "hlidac");
  await page.context().close();
}

// row 3.35
export async function a_period_without_meetings_states_its_reason({ browser, url }) {
  const page = await signIn(browser, url, planner);
  await page.goto(`${url}${steers}/bez-jednani`);
  await checkEveryLook(page, "bez-jednani");
  await page.locator("main a.main").click();
  await page.waitForURL(/nove/);
  await page.locator("[name=od]").fill("1. 3. 2016");
  await page.locator("[name=do]").fill("30. 4. 2016");
  await send(page);
  await page.locator("[role=alert]").first().waitFor();
  forget(page);
  await checkEveryLook(page, "bez-jednani-chyby");
  await page.locator("[name=duvod]").fill("Hodnotí se žádosti o dotace.");
  await send(page);
  await page.waitForURL(/hotovo=pridano/);
  await page.goto(`${url}${steers}/plan/2016`);
  assert((await words(page)).includes("Hodnotí se žádosti o dotace."), "the reason stands at the gap");
  await page.goto(`${url}/bez-jednani`);
  await check(page, "bez-jednani-vsech");
  await page.context().close();
}

export async function a_statute_gets_a_new_version_that_is_compared_with_the_old_one({ browser, url }) {
  const page = await signIn(browser, url, coordinator);
  await page.goto(`${url}${jilemnice}/statut`);
  await checkEveryLook(page, "statut");
  await page.locator("main a[href*='novy?z=']").first().click();
  await page.waitForURL(/novy/);
  await checkEveryLook(page, "statut-novy");
  await page.locator("[name=od]").fill("1. 1. 2026");
  await page.locator("[name=mesicu]").fill("2");
  const text = page.locator("[name=text]");
  await text.fill((await text.inputValue()).replace("za tři měsíce", "za dva měsíce"));
  await send(page);
  await page.waitForURL(/hotovo=pridano/);
  await check(page, "statut-dve-zneni");
  await page.locator("main a[href*='porovnani']").first().click();
  await page.waitForURL(/porovnani/);
  assert(await page.locator("main del", { hasText: "tři" }).count() === 1, "what went is struck through");
  await checkEveryLook(page, "statut-porovnani");
  await page.goto(`${url}${jilemnice}/statut/historie`);
  await checkEveryLook(page, "statut-historie");
  await page.context().close();
  const plain = await open(browser, `${url}${steers}/statut`, { size: desk, script: false });
  assert((await words(plain)).includes("Schází se nejméně jednou za 2 měsíce."), "statutes in force are public");
  await plain.context().close();
}

// row 4.11
// row 4.12
export async function milestones_are_read_and_eighteen_municipalities_are_asked({ browser, url }) {
  const page = await signIn(browser, url, coordinator);
  await page.goto(`${url}/milniky`);
  await checkEveryLook(page, "milniky");
  await page.goto(`${url}${jilemnice}/milniky/novy`);
  await page.locator("[name=nazev]").fill("Analýza pro Jilemnicko");
  await page.locator("[name=obdobi]").fill("01/2017 - 12/2018");
  await page.locator("[name=milniky]").fill("06-07/2017 sběr dat v území\n08/2017 sociodemografická analýza\n09/2017 1. verze, připomínkování\n09-10/2017 společné setkání\n10/2017 zpracovaná analýza");
  await checkEveryLook(page, "milniky-novy");
  await send(page);
  await page.waitForURL(/hotovo=zalozeno/);
  await checkEveryLook(page, "milniky-plan");
  assert(await page.locator("ol.gantt > li").count() === 5, "five bars");
  await page.locator("main a[href$='/sber']").first().click();
  await page.waitForURL(/sber/);
  await page.locator("[name=do]").fill("31. 12. 2027");
  await page.locator("[name=dopis]").fill("Prosíme o odpověď do konce roku.");
  await page.locator("[name=otazky]").fill("Kolik občanů potřebuje péči? (číslo)\nCo v obci chybí?");
  const towns = Array.from({ length: 18 }, (_, n) => `Obec ${n + 1}; obec${n + 1}@obce.example`);
  await page.locator("[name=prijemci]").fill(`Obce SO POÚ Jilemnice:\n${towns.join("\n")}`);
  await checkEveryLook(page, "milnik-sber");
  await send(page);
  await page.waitForURL(/hotovo=sber/);
  assert((await words(page)).includes("18 příjemců"), "the count of recipients");
  await checkEveryLook(page, "milniky-sber-hotov");
  await page.context().close();
}

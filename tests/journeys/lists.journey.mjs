// Code lists: found, reworded as of a day, seen by the public, ended with a warning, taken back, added to; two people at
// once.  And the page of one organisation, which no other journey looks at.
import { assert, check, checkEveryLook, desk, forget, open, phone, startOpora } from "./harness.mjs";

export const start = () => startOpora("demo");
export const stop = server => server.stop();

const password = "ukazka-opora-2026";

async function signIn(browser, url, email, options = {}) {
  const page = await open(browser, `${url}/prihlaseni`, { size: desk, ...options });
  await page.locator("#email").fill(email);
  await page.locator("#heslo").fill(password);
  await page.locator("main button.main").click();
  await page.waitForURL(address => !address.pathname.startsWith("/prihlaseni"));
  return page;
}

const words = async page => (await page.locator("main").textContent()).replace(/\u00a0/g, " ");
const save = page => page.locator("main form button.main").click();

export async function plain_words_change_as_of_a_day_and_the_public_reads_them({ browser, url }) {
  // Without a script: these are plain forms.
  const page = await signIn(browser, url, "planovacka@opora.example", { script: false });
  await page.locator(".rail a, nav a").filter({ hasText: "Číselníky" }).first().click();
  await page.getByRole("link", { name: "Formy služeb" }).click();
  assert((await words(page)).includes("Tady se dají jen opravit slova"), "a list that the program knows by name says why");
  await page.getByRole("link", { name: "ambulantní" }).click();
  assert((await words(page)).includes("docházíte za námi"), "its words of today");
  await page.getByRole("link", { name: "Změnit", exact: true }).click();
  await page.locator("#prosty").fill("chodíte k nám");
  await page.locator("#od").fill("brzy");
  await save(page);
  assert(await page.locator("#od[aria-invalid=true]").inputValue() === "brzy", "what was typed stays, and the field says what is wrong");
  assert(await page.locator("#prosty").inputValue() === "chodíte k nám", "so does the rest");
  const today = new Date().toLocaleDateString("cs-CZ", { timeZone: "Europe/Prague" });
  await page.locator("#od").fill(today);
  await save(page);
  await page.waitForURL(/ulozeno=ano/);
  const item = page.url().split("?")[0];
  const said = await words(page);
  assert(said.includes("Změna od") && said.includes("docházíte za námi") && said.includes("chodíte k nám"), "history tells both wordings");
  await page.context().close();

  const stranger = await open(browser, `${url}/sluzby/fokus-semily-std`);
  assert((await words(stranger)).includes("chodíte k nám"), "the page of a service says the new words");
  await stranger.context().close();

  const desktop = await signIn(browser, url, "planovacka@opora.example");
  await desktop.goto(`${url}/sprava/ciselniky`);
  await checkEveryLook(desktop, "ciselniky");
  await desktop.goto(item);
  await checkEveryLook(desktop, "ciselnik-polozka");
  await desktop.getByRole("link", { name: "Změnit", exact: true }).click();
  await checkEveryLook(desktop, "ciselnik-zmena");
  await desktop.locator("#nazev").fill("");
  await desktop.locator("#od").fill("1. 1. 2000");
  await save(desktop);
  await desktop.locator("main [role=alert]").waitFor();
  forget(desktop);
  await checkEveryLook(desktop, "ciselnik-zmena-chyba");
  await desktop.goto(`${url}/sprava/ciselniky/forms`);
  await checkEveryLook(desktop, "ciselnik-uzavreny");
  await desktop.context().close();
}

export async function a_long_list_is_searched_ended_in_taken_back_and_added_to({ browser, url }) {
  const page = await signIn(browser, url, "planovacka@opora.example");
  await page.goto(`${url}/sprava/ciselniky/target_groups`);
  await checkEveryLook(page, "ciselnik-seznam");
  await page.locator("#hledat").fill("nic takoveho");
  await page.getByRole("button", { name: "Zobrazit" }).click();
  await checkEveryLook(page, "ciselnik-nenalezeno");

  await page.goto(`${url}/sprava/ciselniky/related_kinds/leisure`);
  await page.getByRole("link", { name: "Ukončit" }).click();
  await checkEveryLook(page, "ciselnik-konec");
  await page.locator("#do").fill("31. 12. 2030");
  await save(page);
  await page.locator("main [role=alert]").waitFor();
  forget(page);
  assert((await words(page)).includes("dál nesou"), "it says what still bears it");
  await checkEveryLook(page, "ciselnik-konec-varovani");
  await page.locator("[name=presto]").check();
  await save(page);
  await page.waitForURL(/ulozeno=ano/);
  assert((await words(page)).includes("platí do 31. 12. 2030"), "it ends");
  await check(page, "ciselnik-ukonceno");
  await page.getByRole("button", { name: "Vzít zpět" }).click();
  await page.waitForURL(/vraceno=ano/);
  assert(!(await words(page)).includes("platí do 31. 12. 2030"), "and goes on");

  await page.goto(`${url}/sprava/ciselniky/related_kinds`);
  await page.getByRole("link", { name: "Přidat položku" }).click();
  await checkEveryLook(page, "ciselnik-pridat");
  await page.locator("#nazev").fill("dětský klub");
  await page.locator("#prosty").fill("místo, kde jsou děti odpoledne");
  await save(page);
  await page.waitForURL(/related_kinds\/detsky-klub\?ulozeno=ano/);
  await page.setViewportSize(phone);
  await check(page, "ciselnik-pridano");
  await page.goto(`${url}/sprava/souvisejici/nova`);
  assert(await page.locator("#druh option", { hasText: "dětský klub" }).count() === 1, "it is there to choose");
  await page.context().close();
}

export async function two_who_edit_at_once_lose_nothing({ browser, url }) {
  const one = await signIn(browser, url, "planovacka@opora.example"), other = await signIn(browser, url, "spravce@opora.example");
  for (const page of [one, other]) await page.goto(`${url}/sprava/ciselniky/related_kinds/transport/zmena`);
  await one.locator("#prosty").fill("dovezeme vás k lékaři");
  await one.locator("[name=jak][value=oprava]").check();
  await save(one);
  await one.waitForURL(/ulozeno=ano/);
  await other.locator("#prosty").fill("pojedeme s vámi");
  await other.locator("[name=jak][value=oprava]").check();
  await save(other);
  await other.locator("#rozdil-prosty").waitFor();
  forget(other);
  assert((await words(other)).includes("dovezeme vás k lékaři"), "both wordings stand there");
  await checkEveryLook(other, "ciselnik-soubeh");
  await other.locator("[name='volba.prosty'][value=moje]").check();
  await save(other);
  await other.waitForURL(/ulozeno=ano/);
  assert((await words(other)).includes("pojedeme s vámi"), "the second decided");
  await one.context().close();
  await other.context().close();
}

export async function the_page_of_one_organisation_keeps_the_promises({ browser, url }) {
  const page = await signIn(browser, url, "spravce@opora.example");
  await page.goto(`${url}/sprava/organizace`);
  await page.locator("main table a, main .list a").first().click();
  await page.waitForURL(/sprava\/organizace\/[0-9a-f-]+/);
  await checkEveryLook(page, "organizace-jedna");
  await page.context().close();
}

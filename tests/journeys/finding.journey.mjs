// Finding a service: as a relative on a phone, with and without JavaScript, and as the pages promise everywhere.
import { assert, check, checkEverywhere, checkEveryLook, desk, open, phone, startOpora } from "./harness.mjs";

export const start = () => startOpora("demo");
export const stop = server => server.stop();

export async function a_relative_finds_a_workshop_near_jilemnice_on_a_phone({ browser, url }) {
  const page = await open(browser, `${url}/`, { size: phone });
  await page.locator("#q").fill("terapeuticke dilne");
  await page.getByRole("button", { name: "Hledat" }).click();
  await page.getByRole("button", { name: /Filtry/ }).click();
  await page.locator("#f-orp").selectOption({ value: "5104" });
  await page.getByRole("button", { name: "Použít filtry" }).click();
  const hit = page.getByRole("link", { name: "Sociálně terapeutické dílny", exact: true });
  await hit.waitFor();
  assert(await hit.isVisible(), "the workshop of document 0 is found without diacritics and in another case");
  await checkEveryLook(page, "katalog-nalezeno");
  await hit.click();
  assert((await page.locator("h1").textContent()).includes("Sociálně terapeutické dílny"), "its page opens");
  const text = await page.locator("main").textContent();
  for (const fact of ["OLP/2668/2023", "§", "7.30"]) assert(text.includes(fact), `the page says ${fact}`);
  assert(await page.locator("a[href^='tel:116123']").count() > 0, "help in a crisis is at hand");
  await checkEveryLook(page, "sluzba");
  await page.context().close();
}

export async function the_same_works_without_javascript({ browser, url }) {
  const page = await open(browser, `${url}/sluzby?orp=Jilemnice&druh=67`, { size: phone, script: false });
  assert(await page.getByRole("link", { name: "Sociálně terapeutické dílny", exact: true }).isVisible(), "filters are in the address");
  await page.context().close();
}

export async function jilemnice_shows_the_services_of_documents_0_and_4({ browser, url }) {
  const page = await open(browser, `${url}/sluzby?orp=Jilemnice`, { size: desk });
  const names = await page.locator(".hit h3").allTextContents();
  for (const name of ["Sociálně terapeutické dílny", "Sociální rehabilitace", "Pečovatelská služba Jilemnice", "Osobní asistence Diakonie",
                      "Podpora samostatného bydlení Fokus Turnov", "Občanská poradna v Jilemnici", "Raná péče LIRA"])
    assert(names.some(found => found.replace(/\u00a0/g, " ").includes(name)), `${name} is among the services around Jilemnice`);
  await page.context().close();
}

export const the_home_page_keeps_the_promises_everywhere = ({ browser, url }) => checkEverywhere(browser, `${url}/`, "domu");
export const the_catalogue_keeps_the_promises_everywhere = ({ browser, url }) => checkEverywhere(browser, `${url}/sluzby`, "katalog");
export const a_service_keeps_the_promises_everywhere = ({ browser, url }) => checkEverywhere(browser, `${url}/sluzby/fokus-semily-std`, "sluzba");
export const a_provider_keeps_the_promises_everywhere = ({ browser, url }) => checkEverywhere(browser, `${url}/poskytovatele/fokus-semily`, "poskytovatel");
export const the_territory_keeps_the_promises_everywhere = ({ browser, url }) => checkEverywhere(browser, `${url}/mapa`, "mapa");

export async function every_other_public_page_keeps_the_promises({ browser, url }) {
  for (const [address, name] of [["/otevrena-data", "otevrena-data"], ["/pristupnost", "pristupnost"], ["/soukromi", "soukromi"],
                                 ["/snadne-cteni", "snadne-cteni"], ["/poskytovatele", "poskytovatele"], ["/prihlaseni", "prihlaseni"],
                                 ["/sluzby?q=xyzxyz", "katalog-prazdny"], ["/sluzby/fokus-semily-std/snadne", "sluzba-snadne"],
                                 ["/sluzby/fokus-semily-std/chyba", "sluzba-chyba"]]) {
    for (const [size, theme] of [[phone, "light"], [desk, "dark"]]) {
      const page = await open(browser, url + address, { size, theme });
      await check(page, name);
      await page.context().close();
    }
  }
}

// What is near: by the map, and without it.
export async function the_nearest_services_are_found_by_an_address({ browser, url }) {
  const page = await open(browser, `${url}/sluzby?druh=70`);
  await page.getByRole("link", { name: "Na mapě", exact: true }).click();
  await page.locator("[data-map][data-ready]").waitFor({ timeout: 90_000 });
  assert(page.url().includes("druh=70"), "the filters stay");
  await page.locator("#odkud").fill("Jilemnice");
  await page.locator("main form button.main").click();
  await page.locator("[data-map][data-ready]").waitFor({ timeout: 90_000 });
  const first = await page.locator("main ol.list li").first().textContent();
  assert(/\d+,\d\skm/.test(first), `the nearest says how far it is: ${first}`);
  await page.locator("[data-geo=out]").click();
  await checkEveryLook(page, "na-mape");
  await page.locator("#odkud").fill("Atlantida");
  await page.locator("main form button.main").click();
  await page.locator("#odkud-chyba").waitFor();
  await page.context().close();
}

export async function a_page_that_is_not_there_says_so_kindly({ browser, url }) {
  const page = await open(browser, `${url}/neni-tu`, { size: phone, expectedStatus: 404 });
  await page.wrong.splice(0);
  assert(await page.getByRole("link", { name: "Hledat službu" }).isVisible(), "the page shows the way on");
  await page.context().close();
}

// Minutes that two people take at once, with a script and without one, through their phases to the published copy.
import { assert, check, checkEveryLook, desk, fillSignIn, forget, open, phone, startOpora } from "./harness.mjs";

export const start = () => startOpora("demo");
export const stop = server => server.stop();

const said = async page => (await page.locator("main").textContent()).replace(/\u00a0/g, " ");
const group = "komunitni-planovani-socialnich-sluzeb-na-jilemnicku";

async function signedIn(browser, url, email, options = {}) {
  const page = await open(browser, `${url}/prihlaseni`, { size: desk, ...options });
  await fillSignIn(page, email);
  return page;
}

// The address of the minutes of a day.
async function minutesOf(page, url, day) {
  await page.goto(`${url}/skupiny/${group}/zapisy`);
  await page.locator("main .list a", { hasText: day }).click();
  await page.waitForURL(/\/zapis$/);
  return page.url();
}

const edit = async (page, n) => {
  await page.locator("[data-part]").nth(n).locator("a", { hasText: "Upravit" }).click();
  await page.locator("#text").waitFor();
};

export async function strangers_read_the_published_copy_and_search_in_it({ browser, url }) {
  const page = await open(browser, `${url}/skupiny/${group}/zapisy`, { size: phone });
  await checkEveryLook(page, "zapisy");
  assert(!(await said(page)).includes("14. 10. 2026"), "drafts are not found by strangers");
  await page.locator("#q").fill("odlehčovací");
  await page.locator("main form button.main").click();
  await page.waitForURL(/q=/);
  await checkEveryLook(page, "zapisy-hledani");
  await page.locator("main .list a").click();
  await page.waitForURL(/\/zapis$/);
  await checkEveryLook(page, "zapis-zverejneny");
  const text = await said(page);
  assert(text.includes("zástupce uživatelů") && !text.includes("Krokus"), "names of users are left out");
  assert(text.includes("otisk souhlasí"), "the hash is checked");
  assert(text.includes("CZ.03.4.74/0.0/0.0/16_033/0003005"), "the project stands at the foot");
  await page.context().close();
}

export async function two_people_take_minutes_at_once({ browser, url }) {
  const planner = await signedIn(browser, url, "planovacka@opora.example");
  const coordinator = await signedIn(browser, url, "koordinatorka@opora.example");
  const at = await minutesOf(planner, url, "14. 10. 2026");
  await checkEveryLook(planner, "zapis-navrh");
  await coordinator.goto(at);
  await edit(planner, 0);
  await checkEveryLook(planner, "zapis-uprava");
  // Others see who writes where, and what was saved, without asking for it.
  await planner.locator("#text").pressSequentially("Zápis z června byl schválen.");
  await coordinator.locator("[data-part]").nth(0).locator("[data-writing]", { hasText: "Píše tu" }).waitFor({ timeout: 15000 });
  await planner.locator("main form button.main", { hasText: "Uložit část" }).click();
  await planner.waitForURL(/hotovo=ulozeno/);
  await coordinator.locator("[data-part]", { hasText: "Zápis z června byl schválen." }).waitFor({ timeout: 15000 });
  await check(planner, "zapis-ulozeno");
  // Both into one part: the second one sees both texts and a proposal.
  await edit(planner, 1);
  await edit(coordinator, 1);
  await planner.locator("#text").fill("Město rozdalo návrh. Skupina ho prošla po opatřeních.\n\nDoplní se čísla.");
  await planner.locator("main form button.main", { hasText: "Uložit část" }).click();
  await planner.waitForURL(/hotovo=ulozeno/);
  await coordinator.locator("[data-minutes-changed]", { hasText: "mezitím uložil" }).waitFor({ timeout: 15000 });
  await coordinator.locator("#text").fill("Město rozdalo návrh akčního plánu. Skupina ho prošla po opatřeních.");
  await coordinator.locator("main form button.main", { hasText: "Uložit část" }).click();
  await coordinator.locator("h1", { hasText: "mezitím" }).waitFor();
  forget(coordinator);
  await checkEveryLook(coordinator, "zapis-dve-zneni");
  const proposal = await coordinator.locator("#text").inputValue();
  assert(proposal.includes("akčního plánu") && proposal.includes("Doplní se čísla."), "the proposal holds both");
  await coordinator.locator("main form button.main").click();
  await coordinator.waitForURL(/hotovo=ulozeno/);
  // A lost connection: one goes on writing, and what was saved meanwhile is sent when it is back.
  await edit(coordinator, 2);
  await coordinator.context().setOffline(true);
  await coordinator.locator("#text").fill("Psáno bez spojení.");
  await coordinator.locator("[data-draft-state]", { hasText: "spojení vypadlo" }).waitFor({ timeout: 15000 });
  await coordinator.locator("main form button.main", { hasText: "Uložit část" }).click();
  await coordinator.locator("[data-minutes-lost]:not([hidden])").waitFor({ timeout: 15000 });
  await coordinator.screenshot({ path: "build/screenshots/zapis-bez-spojeni.png" });
  await coordinator.context().setOffline(false);
  await coordinator.waitForURL(/hotovo=ulozeno/, { timeout: 30000 });
  assert((await said(coordinator)).includes("Psáno bez spojení."), "it was sent when the connection was back");
  forget(coordinator);
  // A closed browser finds the draft again.
  await edit(planner, 2);
  await planner.locator("#text").fill("Rozepsáno a zavřeno.");
  await planner.locator("[data-draft-state]", { hasText: "." }).waitFor({ timeout: 15000 });
  const part = planner.url().split("#")[0];
  await planner.goto(`${url}/skupiny`);
  await planner.goto(part);
  await planner.locator("a[href$='koncept=obnovit']").click();
  await planner.waitForURL(/koncept=obnovit/);
  assert(await planner.locator("#text").inputValue() === "Rozepsáno a zavřeno.", "the draft is found again");
  await planner.goto(`${at}/porovnani`);
  await checkEveryLook(planner, "zapis-porovnani");
  await planner.context().close();
  await coordinator.context().close();
}

export async function minutes_go_from_comments_to_the_public_without_a_script({ browser, url }) {
  const page = await signedIn(browser, url, "koordinatorka@opora.example", { script: false });
  // axe and the looks need scripts: the same pages are looked at beside.
  const beside = await signedIn(browser, url, "koordinatorka@opora.example");
  const see = async name => {
    await beside.goto(page.url());
    await checkEveryLook(beside, name);
  };
  const at = await minutesOf(page, url, "17. 6. 2026");
  await see("zapis-pripominky");
  await page.locator("button[value=refused]").first().click();
  await page.locator("[role=alert]").first().waitFor();
  forget(page);
  await page.locator("button[value=accepted]").first().click();
  await page.waitForURL(/hotovo=vyporadano/);
  await page.locator("main a", { hasText: "Ověřit zápis" }).click();
  await page.waitForURL(/faze\/verified/);
  await see("zapis-overit");
  await page.locator("#provest").click();
  await page.waitForURL(/hotovo=faze/);
  await page.locator("main a", { hasText: "Zapsat schválení" }).click();
  await page.locator("#schuzka").selectOption({ index: 1 });
  await page.locator("#provest").click();
  await page.waitForURL(/hotovo=faze/);
  await page.locator("main a", { hasText: "Zveřejnit zápis" }).click();
  await page.waitForURL(/faze\/published/);
  await see("zapis-nahled-kopie");
  await page.locator("#provest").click();
  await page.waitForURL(/hotovo=faze/);
  await see("zapis-uzamcen");
  assert(await page.locator("main a", { hasText: "Upravit" }).count() === 0, "published minutes are locked");
  await page.context().close();
  await beside.context().close();
  const stranger = await open(browser, at, { size: phone, script: false });
  assert((await said(stranger)).includes("otisk souhlasí"), "everybody reads the copy");
  await stranger.context().close();
}

export async function minutes_of_a_document_say_what_is_wrong_with_their_labels({ browser, url }) {
  const page = await signedIn(browser, url, "planovacka@opora.example");
  await page.goto(`${url}/skupiny`);
  await page.goto(`${url}/skupiny/komunitni-planovani-socialnich-sluzeb-regionu-liberec-ridici-pracovni-skupina/zapisy?q=TyfloCentrum`);
  await page.locator("main .list a", { hasText: "2015" }).click();
  await page.waitForURL(/\/zapis$/);
  await checkEveryLook(page, "zapis-cislovani");
  const text = await said(page);
  assert(text.includes("Bod 3 je v zápisu 2×") && text.includes("Chybí bod 1"), "the numbering is checked");
  await page.goto(`${page.url()}/udaje`);
  await checkEveryLook(page, "zapis-udaje");
  await page.context().close();
}

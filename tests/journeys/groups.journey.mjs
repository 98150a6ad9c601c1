// Groups of community planning: found by everybody, founded by the planner, their members kept, one split and taken back.
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

export async function everybody_finds_a_group_by_its_abbreviation({ browser, url }) {
  const page = await open(browser, `${url}/skupiny`, { size: phone });
  await checkEveryLook(page, "skupiny");
  assert((await said(page)).includes("Podskupina pro seniory"), "the tree shows subgroups");
  await page.locator("#q").fill("ŘPS");
  await page.locator("main form button.main").click();
  await page.waitForURL(/q=/);
  assert((await said(page)).includes("regionu Liberec"), "the steering group is found by ŘPS");
  await checkEveryLook(page, "skupiny-hledani");
  await page.locator("main table a").first().click();
  await page.waitForURL(/ridici-pracovni-skupina/);
  await checkEveryLook(page, "skupina");
  const text = await said(page);
  assert(text.includes("Kristýna Mařinková") && !text.includes("Kopretina"), "members are public, users are not");
  assert(await page.locator("figure svg[role=img]").count() === 1, "the triad is drawn");
  await page.goto(`${url}/skupiny/podpurna-skupina-rokytnicko`);
  await checkEveryLook(page, "skupina-sloucena");
  assert((await said(page)).includes("na Jilemnicku"), "a merged group says where it went");
  await page.goto(`${url}/skupiny?q=nesmysl`);
  await check(page, "skupiny-nic");
  await page.context().close();
  const plain = await open(browser, `${url}/skupiny?den=1.+1.+2018`, { size: phone, script: false });
  assert(!(await plain.locator(".branches.top").innerText()).includes("Železnobrodsko"), "the tree as it was");
  await plain.context().close();
}

export async function the_planner_founds_a_group_and_keeps_its_members({ browser, url }) {
  const page = await signedIn(browser, url, "planovacka@opora.example");
  await page.goto(`${url}/skupiny/nova`);
  await page.locator("main form[method=post] button.main").click();
  await page.locator("[role=alert]").waitFor();
  forget(page);
  await checkEveryLook(page, "skupina-nova-chyby");
  await page.locator("[name=nazev]").fill("Podpůrná skupina Semilsko");
  await page.locator("[name=druh]").selectOption("support");
  await page.locator("[name=uzemi]").selectOption("orp:5107");
  await page.locator("[name=zalozena]").fill("1. 3. 2026");
  await page.locator("main form[method=post] button.main").click();
  await page.waitForURL(/podpurna-skupina-semilsko\?hotovo=zalozena/);
  await checkEveryLook(page, "skupina-zalozena");
  const at = page.url().split("?")[0];
  await page.goto(`${at}/clenove`);
  await check(page, "skupina-bez-clenu");
  const add = async typed => {
    await page.goto(`${at}/clenove/novy`);
    for (const [name, text] of Object.entries(typed)) {
      const control = page.locator(`[name=${name}]`);
      if (await control.evaluate(one => one.tagName === "SELECT")) await control.selectOption(text);
      else await control.fill(text);
    }
    await page.locator("main form[method=post] button.main").click();
  };
  await add({ jmeno: "Jana Nová", organizace: "Město Semily", role: "chair", od: "1. 3. 2026", email: "nova@semily.example" });
  await page.waitForURL(/hotovo=pridan/);
  await add({ jmeno: "Karel Tichý", strana: "user", od: "1. 3. 2026" });
  await page.waitForURL(/hotovo=pridan/);
  await checkEveryLook(page, "skupina-clenove");
  await add({ jmeno: "Jana Nová", organizace: "Město Semily", od: "1. 5. 2026" });
  await page.locator("[role=alert]").first().waitFor();
  forget(page);
  await checkEveryLook(page, "skupina-clen-dvakrat");
  await page.goto(`${at}/kontakty`);
  await checkEveryLook(page, "skupina-kontakty");
  assert((await said(page)).includes("nova@semily.example"), "the contact list");
  await page.emulateMedia({ media: "print" });
  await page.screenshot({ path: join(root, "build/screenshots/skupina-kontakty-tisk.png"), fullPage: true });
  await page.emulateMedia({ media: null });
  await page.goto(`${at}/clenove`);
  await page.locator("main a[href$='/konec']").last().click();
  await page.waitForURL(/konec/);
  await checkEveryLook(page, "skupina-clen-konec");
  await page.locator("[name=do]").fill("31. 3. 2026");
  await page.locator("main form[method=post] button.main").click();
  await page.waitForURL(/hotovo=ukoncen/);
  assert((await said(page)).includes("Bývalí členové"), "who ended stays among the former");
  await page.goto(`${at}/historie`);
  await checkEveryLook(page, "skupina-historie");
  await page.context().close();
}

export async function a_split_says_what_it_will_do_and_is_taken_back({ browser, url }) {
  const page = await signedIn(browser, url, "planovacka@opora.example");
  await page.goto(`${url}/skupiny/deti-a-mladez`);
  await checkEveryLook(page, "skupina-navrh");
  await page.locator("main a[href*='navrh=']").click();
  await page.waitForURL(/zmena\/split/);
  await checkEveryLook(page, "skupina-rozdeleni");
  await page.locator("[name=den]").fill("1. 1. 2027");
  await page.locator("main form[method=post] button.main").click();
  await page.locator("[name=provest]").waitFor();
  assert((await said(page)).includes("Zaměstnání"), "the preview names the new groups");
  await checkEveryLook(page, "skupina-rozdeleni-nahled");
  await page.locator("[name=provest]").check();
  await page.locator("main form[method=post] button.main").click();
  await page.waitForURL(/hotovo=zmena/);
  await checkEveryLook(page, "skupina-rozdelena");
  await page.locator("main form[action$='/zpet'] button").click();
  await page.waitForURL(/hotovo=zpet/);
  await page.goto(`${url}/skupiny?vse=1`);
  assert(!(await said(page)).includes("Zaměstnání ") || !(await page.locator("main a", { hasText: /^Zaměstnání$/ }).count()), "the new groups never were");
  await page.context().close();
}

export async function a_coordinator_sees_what_is_not_public_yet({ browser, url }) {
  const page = await signedIn(browser, url, "koordinatorka@opora.example");
  await page.goto(`${url}/skupiny`);
  assert((await said(page)).includes("Přípravná skupina"), "her own group that is not public");
  await page.goto(`${url}/skupiny/komunitni-planovani-socialnich-sluzeb-na-jilemnicku`);
  await checkEveryLook(page, "skupina-koordinatorka");
  await page.goto(`${url}/skupiny/komunitni-planovani-socialnich-sluzeb-na-jilemnicku/upravit`);
  await checkEveryLook(page, "skupina-upravit");
  await page.context().close();
}

// Next year's network: read by everybody from year to year, collected from a provider, compared with this year's and
// printed.
import { join } from "node:path";
import { assert, check, checkEveryLook, forget, open, phone, root, signIn, startOpora, words } from "./harness.mjs";

export const start = () => startOpora("demo");
export const stop = server => server.stop();

export async function everybody_slides_the_year_of_a_network({ browser, url }) {
  const page = await open(browser, `${url}/site`, { size: phone });
  await checkEveryLook(page, "site-seznam");
  await page.goto(`${url}/site/zakladni-sit-2026`);
  await checkEveryLook(page, "site");
  assert((await words(page)).includes("Proti roku 2025"), "who enters and leaves against the year before");
  const slider = page.locator("[data-slide]");
  await slider.focus();
  await slider.press("ArrowLeft");
  await page.waitForURL(/zakladni-sit-2025/);
  assert((await words(page)).includes("Základní síť 2025"), "the slider walks along the years");
  await page.context().close();
  const plain = await open(browser, `${url}/site/zakladni-sit-2026`, { size: phone, script: false });
  assert(!await plain.locator("[data-slide]").isVisible(), "without a script there is no slider");
  await plain.locator("#roky a", { hasText: "2025" }).click();
  await plain.waitForURL(/zakladni-sit-2025/);
  await plain.context().close();
}

// row 3.22
export async function next_years_network_is_collected_compared_and_printed({ browser, url }) {
  const page = await signIn(browser, url, "planovacka@opora.example");
  await page.goto(`${url}/sprava/sbery/novy?sit=zakladni-sit-2027`);
  await page.locator("[name=nazev]").fill("Základní síť 2027: návrhy poskytovatelů");
  await page.locator("[name=dopis]").fill("Prosíme o návrhy kapacit na rok 2027.");
  const soon = new Date(Date.now() + 14 * 86400000);
  await page.locator("[name=do]").fill(`${soon.getDate()}. ${soon.getMonth() + 1}. ${soon.getFullYear()}`);
  await checkEveryLook(page, "sber-novy");
  await page.locator("main form button.main").click();
  await page.waitForURL(/sbery\/[0-9a-f-]+\?hotovo/);
  const at = page.url().split("?")[0];
  await page.goto(`${at}/otazky`);
  await check(page, "sber-otazky");
  await page.goto(`${at}/prijemci?kdo=providers&orp=5105`);
  await checkEveryLook(page, "sber-prijemci");
  for (const box of await page.locator("[name=kdo_vsechno]").all())
    if (!(await box.locator("xpath=..").textContent()).includes("Kormidlo")) await box.uncheck();
  await page.locator("main form[method=post] button.main").click();
  await page.waitForURL(/pridano=1/);
  await page.goto(at);
  await page.locator("button[value=otevrit]").click();
  await page.waitForURL(/hotovo=otevreno/);
  await checkEveryLook(page, "sber");

  // The provider's letter stands in the outbox, which the administrator of the demonstration reads.
  const administrator = await signIn(browser, url, "spravce@opora.example");
  await administrator.goto(`${url}/sprava/posta`);
  // Letters of other kinds leave meanwhile.
  await administrator.locator("main tr", { hasText: /prosíme\s+o\s+odpověď/ }).first().locator("a[href^='/sprava/posta/']").first().click();
  await administrator.waitForURL(/posta\/[0-9a-f-]+/);
  const link = (await administrator.locator("main").textContent()).match(/\/sber\/[\w-]+/)[0];
  await administrator.context().close();
  const provider = await open(browser, url + link, { size: phone });
  await checkEveryLook(provider, "sber-odpoved");
  const capacity = provider.locator("section.panel").first();
  for (const panel of await provider.locator("section.panel").all()) {
    const stays = panel.locator("select").first();
    if (await stays.locator("option[value=ano]").count()) await stays.selectOption("ano");
  }
  await capacity.locator("textarea").first().fill("9,5 úvazku");
  await capacity.locator("textarea").nth(1).fill("Na místo čeká dvanáct lidí");
  await provider.locator("button[value=odeslat]").click();
  await provider.waitForURL(/hotovo=odeslano/);
  await check(provider, "sber-odeslano");
  const service = (await capacity.locator("h2").textContent()).trim();
  await provider.context().close();

  await page.goto(`${at}/prevzit`);
  await checkEveryLook(page, "sber-prevzit");
  await page.locator("main form button.main").click();
  await page.waitForURL(/prevzato=[1-9]/);
  await page.goto(`${url}/site/zakladni-sit-2027/clenove`);
  await checkEveryLook(page, "site-clenove");
  await page.goto(`${url}/site/porovnani?z=zakladni-sit-2026&do=zakladni-sit-2027`);
  const annex = await words(page);
  assert(annex.includes("9,5 úvazku") && annex.includes("Na místo čeká dvanáct lidí"), "the annex says what changed and why");
  assert(annex.includes(service.replace(/\u00a0/g, " ")), "the annex names the service");
  await checkEveryLook(page, "site-porovnani");
  // On paper: the headings and tables stay, what is pressed goes.
  await page.emulateMedia({ media: "print" });
  assert(await page.locator("main h2").count() === 4, "four numbered parts");
  assert(!await page.locator("main form").first().isVisible(), "nothing to press on paper");
  assert(await page.locator("p.onpaper").isVisible(), "it says that it is an annex");
  await page.screenshot({ path: join(root, "build/screenshots/site-porovnani-tisk.png"), fullPage: true });
  await page.emulateMedia({ media: null });
  forget(page);
  await page.context().close();
}

export async function a_membership_is_kept_with_its_versions({ browser, url }) {
  const page = await signIn(browser, url, "planovacka@opora.example");
  await page.goto(`${url}/site/zakladni-sit-2026/clenove?q=fokus`);
  await page.locator("main li .btn.sm").first().click();
  await page.waitForURL(/clenove\/[0-9a-f-]+/);
  await checkEveryLook(page, "site-clen");
  await page.locator("[name=podminky]").fill("Opravit výtah");
  await page.locator("main form button.main").click();
  await page.waitForURL(/ulozeno=ano/);
  await page.goto(`${page.url().split("?")[0]}/verze`);
  assert((await words(page)).includes("Opravit výtah"), "each version says what it changed");
  await checkEveryLook(page, "site-verze");
  for (const [address, name] of [["navrhy", "site-navrhy"], ["vyjadreni", "site-vyjadreni"], ["navrhy/novy", "site-navrh"]]) {
    await page.goto(`${url}/site/zakladni-sit-2027/${address}`);
    await check(page, name);
  }
  for (const [address, name] of [["site", "sprava-site"], ["site/druhy", "site-druhy"], ["site/referencni-hodnoty", "site-hodnoty"], ["sbery", "sbery"]]) {
    await page.goto(`${url}/sprava/${address}`);
    await check(page, name);
  }
  await page.context().close();
}

// A meeting from its plan to its vote: convened by letters with an event for calendars, answered by a link, attended,
// voted at.
import { assert, check, checkEveryLook, desk, forget, inDays, open, phone, signIn, startOpora, words } from "./harness.mjs";
import { letterWhere, partsOf, startWithMail, stopWithMail } from "./mail_catcher.mjs";

const group = "/skupiny/komunitni-planovani-socialnich-sluzeb-na-jilemnicku";

export const start = () => startWithMail(startOpora);
export const stop = stopWithMail;

async function plan(page, url, day, title) {
  await page.goto(`${url}${group}/jednani/nove`);
  await page.locator("[name=den]").fill(day);
  await page.locator("[name=od]").fill("9.00");
  await page.locator("[name=do]").fill("11.00");
  await page.locator("[name=misto]").fill("Jilemnice, radnice");
  await page.locator("[name=nazev]").fill(title);
  await page.locator("main form[method=post] button.main").click();
  await page.waitForURL(/hotovo=nove/);
  return page.url().split("?")[0];
}

export async function everybody_sees_when_a_group_meets_and_nobody_s_name({ browser, url }) {
  const page = await open(browser, `${url}${group}/jednani`, { size: phone });
  await checkEveryLook(page, "jednani-seznam");
  await page.locator("main ul.list a", { hasText: /20\d\d/ }).last().click();
  await page.waitForURL(/\/jednani\/[0-9a-f-]{36}$/);
  await checkEveryLook(page, "jednani-verejne");
  assert(!(await words(page)).includes("Jasmínová"), "no names for strangers");
  await page.context().close();
  const plain = await open(browser, `${url}${group}/jednani?rok=2025`, { size: phone, script: false });
  await plain.context().close();
}

export async function a_meeting_is_convened_by_letters_with_an_event_and_answered_by_a_link({ browser, url, catcher }) {
  const page = await signIn(browser, url, "planovacka@opora.example");
  await page.goto(`${url}${group}/jednani/nove`);
  await page.locator("main form[method=post] button.main").click();
  await page.locator("[role=alert]").waitFor();
  forget(page);
  await checkEveryLook(page, "jednani-nove-chyby");
  const at = await plan(page, url, inDays(21), "Síť služeb na příští rok");
  await page.goto(`${at}/program`);
  for (const [title, minutes] of [["Kontrola úkolů", "15"], ["Síť služeb", "40"], ["Různé", "10"]]) {
    await page.locator("[name=nazev]").first().fill(title);
    await page.locator("[name=minut]").fill(minutes);
    await page.getByRole("button", { name: "Přidat", exact: true }).click();
    await page.waitForURL(/hotovo=pridano/);
  }
  await page.getByRole("button", { name: "Nahoru Síť služeb" }).click();
  await page.waitForURL(/hotovo=krok/);
  assert((await page.locator("ol.agenda h2").first().textContent()).includes("Síť"), "one place up");
  await checkEveryLook(page, "jednani-program");
  await page.locator("summary", { hasText: "Síť služeb" }).first().click();
  await page.locator("input[name=soubor]").first().setInputFiles({ name: "Návrh sítě.txt", mimeType: "text/plain", buffer: Buffer.from("Návrh") });
  await page.locator("form[enctype] button").first().click();
  await page.waitForURL(/hotovo=podklad/);
  await page.goto(`${at}/svolat`);
  await checkEveryLook(page, "jednani-svolat");
  assert((await words(page)).includes("bez e-mailu"), "who has to be called is named");
  await page.getByRole("button", { name: "Poslat pozvánky" }).click();
  await page.waitForURL(/hotovo=svolano/);
  assert((await words(page)).includes("se nic nezměnilo"), "no second letter is offered while nothing is new");
  await checkEveryLook(page, "jednani-svolano");
  const hers = await letterWhere(catcher, letter => letter.to === "jasminova@jilemnice.example" && letter.data.includes("text/calendar"));
  assert(hers, "the letter arrived");
  const parts = partsOf(hers);
  const calendar = parts.find(part => part.head.includes("text/calendar"));
  assert(calendar && calendar.head.includes("method=REQUEST"), "an event for the calendar comes along");
  assert(calendar.text.includes("METHOD:REQUEST") && calendar.text.includes("T090000"), "and it says when");
  const link = /\/ucast\/[\w-]+/.exec(parts[0].text)[0];

  const guest = await open(browser, `${url}${link}`, { size: phone, script: false });
  assert((await words(guest)).includes("Kamila Jasmínová"), "the link knows whom it asks");
  const paper = await guest.request.get(url + await guest.locator("a", { hasText: "Návrh sítě" }).getAttribute("href"));
  assert(paper.ok() && (await paper.text()) === "Návrh", "who has no account reads the papers, too");
  await guest.locator("button[value=comes]").click();
  await guest.waitForURL(/hotovo=ano/);
  assert((await words(guest)).includes("Víme, že přijdete"), "one button is enough");
  await guest.context().close();
  const again = await open(browser, `${url}${link}`, { size: phone });
  await checkEveryLook(again, "pozvanka-odpoved");
  await again.locator("[name=nahradnik]").fill("Ota Nový");
  await again.locator("button[value=substitute]").click();
  await again.waitForURL(/hotovo=ano/);
  await again.context().close();
  const dead = await open(browser, `${url}/ucast/vymysleny`, { size: phone, expectedStatus: 410 });
  forget(dead);
  await checkEveryLook(dead, "pozvanka-neplati");
  await dead.context().close();

  await page.goto(at);
  assert((await words(page)).includes("Ota Nový"), "the manager sees the answer");
  await checkEveryLook(page, "jednani");
  await page.goto(`${at}/presun`);
  await checkEveryLook(page, "jednani-presun");
  await page.goto(`${at}/zruseni`);
  await page.locator("[name=duvod]").fill("Nemoc v sekretariátu");
  await page.locator("main form[method=post] button.main").click();
  await page.waitForURL(/hotovo=zruseno/);
  await checkEveryLook(page, "jednani-zrusene");
  const cancelled = await letterWhere(catcher, letter => letter.to === "jasminova@jilemnice.example" && letter.data.includes("method=CANCEL"));
  assert(cancelled, "the cancellation arrived");
  await page.goto(`${at}/historie`);
  await check(page, "jednani-historie");
  await page.context().close();
}

export async function who_came_is_noted_by_taps_and_by_a_code_and_the_group_votes({ browser, url }) {
  const page = await signIn(browser, url, "planovacka@opora.example");
  const at = await plan(page, url, inDays(0), "Setkání dnes");
  await page.goto(`${at}/dochazka`);
  const taps = page.locator("main button[value=present]");
  for (let n = 0; n < 7; ++n) {
    await taps.nth(n).click();
    await page.waitForURL(/hotovo=zapsano/);
  }
  await checkEveryLook(page, "jednani-dochazka");
  assert((await words(page)).includes("usnášeníschopné"), "the quorum is counted");
  await page.goto(`${at}/dochazka/tisk`);
  await checkEveryLook(page, "jednani-listina");
  await page.goto(`${at}/dochazka`);
  await page.getByRole("button", { name: "Přihlášení kódem" }).click();
  await page.waitForURL(/\/kod\//);
  await checkEveryLook(page, "jednani-kod");
  const code = page.url().replace(/.*\/kod\//, "/prezence/");
  const guest = await open(browser, `${url}${code}`, { size: phone, script: false });
  await guest.locator("#jmeno").fill("Host Zvenku");
  await guest.locator("main button.main").click();
  assert((await words(guest)).includes("máme to"), "a name is enough");
  await guest.context().close();
  const look = await open(browser, `${url}${code}`, { size: phone });
  await checkEveryLook(look, "jednani-prezence");
  assert(!(await look.content()).includes("Krokusová"), "users' names are for nobody");
  await look.context().close();

  await page.goto(`${at}/hlasovani/nove`);
  await page.locator("[name=otazka]").fill("Skupina schvaluje síť služeb na příští rok.");
  await checkEveryLook(page, "hlasovani-nove");
  await page.locator("main form button.main").click();
  await page.waitForURL(/hotovo=otevreno/);
  await page.locator("[name=pro]").fill("7");
  await page.locator("[name=proti]").fill("0");
  await page.locator("[name=zdrzel]").fill("0");
  await page.locator("main form button.main").click();
  await page.waitForURL(/hotovo=uzavreno/);
  await checkEveryLook(page, "hlasovani");
  await page.getByRole("button", { name: "Zapsat jako rozhodnutí" }).click();
  await page.waitForURL(/hotovo=rozhodnuto/);
  await page.goto(at);
  await page.getByRole("button", { name: "Jednání se konalo" }).click();
  await page.waitForURL(/hotovo=konalo/);
  await checkEveryLook(page, "jednani-konalo");
  await page.goto(`${url}${group}/jednani/ucast`);
  await checkEveryLook(page, "jednani-ucast");
  await page.goto(`${url}${group}/jednani/podnety`);
  await checkEveryLook(page, "jednani-podnety");
  await page.context().close();
}

export async function papers_are_read_and_found_by_their_words_and_by_nobody_outside({ browser, url }) {
  const page = await signIn(browser, url, "planovacka@opora.example");
  const at = await plan(page, url, inDays(28), "Podklady k rozpočtu");
  await page.goto(`${at}/program`);
  await page.locator("[name=nazev]").first().fill("Rozpočet sítě");
  await page.getByRole("button", { name: "Přidat", exact: true }).click();
  await page.waitForURL(/hotovo=pridano/);
  const picture = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");
  const text = Buffer.from("Důvodová zpráva k rozpočtu\n\nKraj navrhuje přidat pečovatelské službě dva kobaltové vozy\na jednu večerní směnu; obce přispějí třetinou.\n");
  for (const [name, buffer] of [["Důvodová zpráva.txt", text], ["Nástěnka po jednání.png", picture]]) {
    await page.locator("ol.agenda details summary").last().click();
    await page.locator("ol.agenda input[type=file]").setInputFiles({ name, mimeType: "application/octet-stream", buffer });
    await page.locator("ol.agenda form[enctype] button").click();
    await page.waitForURL(/hotovo=podklad/);
  }
  for (let n = 0; n < 60 && (await words(page)).includes("se právě čte"); ++n) {
    await page.waitForTimeout(500);
    await page.reload();
  }
  assert((await words(page)).includes("text se neprohledává"), "of a picture only the name is searched");
  await page.locator("ol.agenda li li details summary").first().click();
  await checkEveryLook(page, "jednani-program-podklady");
  await page.goto(at);
  await checkEveryLook(page, "jednani-podklady");
  await page.goto(`${url}/hledani-v-planovani?q=kobaltovy+vuz&druh=podklad`);
  assert(await page.locator("mark").count() > 0, "the words of the paper are shown");
  await page.goto(`${url}/hledani-v-planovani?q=kobaltovy+zprava+nastenka&druh=podklad`);
  await checkEveryLook(page, "hledani-podklady");
  const [paper] = await Promise.all([page.waitForEvent("download"), page.locator("main li.hit h3 a").first().click()]);
  assert(/Důvodová zpráva|Nástěnka/.test(paper.suggestedFilename()), "the link opens the paper");
  await page.goto(`${url}${group}/jednani`);
  assert(await page.locator("nav.rail").count() === 1, "those who work here keep their menu");
  await checkEveryLook(page, "jednani-seznam-clenove");
  await page.goto(`${url}${group}/zapisy`);
  await checkEveryLook(page, "zapisy-clenove");
  await page.context().close();
  const guest = await open(browser, `${url}/hledani-v-planovani?q=kobaltovy+vuz`, { size: phone });
  assert(!/Důvodová|vozy/.test(await words(guest)), "a stranger learns nothing, not even that there is one");
  await guest.context().close();
}

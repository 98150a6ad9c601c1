// The region's planner at work: signs in, edits a service, imports the register with its difference.
import { execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { assert, check, checkEveryLook, desk, open, phone, root, signIn, startOpora, words } from "./harness.mjs";

export const start = () => startOpora("demo");
export const stop = server => server.stop();

export async function the_planner_signs_in_and_edits_a_service({ browser, url }) {
  const entrance = await open(browser, `${url}/prihlaseni`, { size: phone });
  await checkEveryLook(entrance, "prihlaseni");
  await entrance.context().close();
  const page = await signIn(browser, url, "planovacka@opora.example");
  assert(new URL(page.url()).pathname === "/prehled", "the overview comes first");
  await checkEveryLook(page, "prehled");
  await page.goto(`${url}/sluzby/fokus-semily-std`);
  await page.getByRole("link", { name: "Upravit", exact: true }).click();
  await page.waitForURL(/fokus-semily-std\/upravit/);
  await checkEveryLook(page, "uprava");
  // What cannot be saved is said above the form and beside the field, and what was typed stays.
  await page.locator("[name=nazev]").fill("");
  await page.locator("main form button.main").first().click();
  await page.locator("[role=alert]").waitFor();
  page.wrong.length = 0;    // the answer is a 422 on purpose
  assert(await page.locator("#nazev[aria-invalid=true]").count() === 1, "the field says so");
  await checkEveryLook(page, "uprava-chyby");
  await page.locator("[name=nazev]").fill("Sociálně terapeutické dílny");
  await page.locator("[name=shrnuti]").fill("Dílna, kde se šije, maluje a vyrábějí svíčky.");
  await page.locator("[name=popis]").fill("V dílně se šije, maluje a vyrábějí svíčky.");
  await page.locator("main form button.main").first().click();
  await page.waitForURL(/ulozeno=ano/);
  await page.goto(`${url}/sluzby/fokus-semily-std`);
  assert((await page.locator("main").textContent()).replace(/\u00a0/g, " ").includes("V dílně se šije, maluje a vyrábějí svíčky"), "the public page shows it at once");
  await page.goto(`${url}/sluzby?q=svicky`);
  assert(await page.getByRole("link", { name: "Sociálně terapeutické dílny", exact: true }).count() > 0, "the catalogue finds it by its new words");
  await page.goto(`${url}/sluzby/fokus-semily-std/historie`);
  assert((await page.locator("main").textContent()).includes("Eva Ukázková"), "history says who did it");
  await checkEveryLook(page, "historie");
  await page.context().close();
}

export async function the_administrator_looks_whether_all_is_safe({ browser, url }) {
  const page = await signIn(browser, url, "spravce@opora.example");
  await page.goto(`${url}/sprava/bezpecnost`);
  assert((await page.locator("main").textContent()).includes("nedávné záloze"), "a missing backup shows");
  await checkEveryLook(page, "bezpecnost");
  await page.goto(`${url}/sprava/nastaveni`);
  await checkEveryLook(page, "nastaveni");
  await page.context().close();
}

export async function somebody_reports_a_mistake_and_the_planner_settles_it({ browser, url }) {
  const public_page = await open(browser, `${url}/sluzby/fokus-semily-std/chyba`, { size: phone });
  await public_page.locator("#zprava").fill("Telefon už neplatí, nové číslo je na webu.");
  await public_page.locator("#kontakt").fill("jana@example.cz");
  await public_page.locator("main form button.main").click();
  await public_page.waitForURL(/diky/);
  await public_page.context().close();
  const page = await signIn(browser, url, "planovacka@opora.example");
  await page.goto(`${url}/sprava/hlaseni`);
  assert(!(await page.locator("main").textContent()).includes("jana@example.cz"), "the list shows nobody's contact");
  await check(page, "hlaseni-seznam");
  await page.locator("main .hit h2 a").first().click();
  await page.waitForURL(/hlaseni\/[0-9a-f-]+/);
  await check(page, "hlaseni");
  assert(await page.locator("a[href='mailto:jana@example.cz']").count() === 1, "who answers sees whom");
  await page.locator("input[name=jak][value=settled]").check();
  await page.locator("[name=poznamka]").fill("Nové číslo potvrdil poskytovatel.");
  await page.locator("main form button.main").click();
  await page.waitForURL(/hotovo=ano/);
  await check(page, "hlaseni-vyrizene");
  await page.context().close();
}

export async function the_planner_adds_a_place_and_hides_it({ browser, url }) {
  const page = await signIn(browser, url, "planovacka@opora.example");
  await page.goto(`${url}/sluzby/fokus-semily-std/zarizeni/nove`);
  await page.locator("[name=nazev]").fill("Dílna Tanvald");
  await page.locator("[name=ulice]").fill("Krkonošská 5");
  await page.locator("[name=obec]").fill("Tanvald");
  await page.locator("main form button.main").click();
  await page.waitForURL(/zarizeni\?ulozeno=ano/);
  await check(page, "mista");
  const shown = async () => { await page.goto(`${url}/sluzby/fokus-semily-std`); return (await page.locator("main").textContent()).includes("Krkonošská"); };
  assert(await shown(), "the public page shows the new place at once");
  await page.goto(`${url}/sluzby/fokus-semily-std/zarizeni`);
  await page.locator("main .hit", { hasText: "Dílna Tanvald" }).locator("a[href^='/sprava/zarizeni/']").click();
  await page.waitForURL(/sprava\/zarizeni/);
  await check(page, "misto");
  await page.locator("input[name=tajne]").check();
  await page.locator("main form button.main").click();
  await page.waitForURL(/ulozeno=ano/);
  assert(!(await page.content()).includes("Krkonošská"), "nothing of the address is left in the form");
  assert(!await shown(), "nor on the public page");
  await page.context().close();
}

export async function the_planner_lists_rooms_and_takes_the_change_back({ browser, url }) {
  const page = await signIn(browser, url, "planovacka@opora.example");
  await page.goto(`${url}/sluzby/fokus-semily-std/prostory`);
  await page.locator("main .hit a[href^='/sprava/prostory/']").first().click();
  await page.waitForURL(/sprava\/prostory/);
  await checkEveryLook(page, "prostory");
  const save = async () => { await page.locator("main form button.main").click(); await page.waitForLoadState(); };
  const rooms = await page.locator("[name=vycet]").inputValue();
  await page.locator("[name=plocha]").fill("asi 200");
  await save();
  page.wrong.length = 0;    // the answer is a 422 on purpose
  assert(await page.locator("#plocha[aria-invalid=true]").inputValue() === "asi 200", "what was typed stays");
  await check(page, "prostory-chyba");
  await page.locator("[name=plocha]").fill("200");
  await page.locator("[name=vycet]").fill(`${rooms}\nzimní zahrada`);
  await save();
  assert(new URL(page.url()).search === "?ulozeno=ano", "the rooms are saved");
  const shown = async () => { await page.goto(`${url}/sluzby/fokus-semily-sr`); return (await page.locator("main").textContent()).includes("zimní zahrada"); };
  assert(await shown(), "the service that shares the premises shows the new room");
  await page.goBack();
  await page.locator("main a[href$='/historie']").click();
  await page.waitForURL(/historie/);
  await checkEveryLook(page, "prostory-historie");
  await page.locator("main form[action$='/zpet'] button").first().click();
  await page.waitForURL(/vraceno=ano/);
  assert(!await shown(), "and loses it again");
  await page.context().close();
}

export async function a_wrong_password_is_told_kindly_and_keeps_the_email({ browser, url }) {
  const page = await open(browser, `${url}/prihlaseni`, { size: phone });
  await page.locator("#email").fill("planovacka@opora.example");
  await page.locator("#heslo").fill("neco uplne jineho");
  await page.locator("main button.main").click();
  await page.waitForLoadState();
  page.wrong.length = 0;    // the answer is a 422 on purpose
  await checkEveryLook(page, "prihlaseni-chyba");
  assert(await page.locator("#email").inputValue() === "planovacka@opora.example", "the e-mail stays");
  assert((await page.locator("main").textContent()).replace(/\u00a0/g, " ").includes("k sobě nepatří"), "the sentence says what to do");
  await page.context().close();
}

export async function the_planner_imports_the_register_with_its_difference({ browser, url }) {
  const file = join(mkdtempSync(join(tmpdir(), "opora-register-")), "rpss.json");
  execFileSync("python3", [join(root, "bench/make_register.py"), "--services", "60", "--facilities", "150", "--out", file], { stdio: "ignore" });
  const page = await signIn(browser, url, "planovacka@opora.example");
  await page.goto(`${url}/sprava/registr`);
  await checkEveryLook(page, "registr-seznam");
  await page.locator("input[type=file]").setInputFiles(file);
  await page.locator("main form button.main").first().click();
  await page.waitForURL(/\/sprava\/registr\/[0-9a-f-]+/);
  const use = page.locator("form[action$='/pouzit'] button");
  await use.first().waitFor({ timeout: 60_000 });    // the page hears by itself that the file was read
  await checkEveryLook(page, "registr");
  await Promise.all([page.waitForEvent("load"), use.first().click()]);
  // The job works behind the page; the catalogue follows when it is done.
  const total = async () => (await (await page.request.get(`${url}/sluzby`, { headers: { accept: "application/json" } })).json()).total;
  for (let n = 0; n < 120 && await total() <= 145; ++n) await page.waitForTimeout(500);
  assert(await total() > 145, "the catalogue has more services than before");
  await page.getByText("Změny jsou použité").waitFor({ timeout: 60_000 });
  await checkEveryLook(page, "registr-pouzity");
  assert(!(await page.locator("main").textContent()).includes("Nesmívejít"), "no person out of the register is shown");
  await page.context().close();
}

export async function pages_of_the_staff_keep_the_promises({ browser, url }) {
  for (const [email, addresses] of [["planovacka@opora.example", ["/prehled", "/sluzby/nova", "/poskytovatele/novy", "/sprava/oblasti", "/sprava/souvisejici", "/sprava/souvisejici/nova", "/souvisejici/icm-klub/upravit", "/sprava/klienti-podle-obvodu", "/sprava/hlaseni", "/sluzby/fokus-semily-std/kapacity", "/sluzby/fokus-semily-std/smlouvy", "/sluzby/fokus-semily-std/zarizeni", "/sluzby/fokus-semily-std/zarizeni/nove", "/sluzby/fokus-semily-std/prostory", "/poskytovatele/fokus-semily/historie", "/ucet"]],
                                    ["spravce@opora.example", ["/sprava/lide", "/sprava/lide/novy", "/sprava/organizace", "/sprava/ulohy"]],
                                    ["auditorka@opora.example", ["/sprava/audit"]]])
    for (const [size, theme] of [[phone, "light"], [desk, "dark"]]) {
      const page = await signIn(browser, url, email, { size, theme });
      for (const address of addresses) {
        await page.goto(url + address);
        await check(page, `zamestnanci${address.replaceAll("/", "-")}`);
      }
      await page.context().close();
    }
}

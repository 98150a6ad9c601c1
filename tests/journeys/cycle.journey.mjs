// One whole cycle of planning: a year is planned and mended, a meeting convened by letters and answered from one, held,
// its minutes taken by two people at once, commented, approved at the next meeting and published; what was not done
// comes back there by itself.
import { assert, check, checkEveryLook, desk, fillSignIn, inDays, makeOlder, open, phone, signIn, startOpora, words } from "./harness.mjs";
import { eventIn, headOf, letterWhere, partsOf, startWithMail, stopWithMail } from "./mail_catcher.mjs";

export const start = () => startWithMail(startOpora);
export const stop = stopWithMail;

const group = "/skupiny/komunitni-planovani-socialnich-sluzeb-na-jilemnicku";
const planner = "planovacka@opora.example", coordinator = "koordinatorka@opora.example";
const chair = "jasminova@jilemnice.example";
const decision = "Skupina schvaluje návrh sítě pro rok 2028.";
const task = "Sečíst odmítnuté zájemce podle obcí.";

// What one step leaves to the next.
const cycle = {};

// Days go by: a meeting that was to come is today, or was some days ago.
function setDay(folder, meeting, days) {
  const id = meeting.split("/").pop().replaceAll("-", "");
  makeOlder(folder, `UPDATE meetings SET day = date('now', '${days} days') WHERE id = X'${id}'`);
}

async function press(page, name, arrives) {
  await page.locator("main button", { hasText: name }).first().click();
  await page.waitForURL(arrives);
}

async function a_year_is_planned_the_watchdog_warns_and_one_button_mends_it({ browser, url }) {
  const page = await signIn(browser, url, planner);
  await page.goto(`${url}${group}/plan/2028/rada`);
  await page.locator("[name=zpusob][value=seznam]").check();
  await page.locator("[name=misto]").fill("Jilemnice, radnice");
  await page.locator("[name=od]").fill("9:00");
  await page.locator("[name=seznam]").fill("11.01., 11.04., 12.09., 12.12.");
  await page.locator("main form[method=post] button.main").last().click();
  await press(page, "Uložit", /hotovo=rada/);
  assert((await words(page)).includes("Od jednání 11. 4. 2028 do dalšího 12. 9. 2028 je 154 dní"), "the watchdog warns");
  const coordinators = await signIn(browser, url, coordinator);
  await coordinators.goto(`${url}/prehled-planovani`);
  assert((await words(coordinators)).includes("Od jednání 11. 4. 2028"), "the overview of the coordinator warns, too");
  await checkEveryLook(coordinators, "cyklus-prehled");
  await page.locator("form[action$='/termin'] button").first().click();
  await page.waitForURL(/hotovo=pridano/);
  assert((await words(page)).includes("Žádná mezera statut neporušuje."), "one button mends it");
  await coordinators.goto(`${url}/prehled-planovani`);
  assert(!(await words(coordinators)).includes("Od jednání 11. 4. 2028"), "and the overview is content");
  await coordinators.context().close();
  // The two meetings that this cycle goes through.
  await page.goto(`${url}${group}/jednani?rok=2028`);
  for (const [name, day] of [["first", "11. 1. 2028"], ["second", "11. 4. 2028"]])
    cycle[name] = url + await page.locator("main a", { hasText: new RegExp(day.replaceAll(" ", "\\s").replaceAll(".", "\\.")) }).first().getAttribute("href");
  await page.context().close();
}

async function it_is_convened_and_the_mail_with_its_event_is_answered_by_its_link({ browser, url, catcher }) {
  const page = await signIn(browser, url, planner);
  await page.goto(`${cycle.first}/program`);
  for (const [title, minutes] of [["Kontrola úkolů", "15"], ["Síť služeb, návrh; čísla za rok", "40"], ["Různé", "10"]]) {
    await page.locator("[name=nazev]").first().fill(title);
    await page.locator("[name=minut]").fill(minutes);
    await page.getByRole("button", { name: "Přidat", exact: true }).click();
    await page.waitForURL(/hotovo=pridano/);
  }
  await page.goto(`${cycle.first}/svolat`);
  await page.locator("[name=slova]").fill("Prosíme o dochvilnost.\nBcc: vsem@zlo.example\n.\nKonec.");
  await press(page, "Poslat pozvánky", /hotovo=svolano/);
  await page.context().close();
  const letter = await letterWhere(catcher, one => one.to === chair && one.data.includes("text/calendar"));
  assert(letter, "the letter arrived");
  const head = headOf(letter);
  assert(!head.has("bcc") && head.get("to").includes(chair), "nothing typed became a line of the head");
  const [text, ...others] = partsOf(letter);
  assert(text.text.includes("Bcc: vsem@zlo.example") && text.text.includes("Konec."), "what was typed stands in the text, whole");
  const calendar = others.find(part => /^content-type: text\/calendar/im.test(part.head));
  assert(calendar && /method=REQUEST/i.test(calendar.head), "an event for the calendar comes along");
  const event = eventIn(calendar.text);
  assert(event.get("DTSTART") === "20280111T090000" && event.get("LOCATION") === "Jilemnice, radnice", "it says when and where");
  assert(event.get("DESCRIPTION").replaceAll("\u00a0", " ").includes("2. Síť služeb, návrh; čísla za rok"), "and what about");
  assert(event.get("ATTENDEE").includes(chair), "and whom it asks");
  const link = new URL(/https?:\/\/\S+\/ucast\/[\w-]+/.exec(text.text)[0]).pathname;
  const guest = await open(browser, `${url}${link}`, { size: phone, script: false });
  await guest.locator("button[value=comes]").click();
  await guest.waitForURL(/hotovo=ano/);
  assert((await words(guest)).includes("Víme, že přijdete"), "one button answers");
  await guest.context().close();
  // Who holds an account finds it in the program, too, and gets no second letter.
  const hers = await signIn(browser, url, coordinator);
  await hers.goto(`${url}/oznameni`);
  assert((await words(hers)).includes("Svolává se jednání"), "a notice waits");
  await check(hers, "cyklus-oznameni");
  await hers.goto(cycle.first);
  await hers.locator("button[value=comes]").click();
  await hers.waitForURL(/hotovo=odpoved/);
  await hers.context().close();
  const about = catcher.letters.filter(one => one.to === coordinator && partsOf(one)[0].text.includes(new URL(cycle.first).pathname));
  assert(about.length <= 1 && !catcher.letters.some(one => partsOf(one)[0].text.includes("Svolává se")), "no second letter about one meeting");
}

async function it_is_held_and_knows_who_came({ browser, url, folder }) {
  setDay(folder, cycle.first, -7);
  const page = await signIn(browser, url, planner);
  await page.goto(`${cycle.first}/dochazka`);
  const taps = page.locator("main button[value=present]");
  for (let n = 0; n < 7; ++n) {
    await taps.nth(n).click();
    await page.waitForURL(/hotovo=zapsano/);
  }
  await page.goto(cycle.first);
  await press(page, "Jednání se konalo", /hotovo=konalo/);
  assert((await words(page)).includes("usnášeníschopné"), "the quorum is known");
  await page.context().close();
}

const edit = async (page, n) => {
  await page.locator("[data-part]").nth(n).locator("a", { hasText: "Upravit" }).click();
  await page.locator("#text").waitFor();
};
const save = async page => {
  await page.locator("main form button.main", { hasText: "Uložit část" }).click();
  await page.waitForURL(/hotovo=ulozeno/);
};

async function its_minutes_are_taken_by_two_people_at_once({ browser, url }) {
  const one = await signIn(browser, url, planner), other = await signIn(browser, url, coordinator);
  await one.goto(`${cycle.first}/zapis`);
  await press(one, "Začít zápis", /hotovo=zacato/);
  await other.goto(`${cycle.first}/zapis`);
  // Side by side in two parts, then both in one.
  await edit(one, 0), await edit(other, 2);
  await one.locator("#text").fill("Splněno vše, co mělo být.");
  await other.locator("#text").fill("Paní Krokusová připomněla sobotní spoj.");
  await Promise.all([save(one), save(other)]);
  await edit(one, 1), await edit(other, 1);
  await one.locator("#text").fill("Město představilo síť.");
  await save(one);
  await other.locator("[data-minutes-changed]", { hasText: "mezitím uložil" }).waitFor({ timeout: 15000 });
  await other.locator("#text").fill("Čísla za rok doplní poskytovatelé.");
  await other.locator("main form button.main", { hasText: "Uložit část" }).click();
  await other.locator("h1", { hasText: "mezitím" }).waitFor();
  other.wrong.length = 0;
  const both = await other.locator("#text").inputValue();
  assert(both.includes("Město představilo síť.") && both.includes("Čísla za rok"), "nothing that either wrote is lost");
  await other.locator("main form button.main").click();
  await other.waitForURL(/hotovo=ulozeno/);
  await other.context().close();
  // What was decided and who does what stands at its item.
  const part = one.locator("[data-part]").nth(1);
  await one.goto(`${cycle.first}/zapis`);
  await part.locator("summary", { hasText: "Další" }).click();
  await part.locator("a", { hasText: "usnesení" }).click();
  await one.locator("[name=co]").fill(decision);
  await one.locator("main form[method=post] button.main").click();
  await one.waitForURL(/hotovo=usneseni/);
  await part.locator("summary", { hasText: "Další" }).click();
  await part.locator("a", { hasText: "Zapsat úkol" }).click();
  await one.locator("[name=co]").fill(task);
  await one.locator("[name=kdo]").selectOption({ label: "Jitka Lískovcová" });
  await one.locator("[name=do]").fill(inDays(-1));
  await one.locator("main form[method=post] button.main").click();
  await one.waitForURL(/hotovo=ukol/);
  await part.locator("summary", { hasText: "Další" }).click();
  await part.locator("a", { hasText: "Zapsat akci" }).click();
  await one.locator("[name=nazev]").fill("Den otevřených dveří v LIŘE");
  await one.locator("[name=druh]").selectOption("open_day");
  await one.locator("[name=od]").fill(inDays(30));
  await one.locator("main form[method=post] button.main").click();
  await one.waitForURL(/\/akce\//);
  await one.goto(`${cycle.first}/zapis`);
  const said = await words(one);
  assert(said.includes(decision) && said.includes(task) && said.includes("Den otevřených dveří v LIŘE"), "all three stand in the minutes");
  assert((await part.textContent()).includes(task), "the task stands at its item");
  await checkEveryLook(one, "cyklus-zapis");
  await one.context().close();
}

async function comments_are_settled_and_the_minutes_verified({ browser, url, catcher }) {
  const page = await signIn(browser, url, planner);
  await page.goto(`${cycle.first}/zapis`);
  await page.locator("main a", { hasText: "připomínkám" }).first().click();
  await page.locator("[name=do]").fill(inDays(10));
  await page.locator("#provest").click();
  await page.waitForURL(/hotovo=faze/);
  const draft = await letterWhere(catcher, one => one.to === chair && one.data.includes(".docx"));
  assert(draft, "who has no account got the draft by mail");
  headOf(draft);
  const member = await signIn(browser, url, coordinator);
  await member.goto(`${cycle.first}/zapis`);
  await member.locator("#pripominka").fill("U sítě chybí, že se skupina ptala na víkendy.");
  await member.locator("#pripominky form[action$='/pripominky'] button").last().click();
  await member.waitForURL(/hotovo=pripominka/);
  await member.context().close();
  await page.goto(`${cycle.first}/zapis`);
  await edit(page, 1);
  await page.locator("#text").fill(`${await page.locator("#text").inputValue()}\n\nSkupina se ptala na víkendy.`);
  await save(page);
  await page.locator("button[value=accepted]").first().click();
  await page.waitForURL(/hotovo=vyporadano/);
  await page.locator("main a", { hasText: "Ověřit zápis" }).click();
  await page.locator("#provest").click();
  await page.waitForURL(/hotovo=faze/);
  await page.context().close();
}

async function the_unfinished_task_comes_back_at_the_next_meeting_by_itself({ browser, url, folder }) {
  setDay(folder, cycle.second, 0);
  const page = await signIn(browser, url, planner);
  await page.goto(`${cycle.second}/dochazka`);
  for (let n = 0; n < 7; ++n) {
    await page.locator("main button[value=present]").nth(n).click();
    await page.waitForURL(/hotovo=zapsano/);
  }
  await page.goto(cycle.second);
  await press(page, "Jednání se konalo", /hotovo=konalo/);
  await page.goto(`${cycle.second}/kontrola-ukolu`);
  const back = page.locator("main li.hit", { hasText: task });
  assert(await back.count() === 1, "it came back by itself");
  await checkEveryLook(page, "cyklus-kontrola-ukolu");
  await back.locator("[name=termin]").fill(inDays(30));
  await back.locator("button[value=goes_on]").click();
  await page.waitForURL(/hotovo=zapsano/);
  await page.locator("main li.hit", { hasText: task }).locator("h2 a").click();
  await page.waitForURL(/\/ukoly\//);
  const said = await words(page);
  assert(said.includes("trvá") && said.includes("Síť služeb, návrh"), "it knows its way and the item where it was given");
  await page.context().close();
}

async function the_minutes_are_approved_there_and_everybody_reads_their_copy({ browser, url }) {
  const page = await signIn(browser, url, planner);
  await page.goto(`${cycle.first}/zapis`);
  await page.locator("main a", { hasText: "Zapsat schválení" }).click();
  await page.locator("#schuzka").selectOption({ index: 1 });
  await page.locator("#provest").click();
  await page.waitForURL(/hotovo=faze/);
  await page.locator("main a", { hasText: "Zveřejnit zápis" }).click();
  assert((await words(page)).includes("Krokusová"), "it says whose names are left out");
  await page.locator("#provest").click();
  await page.waitForURL(/hotovo=faze/);
  await page.context().close();
  const stranger = await open(browser, `${cycle.first}/zapis`, { size: phone });
  const said = await words(stranger);
  assert(said.includes("otisk souhlasí") && said.includes("Město představilo síť.") && said.includes(decision), "the copy holds what was written");
  assert(said.includes("Den otevřených dveří v LIŘE"), "and the event");
  assert(!said.includes("Krokusov"), "without names of users");
  await checkEveryLook(stranger, "cyklus-zverejneno");
  await stranger.goto(`${url}/rozhodnuti?q=navrh+site+2028`);
  assert((await words(stranger)).includes(decision), "the decision is public now");
  await stranger.context().close();
}

// Exported functions come in the order of their names, and here each step stands on the one before.
export async function a_whole_cycle_from_the_plan_to_the_task_that_comes_back(world) {
  for (const step of [a_year_is_planned_the_watchdog_warns_and_one_button_mends_it,
    it_is_convened_and_the_mail_with_its_event_is_answered_by_its_link, it_is_held_and_knows_who_came,
    its_minutes_are_taken_by_two_people_at_once, comments_are_settled_and_the_minutes_verified,
    the_unfinished_task_comes_back_at_the_next_meeting_by_itself,
    the_minutes_are_approved_there_and_everybody_reads_their_copy])
    await step(world).catch(error => { throw new Error(`${step.name.replaceAll("_", " ")}: ${error.message}`); });
}

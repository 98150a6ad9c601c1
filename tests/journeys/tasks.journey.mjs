// Tasks and decisions: a coordinator's overview, a task that is not done and returns at the next meeting, the register
// of decisions, searching.
import { assert, check, checkEveryLook, desk, forget, makeOlder, open, phone, signIn, startOpora, words } from "./harness.mjs";

export const start = () => startOpora("demo");
export const stop = server => server.stop();

const group = "komunitni-planovani-socialnich-sluzeb-na-jilemnicku";

// Days of the demonstration as the server has them.
const inCzech = days => {
  const day = new Date(Date.now() + days * 86400000);
  return `${day.getDate()}. ${day.getMonth() + 1}. ${day.getFullYear()}`;
};

export async function the_coordinator_sees_what_waits_and_gives_a_task({ browser, url }) {
  const page = await signIn(browser, url, "koordinatorka@opora.example");
  await page.goto(`${url}/prehled-planovani`);
  await checkEveryLook(page, "prehled-planovani");
  assert((await words(page)).includes("Co čeká na vás"), "what waits");
  await page.goto(`${url}/ukoly`);
  await checkEveryLook(page, "ukoly-moje");
  await page.goto(`${url}/skupiny/${group}/ukoly`);
  await checkEveryLook(page, "ukoly-skupiny");
  await page.goto(`${url}/skupiny/${group}/ukoly?q=nesmysl`);
  await check(page, "ukoly-nic");
  await page.goto(`${url}/skupiny/${group}/ukoly/novy`);
  await page.locator("main form[method=post] button.main").click();
  await page.locator("[role=alert]").first().waitFor();
  forget(page);
  await checkEveryLook(page, "ukol-novy-chyby");
  await page.locator("[name=text]").fill("Domluvit odvoz na besedu.");
  await page.locator("[name=vlastnik_slovy]").fill("K. Jasmínová");
  await page.locator("[name=termin]").fill(inCzech(12));
  await page.locator("main form[method=post] button.main").click();
  await page.waitForURL(/hotovo=zadan/);
  assert((await words(page)).includes("Kamila Jasmínová"), "the initial became the member");
  await checkEveryLook(page, "ukol");
  await page.locator("[name=zprava]").fill("Autobus stojí 4 000 Kč.");
  await page.locator("form[action$='/poznamka'] button").click();
  await page.waitForURL(/hotovo=zapsano/);
  assert((await words(page)).includes("Autobus stojí"), "the note stands at its way");
  await page.context().close();
}

export async function an_unfinished_task_returns_at_the_next_meeting({ browser, url, server, folder }) {
  const at = folder ?? server?.folder;
  const page = await signIn(browser, url, "koordinatorka@opora.example");
  const meetings = meetingsOf(at);
  await page.goto(`${url}/jednani/${meetings[0]}/kontrola-ukolu`);
  await checkEveryLook(page, "kontrola-ukolu");
  const first = page.locator("main li.hit").first();
  const what = (await first.locator("p.prose").textContent()).trim().replace(/[\u00a0\u2060]/g, c => c === "\u00a0" ? " " : "");
  await first.locator("button[value=dropped]").click();
  await page.locator("[role=alert]").first().waitFor();
  forget(page);
  await check(page, "kontrola-ukolu-chyba");
  await page.locator("main li.hit").first().locator("[name=poznamka]").fill("čeká se na obce");
  await page.locator("main li.hit").first().locator("[name=termin]").fill(inCzech(60));
  await page.locator("main li.hit").first().locator("button[value=goes_on]").click();
  await page.waitForURL(/hotovo=zapsano/);
  assert((await words(page)).includes("trvá, nový termín"), "what the meeting said");
  await checkEveryLook(page, "kontrola-ukolu-zapsana");
  await page.goto(`${url}/jednani/${meetings[1]}/kontrola-ukolu`);
  assert((await words(page)).includes(what), "it returned by itself");
  const again = page.locator("main li.hit", { hasText: what });
  await again.locator("button[value=done]").click();
  await page.waitForURL(/hotovo=zapsano/);
  await page.locator("main li.hit", { hasText: what }).locator("h2 a").click();
  await page.waitForURL(/\/ukoly\//);
  const text = await words(page);
  assert(text.includes("čeká se na obce") && text.includes("splněno"), "its way through both meetings");
  await checkEveryLook(page, "ukol-cesta");
  await page.context().close();
}

// Two meetings to come of the group, made where the demonstration has none.
function meetingsOf(folder) {
  const ids = ["019b0000-0000-7000-8000-00000000aa01", "019b0000-0000-7000-8000-00000000aa02"];
  for (const [n, id] of ids.entries())
    makeOlder(folder, `INSERT OR IGNORE INTO meetings (id, group_id, day, state, organisation_id, retention, version, created_at, changed_at)
      SELECT ${sqlId(id)}, id, date('now', '+${n * 30 + 1} days'), 'planned', organisation_id, 'permanent', 1, created_at, changed_at
      FROM working_groups WHERE slug = '${group}'`);
  return ids;
}
const sqlId = id => `X'${id.replaceAll("-", "")}'`;

export async function everybody_reads_public_decisions_and_searches({ browser, url }) {
  const page = await open(browser, `${url}/rozhodnuti`, { size: phone });
  await checkEveryLook(page, "rozhodnuti");
  await page.goto(`${url}/rozhodnuti?q=prostupneho`);
  await page.locator("main table a").first().click();
  await page.waitForURL(/rozhodnuti\/0/);
  await checkEveryLook(page, "rozhodnuti-jedno");
  assert(!(await words(page)).includes("Úkoly z rozhodnutí"), "tasks are not public");
  await page.goto(`${url}/hledani-v-planovani?q=prostupneho+bydleni`);
  assert(await page.locator("mark").count() > 0, "the words are shown");
  await checkEveryLook(page, "hledani-v-planovani");
  await page.goto(`${url}/hledani-v-planovani?q=hippopotamus`);
  await check(page, "hledani-nic");
  await page.goto(`${url}/hledani-v-planovani`);
  await check(page, "hledani-prazdne");
  await page.context().close();
  const planner = await signIn(browser, url, "planovacka@opora.example", { size: desk });
  await planner.goto(`${url}/rozhodnuti?q=prirucky`);
  await planner.locator("main table a").first().click();
  await planner.waitForURL(/rozhodnuti\/0/);
  assert((await words(planner)).includes("Sepsat osnovu"), "the echo: tasks that came of it");
  await checkEveryLook(planner, "rozhodnuti-ozvena");
  await planner.goto(`${url}/prehled-planovani`);
  await checkEveryLook(planner, "prehled-planovani-kraj");
  await planner.context().close();
}

// The administrator's own pages: people and what they may, the letters that wait, jobs; and the auditor's look at all of it.
import { assert, checkEveryLook, desk, forget, open, startOpora } from "./harness.mjs";

export const start = () => startOpora("demo");
export const stop = server => server.stop();

const password = "ukazka-opora-2026";

async function signIn(browser, url, email) {
  const page = await open(browser, `${url}/prihlaseni`, { size: desk });
  await page.locator("#email").fill(email);
  await page.locator("#heslo").fill(password);
  await page.locator("main button.main").click();
  await page.waitForURL(address => !address.pathname.startsWith("/prihlaseni"));
  return page;
}

const words = async page => (await page.locator("main").textContent()).replace(/\u00a0/g, " ");

export async function a_colleague_gets_a_role_loses_it_and_is_shut_out({ browser, url }) {
  const admin = await signIn(browser, url, "spravce@opora.example");
  const colleague = await signIn(browser, url, "koordinatorka@opora.example");
  const may = async address => {
    const status = (await colleague.goto(url + address)).status();
    forget(colleague);    // a refusal is what is asked for
    return status;
  };
  assert(await may("/sprava/registr") !== 200, "a coordinator imports no register");

  await admin.goto(`${url}/sprava/lide`);
  await checkEveryLook(admin, "lide");
  await admin.locator("#q").fill("koordinatorka");
  await admin.locator("main form[role=search] button").click();
  await admin.waitForURL(/q=koordinatorka/);
  assert(await admin.locator("main tbody tr").count() === 1, "the search leaves one");
  await admin.locator("main tbody a").click();
  await admin.waitForURL(/sprava\/lide\/[0-9a-f-]+/);
  await checkEveryLook(admin, "clovek");
  const at = admin.url();
  await admin.locator("summary", { hasText: "Přidat roli" }).click();
  await admin.locator("details form button.main").click();
  await admin.locator("[role=alert]").first().waitFor();
  forget(admin);    // the answer is a 422 on purpose
  await checkEveryLook(admin, "clovek-role-chyba");
  await admin.locator("#role").selectOption("regional_planner");
  await admin.locator("#dosah").selectOption("region");
  await admin.locator("details form button.main").click();
  await admin.waitForURL(/hotovo|ulozeno/);
  await checkEveryLook(admin, "clovek-ulozeny");
  assert(await may("/sprava/registr") === 200, "as a planner of the region she does, at once");

  await admin.goto(at);
  await admin.locator("li", { hasText: "krajský plánovač" }).getByRole("button", { name: "Ukončit roli" }).click();
  await admin.waitForURL(/hotovo|ulozeno/);
  assert(await may("/sprava/registr") !== 200, "and no longer when the role is over");
  assert(await may("/prehled") === 200, "she is still signed in");
  await admin.getByRole("button", { name: "Zablokovat účet" }).click();
  await admin.getByText("zablokovaný účet").first().waitFor();
  await checkEveryLook(admin, "clovek-zablokovany");
  await may("/prehled");
  assert(new URL(colleague.url()).pathname === "/prihlaseni", "whose account is blocked is signed out");
  await admin.getByRole("button", { name: "Odblokovat účet" }).click();
  await admin.getByRole("button", { name: "Zablokovat účet" }).waitFor();
  await colleague.context().close();
  await admin.context().close();
}

export async function the_last_administrator_cannot_lock_the_door_behind_himself({ browser, url }) {
  const admin = await signIn(browser, url, "spravce@opora.example");
  await admin.goto(`${url}/sprava/lide?q=spravce`);
  await admin.locator("main tbody a").first().click();
  await admin.waitForURL(/sprava\/lide\/[0-9a-f-]+/);
  await admin.getByRole("button", { name: "Zablokovat účet" }).click();
  await admin.locator("[role=alert]").waitFor();
  forget(admin);    // the answer is a 422 on purpose
  assert((await words(admin)).includes("poslední správce"), "it says why not");
  await checkEveryLook(admin, "clovek-posledni-spravce");
  await admin.goto(`${url}/sprava/role`);
  await checkEveryLook(admin, "druhy-krok-podle-roli");
  await admin.goto(`${url}/sprava/lide?q=nikdo-takovy`);
  await checkEveryLook(admin, "lide-nikdo");
  await admin.context().close();
}

export async function a_letter_waits_and_is_thrown_away({ browser, url }) {
  const admin = await signIn(browser, url, "spravce@opora.example");
  await admin.goto(`${url}/sprava/lide?q=reditel`);
  await admin.locator("main tbody a").first().click();
  await admin.getByRole("button", { name: /pozvánku/ }).click();
  await admin.locator("main [role=status]").first().waitFor();
  const row = admin.locator("main tbody tr", { hasText: "reditel@opora.example" });
  for (let n = 0; n < 50 && !await row.count(); ++n) { await admin.waitForTimeout(200); await admin.goto(`${url}/sprava/posta`); }
  await checkEveryLook(admin, "posta");
  await row.first().getByRole("link").first().click();
  await admin.waitForURL(/sprava\/posta\/[0-9a-f-]+/);
  await checkEveryLook(admin, "dopis");
  await admin.getByRole("button", { name: "Zahodit" }).click();
  await admin.locator("main [role=status]").waitFor();
  assert((await words(admin)).includes("zahozen"), "it says that it was thrown away");
  await checkEveryLook(admin, "dopis-zahozeny");
  await admin.goto(`${url}/sprava/posta?q=nikdo-takovy`);
  await checkEveryLook(admin, "posta-nic");
  await admin.context().close();
}

export async function the_auditor_sees_who_did_what_and_that_nothing_is_missing({ browser, url }) {
  const stranger = await open(browser, `${url}/prihlaseni`);
  await stranger.locator("#email").fill("spravce@opora.example");
  await stranger.locator("#heslo").fill("zkousim hesla cizich lidi");
  await stranger.locator("main button.main").click();
  await stranger.locator("[role=alert]").first().waitFor();
  await stranger.context().close();
  const auditor = await signIn(browser, url, "auditorka@opora.example");
  await auditor.goto(`${url}/sprava/audit`);
  assert(await auditor.locator("main tbody tr", { hasText: "nepřihlášený" }).filter({ hasText: "neúspěch" }).count() > 0, "a stranger's attempt stands there in words");
  await auditor.getByRole("button", { name: "Zkontrolovat pečeti" }).click();
  for (let n = 0; n < 100 && !(await words(auditor)).includes("Pečeti drží"); ++n) { await auditor.waitForTimeout(200); await auditor.goto(`${url}/sprava/audit`); }
  assert((await words(auditor)).includes("Pečeti drží"), "the seals hold");
  await checkEveryLook(auditor, "audit");
  await auditor.locator("#osoba").fill("auditorka@opora.example");
  await auditor.locator("#ukon").fill("audit.read");
  await auditor.locator("main form button.main").click();
  await auditor.waitForURL(/osoba=auditorka/);
  const rows = auditor.locator("main tbody tr");
  assert(await rows.count() > 0 && await rows.count() === await rows.filter({ hasText: "čtení auditu" }).count(), "the filter leaves what was asked for, her own reading too");
  await auditor.goto(`${url}/sprava/audit?od=32.+13.+2026`);
  forget(auditor);    // the answer is a 422 on purpose
  assert(await auditor.locator("#od[aria-invalid=true]").count() === 1, "a day that is none is told");
  await checkEveryLook(auditor, "audit-chyba");
  await auditor.goto(`${url}/sprava/audit?ukon=nic.takoveho`);
  await checkEveryLook(auditor, "audit-nic");
  await auditor.context().close();

  const admin = await signIn(browser, url, "spravce@opora.example");
  await admin.goto(`${url}/sprava/ulohy`);
  assert((await words(admin)).includes("Kontrola pečetí auditu"), "the administrator sees the job it was");
  await checkEveryLook(admin, "ulohy");
  const refused = (await admin.goto(`${url}/sprava/audit`)).status();
  forget(admin);
  assert(refused === 403 || refused === 404, "and reads no audit himself");
  await admin.context().close();
}

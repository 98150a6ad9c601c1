// Other people's programs: one asks by a token until it is revoked, another hears of events by a webhook.
import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import { assert, checkEveryLook, forget, inDays, lookUp, makeOlder, signIn, startOpora, words } from "./harness.mjs";

export const start = () => startOpora("demo");
export const stop = server => server.stop();

export async function a_program_asks_by_a_token_until_it_is_revoked({ browser, url }) {
  const page = await signIn(browser, url, "planovacka@opora.example");
  await page.goto(`${url}/ucet`);
  await checkEveryLook(page, "ucet-s-klici");
  await page.getByRole("link", { name: "Spravovat klíče" }).click();
  await page.waitForURL(/ucet\/tokeny/);
  await checkEveryLook(page, "klice-prazdne");
  await page.locator("main button.main").click();
  await page.locator("[role=alert]").waitFor();
  forget(page);    // the answer is a 422 on purpose
  await checkEveryLook(page, "klice-chyba");
  await page.locator("#nazev").fill("tabulka kapacit");
  await page.locator("main button.main").click();
  await page.locator("main [role=status] code").first().waitFor();
  const token = await page.locator("main [role=status] code").first().textContent();
  assert(/^opora_[\w-]{43}$/.test(token), "the token is shown once");
  await checkEveryLook(page, "klice-novy");

  const ask = (path, headers = {}) => fetch(url + path, { redirect: "manual", headers: { authorization: `Bearer ${token}`, ...headers } });
  const list = await ask("/sprava/kapacity");
  assert(list.status === 200 && list.headers.get("content-type") === "application/json", "the program reads what the planner may read");
  assert(Object.keys(await list.json()).length > 0, "and gets JSON");
  assert((await ask("/sluzby.csv")).status === 200, "and files");
  assert((await ask("/sprava/lide")).status === 403, "people are out of its reach");
  const written = await fetch(`${url}/sprava/oblasti`, { method: "POST", headers: { authorization: `Bearer ${token}` }, body: new URLSearchParams({ nazev: "X" }) });
  assert(written.status === 403 && (await written.json()).title.includes("jen číst"), "it may read only");

  await page.goto(`${url}/ucet/tokeny`);
  assert(!(await page.locator("main").textContent()).includes(token), "nobody reads it again");
  const admin = await signIn(browser, url, "spravce@opora.example");
  await admin.goto(`${url}/sprava/tokeny`);
  await checkEveryLook(admin, "klice-vsech");
  await admin.context().close();
  await page.getByRole("button", { name: /Zrušit klíč/ }).click();
  await page.waitForURL(/hotovo=zruseno/);
  await checkEveryLook(page, "klice-zruseny");
  const over = await ask("/sprava/kapacity");
  assert(over.status === 401 && over.headers.get("www-authenticate").includes("revoked"), "the program learns that it is over");
  assert((await ask("/sluzby")).status === 401, "also where strangers may read");
  await page.context().close();
}

// Keeps what it is posted.
async function receiver() {
  const caught = [], town = { broken: false };
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", piece => { body += piece; });
    request.on("end", () => { caught.push({ headers: request.headers, body }); response.writeHead(town.broken ? 500 : 204).end(); });
  });
  await new Promise(done => server.listen(0, "127.0.0.1", done));
  const next = async count => {
    for (let n = 0; n < 200 && caught.length < count; ++n) await new Promise(done => setTimeout(done, 100));
    return caught[count - 1];
  };
  const of = kind => caught.filter(({ body }) => JSON.parse(body).kind === kind).length;
  Object.assign(town, { url: `http://127.0.0.1:${server.address().port}/opora`, next, of, stop: () => { server.closeAllConnections(); server.close(); } });
  return town;
}

function fits({ headers, body }, secret) {
  const [, seconds, signature] = headers["x-opora-signature"].match(/^t=(\d+),v1=([0-9a-f]{64})$/);
  return createHmac("sha256", secret).update(`${seconds}.${body}`).digest("hex") === signature;
}

export async function a_token_that_is_over_lets_nobody_in({ browser, url, folder }) {
  const page = await signIn(browser, url, "planovacka@opora.example");
  await page.goto(`${url}/ucet/tokeny`);
  await page.locator("#nazev").fill("loňský výkaz");
  await page.locator("#plati_do").fill("1. 1. 2020");
  await page.locator("main button.main").click();
  await page.locator("#plati_do[aria-invalid=true]").waitFor();
  forget(page);    // the answer is a 422 on purpose
  await page.locator("#plati_do").fill(inDays(30));
  await page.getByLabel("veřejné stránky a otevřená data").uncheck();
  await page.locator("main button.main").click();
  await page.locator("main [role=status] code").first().waitFor();
  const authorization = `Bearer ${await page.locator("main [role=status] code").first().textContent()}`;
  const ask = path => fetch(url + path, { redirect: "manual", headers: { authorization } });
  assert((await ask("/sprava/kapacity")).status === 200, "it opens what it was made for");
  assert((await ask("/sluzby")).status === 403, "and nothing else");

  makeOlder(folder, "UPDATE api_tokens SET expires_at = created_at WHERE name = 'loňský výkaz'");
  const over = await ask("/sprava/kapacity");
  assert(over.status === 401 && over.headers.get("www-authenticate").includes("expired"), "the program learns that its time is over");
  assert((await over.json()).detail.includes("Vytvořte si nový"), "and what to do");
  await page.goto(`${url}/ucet/tokeny`);
  assert(await page.locator("main tr", { hasText: "loňský výkaz" }).getByText("prošlý").count() === 1, "it stands among those that are over");
  await checkEveryLook(page, "klice-prosly");
  const admin = await signIn(browser, url, "spravce@opora.example");
  await admin.goto(`${url}/sprava/tokeny`);
  assert(await admin.getByText("loňský výkaz").count() === 0, "the administrator sees the valid ones first");
  await admin.locator("#stav").selectOption("vse");
  await admin.locator("main form button.main").click();
  await admin.waitForURL(/stav=vse/);
  assert(await admin.getByText("loňský výkaz").count() === 1, "and the others when he asks");
  await checkEveryLook(admin, "klice-vsech-i-prosle");
  await admin.context().close();
  await page.context().close();
}

export async function a_town_hears_of_changes_by_a_webhook({ browser, url, folder }) {
  const town = await receiver();
  try {
    const admin = await signIn(browser, url, "spravce@opora.example");
    await admin.goto(`${url}/sprava/napojeni`);
    await checkEveryLook(admin, "napojeni-prazdne");
    await admin.getByRole("link", { name: "Nové napojení" }).click();
    await admin.waitForURL(/napojeni\/nove/);
    await admin.locator("#nazev").fill("web města");
    await admin.locator("#adresa").fill("https://10.0.0.1/opora");
    await admin.locator("main button.main").click();
    await admin.locator("[role=alert]").waitFor();
    forget(admin);    // the answer is a 422 on purpose
    await checkEveryLook(admin, "napojeni-chyba");
    await admin.locator("#adresa").fill(town.url);
    await admin.locator("main button.main").click();
    await admin.locator("main [role=status] code").waitFor();
    const secret = await admin.locator("main [role=status] code").textContent();
    await checkEveryLook(admin, "napojeni-nove");
    await admin.goto(`${url}/sprava/napojeni`);
    await admin.getByRole("link", { name: "web města" }).click();
    await admin.getByRole("button", { name: "Poslat zkušební událost" }).click();
    await admin.waitForURL(/hotovo=zkouska/);
    const test = await town.next(1);
    assert(test && JSON.parse(test.body).kind === "test" && fits(test, secret), "the test event arrives, and its signature fits");

    const planner = await signIn(browser, url, "planovacka@opora.example");
    const write = async words => {
      await planner.goto(`${url}/sluzby/fokus-semily-std/upravit`);
      await planner.locator("[name=shrnuti]").fill(words);
      await planner.locator("main form button.main").first().click();
      await planner.waitForURL(/ulozeno=ano/);
    };
    await write("Dílna, kde se šije, maluje a vyrábějí svíčky.");
    const changed = await town.next(2);
    const event = JSON.parse(changed.body);
    assert(event.kind === "service.changed" && fits(changed, secret), "the change arrives too");
    assert(new URL(event.record.url).pathname === "/sluzby/fokus-semily-std", "and says where to read it");
    const record = await (await fetch(url + new URL(event.record.api).pathname)).json();
    assert(JSON.stringify(record).includes("svíčky"), "where it can be read by everybody");

    await admin.reload();
    await admin.goto(admin.url().replace(/\?.*/, ""));
    await checkEveryLook(admin, "napojeni");
    const at = admin.url();
    await admin.goto(`${url}/sprava/napojeni`);
    await checkEveryLook(admin, "napojeni-seznam");

    // What went astray over there is sent once more; what they refuse is told and tried again.
    const line = kind => admin.locator("main ol.list > li", { hasText: kind }).first();
    await admin.goto(at);
    await line("zkušební událost").getByRole("button", { name: /Poslat znovu/ }).click();
    await admin.waitForURL(/hotovo=znovu/);
    const again = await town.next(3);
    assert(again && JSON.parse(again.body).id === JSON.parse(test.body).id && fits(again, secret), "the same event comes again under its own name");
    town.broken = true;
    await admin.getByRole("button", { name: "Poslat zkušební událost" }).click();
    await admin.waitForURL(/hotovo=zkouska/);
    await town.next(4);
    for (let n = 0; n < 50 && !await line("odpověděl kódem 500").count(); ++n) { await admin.waitForTimeout(100); await admin.goto(at); }
    assert((await line("zkušební událost").textContent()).includes("čeká"), "what was refused waits for another try");
    await checkEveryLook(admin, "napojeni-odmita");

    // Paused, nothing leaves, and nothing is made up for.
    town.broken = false;
    await admin.getByRole("button", { name: "Pozastavit" }).click();
    await admin.waitForURL(/hotovo=pozastaveno/);
    await checkEveryLook(admin, "napojeni-pozastavene");
    const before = town.of("service.changed");
    const seen = () => lookUp(folder, "SELECT hex(digest) FROM webhook_records WHERE path = '/sluzby/fokus-semily-std'");
    const known = seen();
    await write("Dílna, kde se šije a maluje.");
    for (let n = 0; n < 100 && seen() === known; ++n) await admin.waitForTimeout(100);
    assert(seen() !== known, "the change is seen in the pause");
    await planner.context().close();
    await admin.getByRole("button", { name: "Posílat znovu" }).click();
    await admin.waitForURL(/hotovo=obnoveno/);
    const tests = town.of("test");
    await admin.getByRole("button", { name: "Poslat zkušební událost" }).click();
    await admin.waitForURL(/hotovo=zkouska/);
    for (let n = 0; n < 100 && town.of("test") === tests; ++n) await admin.waitForTimeout(100);
    assert(town.of("test") > tests, "it sends again");
    assert(town.of("service.changed") === before, "what happened meanwhile stays unsent");

    await admin.locator("summary", { hasText: "Další možnosti" }).click();
    await checkEveryLook(admin, "napojeni-dalsi-moznosti");
    await admin.getByRole("button", { name: "Ukončit napojení" }).click();
    await admin.waitForURL(/hotovo=ukonceno/);
    assert(await admin.getByRole("link", { name: "web města" }).count() === 0, "and is gone when it is ended");
    await checkEveryLook(admin, "napojeni-ukoncene");
    await admin.context().close();
  } finally {
    town.stop();
  }
}

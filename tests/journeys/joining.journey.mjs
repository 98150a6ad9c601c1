// Somebody joins: the administrator invites, the letter is opened in the outbox of the demonstration, a password is set,
// a phone is added; then signing in takes two steps, with the phone and without it.
import { createHmac } from "node:crypto";
import { assert, checkEveryLook, desk, forget, open, phone, startOpora } from "./harness.mjs";

export const start = () => startOpora("demo");
export const stop = server => server.stop();

const forgetful = "koordinatorka@opora.example";
const jana = { email: "jana.zkusebni@obec.example", password: "kolo most strom a tri husy" };

async function signIn(page, url, email, password) {
  await page.goto(`${url}/prihlaseni`);
  await page.locator("#email").fill(email);
  await page.locator("#heslo").fill(password);
  await page.locator("main button.main").click();
  await page.waitForURL(address => address.pathname !== "/prihlaseni");
}

// RFC 6238 once more, so that the program is not compared with itself.
function codeOf(secret, away = 0) {
  let bits = "";
  for (const letter of secret.replaceAll(" ", "")) bits += "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0");
  const key = Buffer.from(bits.match(/.{8}/g).map(byte => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30000) + away));
  const hash = createHmac("sha1", key).update(counter).digest();
  const number = hash.readUInt32BE(hash[19] & 15) & 0x7fffffff;
  return String(number % 1000000).padStart(6, "0");
}

// Opens the newest letter of this subject as its recipient would, and answers where its link leads; waits until it came.
async function linkInLetter(page, url, email, subject) {
  const row = page.locator("main tr", { hasText: subject });
  for (let n = 0; n < 50; ++n) {
    await page.goto(`${url}/sprava/posta?q=${encodeURIComponent(email)}`);
    if (await row.count()) break;
    await page.waitForTimeout(200);
  }
  await row.first().getByRole("link").first().click();
  await page.waitForURL(/sprava\/posta\/[0-9a-f-]+/);
  return new URL(await page.locator("main .panel.prose a").first().getAttribute("href"), url).href;
}

export async function somebody_is_invited_and_signs_in_with_a_phone({ browser, url }) {
  const admin = await open(browser, `${url}/prihlaseni`, { size: desk });
  await signIn(admin, url, "spravce@opora.example", "ukazka-opora-2026");
  await admin.goto(`${url}/sprava/lide/novy`);
  await admin.locator("#email").fill(jana.email);
  await admin.locator("#jmeno").fill("Jana Zkušební");
  await admin.locator("#nova_organizace").fill("Obec Zkušebná");
  await admin.locator("#druh_organizace").selectOption("municipality");
  await admin.locator("#role").selectOption("key_worker");
  await admin.locator("#dosah").selectOption("organisation");
  await admin.locator("main form button.main").click();
  await admin.getByText(jana.email).first().waitFor();
  await checkEveryLook(admin, "pozvany-clovek");
  const invitation = await linkInLetter(admin, url, jana.email, "Pozvánka do Opory");
  await checkEveryLook(admin, "pozvanka-v-poste");

  const page = await open(browser, invitation);
  await checkEveryLook(page, "prvni-heslo");
  await page.locator("#heslo").fill(jana.password);
  await page.locator("#heslo_znovu").fill(jana.password);
  await page.locator("main button.main").click();
  await page.waitForURL(/prehled/);

  await page.goto(`${url}/ucet`);
  await checkEveryLook(page, "ucet-bez-druheho-kroku");
  await page.getByRole("link", { name: "Nastavit druhý krok" }).click();
  await page.waitForURL(/druhy-krok/);
  await page.getByRole("button", { name: "Nastavit druhý krok" }).click();
  await page.locator(".qr").waitFor();
  await checkEveryLook(page, "druhy-krok-nastaveni");
  const secret = await page.locator("main aside code").textContent();
  await page.locator("#kod").fill("nevim");
  await page.getByRole("button", { name: "Zapnout druhý krok" }).click();
  await page.locator("[role=alert]").first().waitFor();
  forget(page);    // the answer is a 422 on purpose
  await checkEveryLook(page, "druhy-krok-chyba");
  await page.locator("#kod").fill(codeOf(secret));
  await page.getByRole("button", { name: "Zapnout druhý krok" }).click();
  await page.getByRole("heading", { name: "Záložní kódy", exact: true }).waitFor();
  const recovery = await page.locator("main section.note li code").allTextContents();
  assert(recovery.length === 10, "ten recovery codes are shown");
  await checkEveryLook(page, "druhy-krok-zalozni-kody");

  await page.goto(`${url}/ucet`);
  await page.locator("main").getByRole("button", { name: "Odhlásit se", exact: true }).click();
  await page.waitForURL(`${url}/`);
  await signIn(page, url, jana.email, jana.password);
  assert(new URL(page.url()).pathname === "/prihlaseni/krok", "the password alone does not sign in");
  await page.goto(`${url}/ucet`);
  assert(new URL(page.url()).pathname === "/prihlaseni", "half signed in is not signed in");
  await page.goto(`${url}/prihlaseni/krok`);
  await checkEveryLook(page, "kod-z-telefonu");
  // The code of this half minute was used up by setting up; a clock that goes before ours is forgiven.
  await page.locator("#kod").fill(codeOf(secret, 1));
  await page.locator("main button.main").click();
  await page.waitForURL(/prehled/);
  await page.goto(`${url}/ucet/druhy-krok`);
  await checkEveryLook(page, "druhy-krok-zapnuty");
  await page.context().close();

  // Without the phone, and in a browser without JavaScript.
  const elsewhere = await open(browser, `${url}/prihlaseni`, { size: phone, script: false });
  await signIn(elsewhere, url, jana.email, jana.password);
  await elsewhere.locator("#kod").fill(recovery[0].toUpperCase().replaceAll("-", " "));
  await elsewhere.locator("main button.main").click();
  await elsewhere.waitForURL(/prehled/);
  await elsewhere.goto(`${url}/ucet/druhy-krok`);
  assert((await elsewhere.locator("main").textContent()).replace(/\u00a0/g, " ").includes("Zbývá 9"), "a recovery code is used up");
  await elsewhere.context().close();
  await admin.context().close();
}

export async function a_forgotten_password_is_set_anew_by_mail({ browser, url }) {
  const page = await open(browser, `${url}/prihlaseni`, { size: phone });
  await page.getByRole("link", { name: "Zapomněli jste heslo?" }).click();
  await page.waitForURL(/zapomenute-heslo/);
  await checkEveryLook(page, "zapomenute-heslo");
  await page.locator("#email").fill(forgetful);
  await page.locator("main button.main").click();
  await page.locator("main [role=status]").waitFor();
  await checkEveryLook(page, "zapomenute-heslo-poslano");

  const admin = await open(browser, `${url}/prihlaseni`, { size: desk });
  await signIn(admin, url, "spravce@opora.example", "ukazka-opora-2026");
  const link = await linkInLetter(admin, url, forgetful, "Nové heslo do Opory");
  await page.goto(link);
  await checkEveryLook(page, "nove-heslo");
  await page.locator("#heslo").fill("jine kolo a jiny most");
  await page.locator("#heslo_znovu").fill("jine kolo a jiny most");
  await page.locator("main button.main").click();
  await page.waitForURL(/prihlaseni\?heslo=nove/);
  await checkEveryLook(page, "heslo-zmeneno");
  const again = await page.goto(link);
  assert(again.status() === 410, "a link acts once");
  forget(page);    // the 410 on purpose
  await checkEveryLook(page, "odkaz-uz-neplati");
  await page.context().close();
  await admin.context().close();
}

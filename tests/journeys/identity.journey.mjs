// Signing in with an account of the region: a small OpenID Connect provider, the served program and a browser between them.
import { createHash, createSign, generateKeyPairSync, randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { assert, checkEveryLook, desk, forget, open, startOpora } from "./harness.mjs";

const client = { id: "opora", secret: "tajne heslo klienta" };

// Signs in whoever `who` is, without asking; `broken` makes it answer no code.
function startProvider() {
  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const codes = new Map();
  const provider = { who: "eva-u-kraje", broken: false, seen: [] };
  const base64 = value => Buffer.from(value).toString("base64url");
  const token = claims => {
    const text = `${base64(JSON.stringify({ alg: "RS256", kid: "k", typ: "JWT" }))}.${base64(JSON.stringify(claims))}`;
    return `${text}.${createSign("RSA-SHA256").update(text).sign(privateKey, "base64url")}`;
  };
  const server = createServer(async (request, response) => {
    const url = new URL(request.url, provider.issuer);
    provider.seen.push(url.pathname);
    const json = (status, value) => response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
    const { issuer } = provider;
    if (url.pathname === "/.well-known/openid-configuration")
      return json(200, { issuer, authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token`, jwks_uri: `${issuer}/keys`,
        end_session_endpoint: `${issuer}/logout`, response_types_supported: ["code"], authorization_response_iss_parameter_supported: true });
    if (url.pathname === "/keys") return json(200, { keys: [{ ...publicKey.export({ format: "jwk" }), kid: "k", use: "sig" }] });
    if (url.pathname === "/authorize") {
      const asked = Object.fromEntries(url.searchParams);
      const code = randomBytes(16).toString("hex");
      codes.set(code, asked);
      const back = new URL(asked.redirect_uri);
      back.search = new URLSearchParams({ code, state: asked.state, iss: issuer });
      return response.writeHead(303, { location: back.href }).end();
    }
    if (url.pathname === "/logout") return response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end("<title>Odhlášeno</title>Odhlášeno");
    if (url.pathname !== "/token" || provider.broken) return json(500, {});
    let body = "";
    for await (const piece of request) body += piece;
    const form = Object.fromEntries(new URLSearchParams(body));
    const asked = codes.get(form.code);
    codes.delete(form.code);
    const basic = Buffer.from(`${encodeURIComponent(client.id)}:${encodeURIComponent(client.secret)}`).toString("base64");
    if (request.headers.authorization !== `Basic ${basic}`) return json(401, { error: "invalid_client" });
    const fits = asked && createHash("sha256").update(form.code_verifier).digest("base64url") === asked.code_challenge;
    if (!fits || form.redirect_uri !== asked.redirect_uri) return json(400, { error: "invalid_grant" });
    const now = Math.floor(Date.now() / 1000);
    json(200, { access_token: "a", token_type: "Bearer",
      id_token: token({ iss: issuer, aud: client.id, sub: provider.who, exp: now + 300, iat: now, nonce: asked.nonce }) });
  });
  return new Promise(done => server.listen(0, "127.0.0.1", () => {
    provider.issuer = `http://127.0.0.1:${server.address().port}`;
    provider.stop = () => { server.closeAllConnections(); server.close(); };
    done(provider);
  }));
}

export async function start() {
  const provider = await startProvider();
  const settings = mkdtempSync(join(tmpdir(), "opora-identity-"));
  const secret = join(settings, "secret");
  writeFileSync(secret, `${client.secret}\n`);
  chmodSync(secret, 0o600);
  writeFileSync(join(settings, "opora.toml"), `[identity]\nissuer = "${provider.issuer}"\nclient_id = "${client.id}"\nclient_secret_file = "${secret}"\nbutton = "Přihlásit účtem kraje"\nend_session = true\n`);
  const server = await startOpora("demo", "--config", join(settings, "opora.toml"));
  return { ...server, provider, settings, stopServer: server.stop };
}
export const stop = async ({ stopServer, provider, settings }) => {
  await stopServer();
  provider.stop();
  rmSync(settings, { recursive: true, force: true });
};

const text = async page => (await page.locator("main").textContent()).replace(/\u00a0/g, " ");

export async function the_planner_links_her_account_and_signs_in_with_it({ browser, url, provider }) {
  const page = await open(browser, `${url}/prihlaseni`, { size: desk });
  await checkEveryLook(page, "prihlaseni-ucet");
  await page.locator("#email").fill("planovacka@opora.example");
  await page.locator("#heslo").fill("ukazka-opora-2026");
  await page.getByRole("button", { name: "Přihlásit se" }).click();
  await page.waitForURL(/prehled/);
  await page.goto(`${url}/ucet`);
  await checkEveryLook(page, "ucet-propojeni");
  await page.locator("main a[href='/ucet/propojeni']").click();
  await page.locator("#heslo").waitFor();
  await checkEveryLook(page, "propojeni");
  await page.locator("#heslo").fill("jine heslo");
  await page.locator("main form button.main").click();
  await page.locator("#heslo[aria-invalid=true]").waitFor();
  forget(page);    // the answer is a 422 on purpose
  await checkEveryLook(page, "propojeni-chyba");
  await page.locator("#heslo").fill("ukazka-opora-2026");
  await page.locator("main form button.main").click();
  await page.getByRole("link", { name: "Pokračovat k účtu kraje" }).waitFor();
  await checkEveryLook(page, "propojeni-pokracovat");
  await page.getByRole("link", { name: "Pokračovat k účtu kraje" }).click();
  await page.waitForURL(/hotovo=propojeno/);
  assert((await text(page)).includes("Účty jsou propojené"), "it says that the accounts are linked");
  await checkEveryLook(page, "propojeni-hotovo");

  await page.goto(`${url}/ucet`);
  await page.locator("main form[action='/odhlaseni'] button").click();
  await page.waitForURL(/odhlaseno=ano/);
  await checkEveryLook(page, "odhlaseno-ucet");
  await page.getByRole("link", { name: "Odhlásit se i tam" }).click();
  await page.waitForURL(/logout/);
  assert(provider.seen.includes("/logout"), "the provider is told");

  await page.goto(`${url}/prihlaseni?zpet=%2Fsluzby%3Fq%3Ddilna`);
  await page.getByRole("link", { name: "Přihlásit účtem kraje" }).click();
  await page.waitForURL(/sluzby\?q=dilna/);
  await page.goto(`${url}/ucet`);
  assert((await text(page)).includes("Eva Ukázková"), "she is signed in as herself");
  await page.context().close();
}

export async function without_scripts_the_button_works_as_well({ browser, url }) {
  const page = await open(browser, `${url}/prihlaseni`, { script: false });
  await page.getByRole("link", { name: "Přihlásit účtem kraje" }).click();
  await page.waitForURL(/prehled/);
  await page.context().close();
}

export async function an_account_that_is_not_linked_is_told_whom_to_ask({ browser, url, provider }) {
  const page = await open(browser, `${url}/prihlaseni`, { size: desk });
  provider.who = "nekdo-jiny";
  await page.getByRole("link", { name: "Přihlásit účtem kraje" }).click();
  await page.waitForURL(/zpet\?code/);
  provider.who = "eva-u-kraje";
  forget(page);    // the answer is a 403 on purpose
  assert((await text(page)).includes("opora@example.cz"), "it says whom to write");
  await checkEveryLook(page, "ucet-neznamy");
  await page.reload();
  assert((await text(page)).includes("Přihlášení se nepodařilo dokončit"), "the same answer again is none");
  await page.context().close();
}

export async function when_the_provider_is_down_a_sentence_says_so({ browser, url, provider }) {
  const page = await open(browser, `${url}/prihlaseni`, { size: desk });
  provider.broken = true;
  await page.getByRole("link", { name: "Přihlásit účtem kraje" }).click();
  await page.waitForURL(/zpet\?code/);
  provider.broken = false;
  forget(page);    // the answer is a 503 on purpose
  await checkEveryLook(page, "ucet-neodpovida");
  await page.getByRole("link", { name: "Zkusit znovu" }).click();
  await page.waitForURL(/prehled/);
  await page.context().close();
}

// Asks a running Opora (OPORA_URL) for its catalogue of open data and all sets in it, holds them against the schemas of
// the interface of catalogues of 28. 5. 2024 where a copy lies beside the repository (or at OPORA_OFN), and follows every
// file that they name.
//
//   OPORA_URL=http://127.0.0.1:8080 node tests/open_data/validate.mjs
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import Ajv from "ajv/dist/2019.js";
import addFormats from "ajv-formats";

const base = (process.env.OPORA_URL ?? "http://127.0.0.1:8080").replace(/\/$/, "");
const norms = process.env.OPORA_OFN ?? join(dirname(fileURLToPath(import.meta.url)), "../../../shared/standards/ofn");
const site = "https://opora.example";    // the norm wants https; a test serves without
const catalogues = "dcat-ap-cz-rozhraní-katalogů-otevřených-dat/2024-05-28";

let passed = 0, failed = 0;
function check(holds, sentence, why = "") {
  if (holds) return void ++passed;
  ++failed;
  console.log(`failed: ${sentence}${why ? `\n        ${why}` : ""}`);
}

async function ask(address) {
  const response = await fetch(address.replace(site, base));
  return { status: response.status, type: (response.headers.get("content-type") ?? "").split(";")[0], text: (await response.text()).replaceAll(base, site) };
}

// Names with accents do not pass for addresses of schemas until they are percent-encoded.
const encoded = text => text.normalize("NFC").replace(/[^\x00-\x7f]+/g, encodeURIComponent);
const judge = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false, validateFormats: true });
addFormats(judge);
judge.addFormat("iri", /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i);
judge.addFormat("iri-reference", true);
const withNorms = existsSync(join(norms, catalogues));
function learn(file) {
  const schema = JSON.parse(readFileSync(join(norms, file), "utf8").replace(/^\uFEFF/, ""), (key, value) =>
    key === "$id" || key === "$ref" ? encoded(value) : value);
  delete schema.$schema;
  judge.addSchema(schema);
  return schema.$id;
}

const schemas = {};
// Every schema of a norm, since those of events name many others.
const learnAll = norm => readdirSync(join(norms, norm, "schémata")).map(file => learn(`${norm}/schémata/${file}`));
if (withNorms) {
  for (const norm of ["základní-datové-typy", "věc", "události", "umístění", "adresy", "časová-specifikace", "lidé-a-osoby", "kontakty", "vstupné", "bezbariérovost", "digitální-objekty"])
    learnAll(`${norm}/2020-07-01`);
  judge.addSchema({ $id: "https://raw.githubusercontent.com/ropensci/geojsonlint/master/inst/schema/geojson.json", type: "object", required: ["type", "coordinates"] });
  schemas["událost"] = encoded("https://ofn.gov.cz/události/2020-07-01/schémata/událost.json");
  schemas["úřední-deska"] = learn("úřední-desky/2021-07-20/schémata/úřední-deska.json");
  for (const kind of ["katalog", "datová-sada"]) schemas[kind] = learn(`${catalogues}/schémata/${kind}.json`);
}
function judgeByNorm(kind, address, thing) {
  if (!withNorms) return;
  const valid = judge.getSchema(schemas[kind]);
  const holds = valid(thing);
  check(holds, `${address} is ${kind} of the norm`, (valid.errors ?? []).slice(0, 4).map(error => `${error.instancePath} ${error.message}`).join("; "));
}

const answer = await ask(`${base}/otevrena-data/katalog.jsonld`);
check(answer.status === 200 && answer.type === "application/ld+json", "the catalogue is JSON-LD");
const catalogue = JSON.parse(answer.text);
judgeByNorm("katalog", "the catalogue", catalogue);
check(catalogue.datová_sada.length > 0, "the catalogue has sets");
const known = {
  "http://publications.europa.eu/resource/authority/file-type/CSV": "text/csv",
  "http://publications.europa.eu/resource/authority/file-type/XLSX": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  "http://publications.europa.eu/resource/authority/file-type/JSON_LD": "application/ld+json",
  "http://publications.europa.eu/resource/authority/file-type/ODS": "application/vnd.oasis.opendocument.spreadsheet",
};
for (const address of catalogue.datová_sada) {
  const { status, text } = await ask(address);
  check(status === 200, `${address} answers 200`);
  const set = JSON.parse(text);
  check(set.iri === address, `${address} names itself so`);
  judgeByNorm("datová-sada", address, set);
  for (const one of set.distribuce) {
    const file = await ask(one.soubor_ke_stažení ?? one.přístupová_služba.přístupový_bod);
    check(file.status === 200, `${one.přístupové_url} of ${address} answers 200`);
    if (one.formát) check(known[one.formát] === file.type, `${one.přístupové_url} is what ${address} says`, file.type);
  }
}
// Events one by one, and the notice board.
const events = JSON.parse((await ask(`${base}/otevrena-data/udalosti.jsonld`)).text);
check(events.length > 0, "there are events");
for (const event of events) judgeByNorm("událost", event.iri, event);
judgeByNorm("úřední-deska", "the notice board", JSON.parse((await ask(`${base}/otevrena-data/uredni-deska.jsonld`)).text));

const missing = await ask(`${base}/otevrena-data/neni.jsonld`);
check(missing.status === 404, "a set that is not there answers 404");
console.log(`${passed} passed, ${failed} failed${withNorms ? "" : " (the norm's schemas are not here)"}`);
process.exit(failed ? 1 : 0);

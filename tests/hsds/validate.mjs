// Asks a running Opora (OPORA_URL) for everything under /api/hsds/ and holds each answer against the description that it
// gives of itself, and against the schemas of HSDS 3.1 where a copy lies beside the repository (or at OPORA_HSDS_SCHEMA).
//
//   OPORA_URL=http://127.0.0.1:8080 node tests/hsds/validate.mjs
//
// OPORA_ENDED is the readable name of a service that ended less than a year ago.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import Ajv from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const base = (process.env.OPORA_URL ?? "http://127.0.0.1:8080").replace(/\/$/, "");
const here = dirname(fileURLToPath(import.meta.url));
const standard = process.env.OPORA_HSDS_SCHEMA ?? join(here, "../../../shared/standards/hsds/schema");

let passed = 0, failed = 0;
function check(holds, sentence, why = "") {
  if (holds) return void ++passed;
  ++failed;
  console.log(`failed: ${sentence}${why ? `\n        ${why}` : ""}`);
}
const complaints = errors => (errors ?? []).slice(0, 3).map(error => `${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`).join("; ");

async function ask(path) {
  const response = await fetch(base + path, { headers: { Accept: "application/json" } });
  return { status: response.status, type: (response.headers.get("content-type") ?? "").split(";")[0], headers: response.headers, text: await response.text() };
}

// --- the two judges ----------------------------------------------------------------------------------------------------

const description = JSON.parse((await ask("/api/openapi.json")).text);
const own = new Ajv({ strict: false, allErrors: true });
addFormats(own);
own.addSchema({ $id: "opora:/api", ...description });
const pointer = path => path.replaceAll("~", "~0").replaceAll("/", "~1").replaceAll("{", "%7B").replaceAll("}", "%7D");

const judged = new Set();
function judgeByOurs(path, address, answer) {
  judged.add(path);
  const known = description.paths[path]?.get?.responses[answer.status];
  check(known, `${address} answers ${answer.status}, and its description knows that`);
  if (!known) return;
  const response = known.$ref ? description.components.responses[known.$ref.split("/").pop()] : known;
  check(response.content[answer.type], `${address} answers ${answer.type}, and its description knows that`);
  const where = known.$ref ? `${known.$ref.slice(1)}` : `/paths/${pointer(path)}/get/responses/${answer.status}`;
  const valid = own.getSchema(`opora:/api#${where}/content/${pointer(answer.type)}/schema`);
  const holds = valid?.(JSON.parse(answer.text));
  check(holds, `${address} is as its description says`, valid ? complaints(valid.errors) : "no schema");
}

const upstream = new Ajv({ strict: false, allErrors: true });
addFormats(upstream);
const withStandard = existsSync(standard);
if (withStandard)
  for (const file of readdirSync(standard)) {
    if (file === "openapi.json") continue;
    const schema = JSON.parse(readFileSync(join(standard, file), "utf8"));
    schema.$id = `https://hsds.local/${file}`;
    delete schema.$schema;
    upstream.addSchema(schema);
  }

function judgeByStandard(kind, address, thing) {
  if (!withStandard) return;
  const valid = upstream.getSchema(`https://hsds.local/${kind}.json`);
  check(valid(thing), `${address} is ${kind} of HSDS`, complaints(valid.errors));
}

// --- lists, at their first, a middle and their last page; and what stands in them, one by one -------------------------

const query = (path, values) => `${path}?${new URLSearchParams(values)}`;

async function judgeList(path, kind, values, of) {
  const first = await ask(query(path, values));
  const pages = JSON.parse(first.text).total_pages;
  check(pages > 0, `${path} has something`);
  const seen = [];
  for (const page of new Set([1, Math.ceil(pages / 2), pages].filter(page => page > 0))) {
    const address = query(path, { ...values, page });
    const answer = await ask(address);
    judgeByOurs(path, address, answer);
    const list = JSON.parse(answer.text);
    check(list.page_number === page && list.size === list.contents.length, `${address} counts itself right`);
    check(list.first_page === (page === 1) && list.last_page === (page === list.total_pages), `${address} knows where it is`);
    if (of) for (const thing of list.contents) judgeByStandard(of(thing), `${address} ${thing.id}`, thing);
    seen.push(...list.contents);
  }
  check(new Set(seen.map(thing => thing.id)).size === seen.length, `${path} says nothing twice`);
  return seen;
}

async function judgeOnes(path, kind, ids) {
  for (const id of ids) {
    const address = path.replace("{id}", id);
    const answer = await ask(address);
    judgeByOurs(path, address, answer);
    judgeByStandard(kind, address, JSON.parse(answer.text));
  }
}

const some = (things, most) => things.filter((_, at) => at % Math.ceil(things.length / most) === 0).map(thing => thing.id);

const lists = [
  ["services", "service", [{}, { full: "true" }, { per_page: "500", full: "true" }, { search: "dilny" }, { minimum_age: "18", maximum_age: "64" }]],
  ["organizations", "organization", [{}, { full: "true" }, { full: "true", full_service: "true" }]],
  ["service_at_locations", "service_at_location", [{}, { full: "true" }, { postcode: "Jilemnice" }, { postcode: "Jilemnice", proximity: "15000" }]],
  ["taxonomies", "taxonomy", [{}]],
  ["taxonomy_terms", "taxonomy_term", [{}]]
];

async function askList(path, values) {
  const answer = await ask(query(path, values));
  judgeByOurs(path, query(path, values), answer);
  return JSON.parse(answer.text);
}

for (const address of ["/api/hsds", "/api/hsds/"]) judgeByOurs("/api/hsds", address, await ask(address));
for (const [name, kind, questions] of lists) {
  const path = `/api/hsds/${name}`;
  let ids = [];
  for (const values of questions) {
    const seen = await judgeList(path, kind, values, () => kind);
    if (questions[0] === values) ids = some(seen, 40);
  }
  await judgeOnes(`${path}/{id}`, kind, ids);

  const lines = (await ask(query(path, { format: "ndjson" }))).text.split("\n").filter(Boolean);
  const total = JSON.parse((await ask(path)).text).total_items;
  check(total > 0 && lines.length === total, `${path} as lines tells all ${total}`, `${lines.length}`);
  for (const line of lines) judgeByStandard(kind, `${path} line`, JSON.parse(line));

  for (const wrong of [{ page: "0" }, { page: "x" }, { per_page: "501" }, { per_page: "0" }, { format: "xml" }]) {
    const answer = await ask(query(path, wrong));
    check(answer.status === 400, `${query(path, wrong)} is refused`, String(answer.status));
    judgeByOurs(path, query(path, wrong), answer);
  }
  for (const per_page of ["1", "500"]) {
    const list = await askList(path, { per_page });
    check(list.size === Math.min(total, Number(per_page)), `${path} gives ${per_page} on a page`, String(list.size));
  }
  const behind = await askList(path, { page: "1000000" });
  check(behind.empty && behind.last_page && behind.size === 0, `${path} has nothing behind its last page`);

  const nobody = await ask(`${path}/00000000-0000-7000-8000-000000000000`);
  check(nobody.status === 404, `${path}/… knows nobody`, String(nobody.status));
  judgeByOurs(`${path}/{id}`, `${path}/…`, nobody);
}

// --- filters: each makes the list smaller, and all must hold ------------------------------------------------------------

const services = "/api/hsds/services";
const everything = (await askList(services, { full: "true", per_page: "500" })).contents;
const one = everything.find(service => service.status === "active" && service.attributes.length > 1);
const type = one.attributes[0];
async function filtered(values, holds) {
  const found = await askList(services, { ...values, full: "true", per_page: "500" });
  const expected = everything.filter(holds).map(service => service.id).sort();
  check(expected.length > 0 && expected.length < everything.length, `${query(services, values)} says something`);
  check(found.total_items === expected.length && found.contents.every(service => expected.includes(service.id)),
    `${query(services, values)} finds just what it says`, `${found.total_items} instead of ${expected.length}`);
}
const provided = service => service.organization_id === one.organization_id;
const has = (service, name, value) => service.attributes.some(attribute => (attribute[name] ?? attribute.taxonomy_term[name]) === value);
await filtered({ organization_id: one.organization_id }, provided);
await filtered({ taxonomy_term_id: type.taxonomy_term_id }, service => has(service, "taxonomy_term_id", type.taxonomy_term_id));
await filtered({ organization_id: one.organization_id, taxonomy_term_id: type.taxonomy_term_id },
  service => provided(service) && has(service, "taxonomy_term_id", type.taxonomy_term_id));
await filtered({ minimum_age: "66" }, service => (service.maximum_age ?? 200) >= 66);
await filtered({ maximum_age: "14" }, service => (service.minimum_age ?? 0) <= 14);
const tomorrow = new Date(Date.now() + 36e5).toISOString();
check((await askList(services, { modified_after: tomorrow })).empty, "nothing changed in the future");

// --- a service that ended, and places that nobody may find -------------------------------------------------------------

const slug = process.env.OPORA_ENDED;
if (slug) {
  const ended = everything.find(service => service.additional_urls?.some(({ url }) => url.endsWith(`/sluzby/${slug}`)));
  check(ended?.status === "defunct", `${slug} ended and is told as defunct`, ended?.status);
  const answer = await ask(`${services}/${ended?.id}`);
  judgeByOurs(`${services}/{id}`, slug, answer);
  check(answer.status === 200 && JSON.parse(answer.text).status === "defunct", `${slug} is found by its id for a year`, String(answer.status));
}
const places = everything.flatMap(service => service.service_at_locations).map(link => link.location);
const secret = places.filter(place => !place.organization_id);
check(secret.length > 0 && secret.every(place => !("name" in place || "addresses" in place || "latitude" in place || "phones" in place)),
  "a secret place has neither name nor address, point or telephone");
check(everything.some(service => service.contacts?.length) && everything.every(service => (service.contacts ?? []).every(contact => contact.email || contact.phones)),
  "who is named as a contact can be reached");

// --- what others rely on -----------------------------------------------------------------------------------------------

const minimal = await ask("/api/hsds/services?minimal=true");
judgeByOurs("/api/hsds/services", "minimal", minimal);
check(JSON.parse(minimal.text).last_page, "the minimal list is one page");
const once = await ask("/api/hsds/services");
check(once.headers.get("access-control-allow-origin") === "*", "scripts of other sites may read");
const tag = once.headers.get("etag");
const again = await fetch(`${base}/api/hsds/services`, { headers: { "If-None-Match": tag, Accept: "application/json" } });
check(tag && again.status === 304, "the same tag again is not sent again", `${tag} ${again.status}`);

for (const path of Object.keys(description.paths))
  if (path.startsWith("/api/hsds")) check(judged.has(path), `${path} was asked`);

console.log(`${passed} passed, ${failed} failed${withStandard ? "" : " (without the schemas of HSDS: no copy of them here)"}`);
process.exit(failed ? 1 : 0);

// Reads calendars that a running Opora gives (OPORA_URL, then their paths) with ical.js, writes them again and reads them
// once more: nothing may be lost, and every line must hold what RFC 5545 says of lines.
//
//   OPORA_URL=http://127.0.0.1:8080 node tests/calendar/round_trip.mjs /kalendar.ics …
import ICAL from "ical.js";

const base = (process.env.OPORA_URL ?? "http://127.0.0.1:8080").replace(/\/$/, "");
const paths = process.argv.slice(2).length ? process.argv.slice(2) : ["/kalendar.ics"];

let passed = 0, failed = 0;
function check(holds, sentence, why = "") {
  if (holds) return void ++passed;
  ++failed;
  console.log(`failed: ${sentence}${why ? `\n        ${why}` : ""}`);
}

const facts = event => ({
  uid: event.uid, summary: event.summary, description: event.description, place: event.location,
  start: event.startDate.toString(), end: event.endDate?.toString(), sequence: event.sequence,
});

for (const path of paths) {
  const name = path.startsWith("/kalendar/") ? "a personal calendar" : path;    // its address is a secret
  const response = await fetch(base + path);
  check(response.status === 200, `${name} answers 200`, String(response.status));
  check(response.headers.get("content-type") === "text/calendar; charset=utf-8", `${name} is a calendar`);
  const etag = response.headers.get("etag"), text = await response.text();
  const again = await fetch(base + path, { headers: { "If-None-Match": etag } });
  check(again.status === 304 && (await again.text()) === "", `${name} answers 304 while nothing changes`, String(again.status));

  check(text.endsWith("\r\n") && !/[^\r]\n/.test(text), `${name} ends its lines with CRLF`);
  check(text.split("\r\n").every(line => Buffer.byteLength(line) <= 75), `${name} has lines of at most 75 bytes`);

  const calendar = new ICAL.Component(ICAL.parse(text));
  check(calendar.getFirstPropertyValue("version") === "2.0", `${name} says its version`);
  const zone = calendar.getFirstSubcomponent("vtimezone");
  check(zone?.getFirstPropertyValue("tzid") === "Europe/Prague", `${name} carries the time zone`);
  ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  const events = calendar.getAllSubcomponents("vevent");
  check(events.length === (text.match(/^BEGIN:VEVENT\r$/gm) ?? []).length, `${name} is read as many events as it has`);
  check(new Set(events.map(one => one.getFirstPropertyValue("uid"))).size === events.length, `${name} has each event once`);
  for (const one of events) {
    const event = new ICAL.Event(one);
    check(event.endDate.compare(event.startDate) >= 0, `${event.summary} ends after it begins`);
    check(!event.startDate.isDate || event.duration.toSeconds() >= 86400, `${event.summary} lasts a whole day at least`);
  }
  const written = calendar.toString(), back = new ICAL.Component(ICAL.parse(written));
  const before = events.map(one => facts(new ICAL.Event(one))), after = back.getAllSubcomponents("vevent").map(one => facts(new ICAL.Event(one)));
  check(JSON.stringify(before) === JSON.stringify(after), `${name} comes through ical.js unchanged`);
  check(back.toString() === written, `${name} is written by ical.js the same way twice`);
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);

// A mail server that keeps what it is given, and what a letter says: its head held to the rules, its parts decoded, its
// calendar unfolded.
import { createServer } from "node:net";
import { assert } from "./harness.mjs";

export function mailCatcher() {
  const letters = [];
  const server = createServer(socket => {
    let data = "", inData = false, to = "";
    const say = line => socket.write(`${line}\r\n`);
    socket.on("error", () => {});
    say("220 catcher");
    socket.on("data", bytes => {
      data += bytes.toString("latin1");
      for (;;) {
        if (inData) {
          const end = data.indexOf("\r\n.\r\n");
          if (end < 0) return;
          letters.push({ to, data: data.slice(0, end + 2).replace(/^\.\./gm, ".") });
          data = data.slice(end + 5), inData = false;
          say("250 kept");
          continue;
        }
        const end = data.indexOf("\r\n");
        if (end < 0) return;
        const line = data.slice(0, end);
        data = data.slice(end + 2);
        const word = line.slice(0, 4).toUpperCase();
        if (word === "RCPT") to = /<([^>]*)>/.exec(line)[1];
        if (word === "DATA") inData = true, say("354 go on");
        else if (word === "QUIT") say("221 bye"), socket.end();
        else say("250 fine");
      }
    });
  });
  return new Promise(done => server.listen(0, "127.0.0.1", () => done({ letters, server, port: server.address().port })));
}

// A server of the demonstration region whose mail comes here.
export async function startWithMail(startOpora) {
  const catcher = await mailCatcher();
  const server = await startOpora("demo", { OPORA_SMTP_URL: `smtp://127.0.0.1:${catcher.port}` });
  return { ...server, catcher };
}

export async function stopWithMail(server) {
  await server.stop();
  server.catcher.server.close();
}

// The letter that fits, as soon as it comes; nothing within 20 s: undefined.
export async function letterWhere(catcher, fits) {
  for (let n = 0; n < 100; ++n) {
    const found = catcher.letters.find(fits);
    if (found) return found;
    await new Promise(done => setTimeout(done, 200));
  }
}

// The parts of a letter, decoded; the first is its text.
export function partsOf(letter) {
  const boundary = /^content-type: multipart[^]*?boundary="?([^"\r\n;]+)/im.exec(letter.data)?.[1];
  const parts = boundary ? letter.data.split(`--${boundary}`).slice(1, -1) : [letter.data];
  return parts.map(part => {
    const head = part.slice(0, part.indexOf("\r\n\r\n")), body = part.slice(part.indexOf("\r\n\r\n") + 4);
    const text = /base64/i.test(head) ? Buffer.from(body, "base64").toString("utf8")
      : Buffer.from(body.replace(/=\r\n/g, "").replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16))), "latin1").toString("utf8");
    return { head, text };
  });
}

// The head by its names: printable ASCII, no line that is neither a field nor goes on, each field once (RFC 5322).
export function headOf(letter) {
  const head = letter.data.slice(0, letter.data.indexOf("\r\n\r\n"));
  const fields = new Map();
  for (const line of head.replace(/\r\n[ \t]+/g, " ").split("\r\n")) {
    assert(/^[\x20-\x7e]*$/.test(line), `a head is printable ASCII: ${line}`);
    const field = /^([A-Za-z][A-Za-z-]*): (.*)$/.exec(line);
    assert(field, `a broken head: ${line}`);
    assert(!fields.has(field[1].toLowerCase()), `twice in one head: ${field[1]}`);
    fields.set(field[1].toLowerCase(), field[2]);
  }
  assert(head.split("\r\n").every(line => line.length <= 998), "no line of a head is too long");
  for (const name of ["from", "to", "subject", "date", "message-id", "mime-version", "content-type"])
    assert(fields.has(name), `a head without ${name}`);
  return fields;
}

// The first event of a calendar, unfolded and unescaped: lines end with CRLF and hold at most 75 bytes (RFC 5545).
export function eventIn(calendar) {
  assert(!/[^\r]\n/.test(calendar), "lines of a calendar end with CRLF");
  for (const line of calendar.split("\r\n")) assert(Buffer.byteLength(line) <= 75, `a line of a calendar is too long: ${line}`);
  const event = new Map();
  let inside = false;
  for (const line of calendar.replace(/\r\n[ \t]/g, "").split("\r\n")) {
    if (line === "BEGIN:VEVENT") inside = true;
    else if (line === "END:VEVENT") break;
    if (!inside) continue;
    const field = /^([A-Z-]+)(?:;(?:"[^"]*"|[^":])*)?:(.*)$/s.exec(line);
    assert(field, `a broken line of a calendar: ${line}`);
    event.set(field[1], field[2].replace(/\\n/gi, "\n").replace(/\\([,;\\])/g, "$1"));
  }
  return event;
}

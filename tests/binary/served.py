"""The binary itself, served on loopback from a folder of its own, and a person who signs in and sends forms as a browser does."""
import contextlib
import html.parser
import http.client
import http.cookiejar
import json
import os
import pathlib
import re
import signal
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
BINARY = pathlib.Path(os.environ.get("OPORA_BINARY", ROOT / "build/release/opora"))
PASSWORD = "ukazka-opora-2026"    # of the sample people, as bin/run prints it


class Failed(Exception):
    """A promise that was not kept, as a sentence."""


def expect(holds, sentence):
    if not holds: raise Failed(sentence)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for_health(url, child, said, seconds=120):
    """Until the program answers; said() gives what it wrote, for when it does not."""
    began = time.monotonic()
    while time.monotonic() - began < seconds:
        expect(child.poll() is None, f"opora ended with {child.returncode}:\n{said()}")
        with contextlib.suppress(OSError, http.client.HTTPException):
            with urllib.request.urlopen(url + "/zdravi", timeout=5) as answer:
                if answer.status == 200: return
        time.sleep(0.02)
    raise Failed(f"opora did not serve within {seconds} s:\n{said()}")


class Opora:
    """The demonstration region in a temporary folder, or in the database named; it may be killed and started again over the same data."""

    def __init__(self, address=None):
        self.place = tempfile.TemporaryDirectory(prefix="opora-binary-")
        self.folder = pathlib.Path(self.place.name)
        self.database = self.folder / "opora.db"
        self.address = address or f"sqlite:{self.database}"
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.child = None

    def start(self, seconds=120, verb="demo"):
        command = [BINARY, verb, "--listen", f"127.0.0.1:{self.port}", "--public-url", self.url, "--database", self.address]
        with open(self.folder / "said.txt", "ab") as said:
            self.child = subprocess.Popen(command, cwd=self.folder, stdout=said, stderr=said)
        wait_for_health(self.url, self.child, self.said, seconds)

    def said(self):
        return (self.folder / "said.txt").read_text(encoding="utf-8", errors="replace")[-2000:]

    def kill(self):
        """As a power cut or the kernel would: no signal is handled, nothing is finished."""
        self.child.send_signal(signal.SIGKILL)
        self.child.wait()

    def stop(self):
        if self.child and self.child.poll() is None:
            self.child.terminate()
            try:
                self.child.wait(20)
            except subprocess.TimeoutExpired:
                self.kill()

    def check(self):
        """What `opora check` says."""
        command = [BINARY, "check", "--database", self.address, "--format", "json"]
        return json.loads(subprocess.run(command, cwd=self.folder, capture_output=True, text=True).stdout)

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        self.stop()
        self.place.cleanup()


class Fields(html.parser.HTMLParser):
    """What a browser would send of the form with one action, if nobody touched it."""

    def __init__(self, action):
        super().__init__()
        self.action, self.inside, self.fields = action, False, []
        self.area = self.select = self.option = None

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag == "form": self.inside = urllib.parse.urlsplit(given.get("action", "")).path == self.action
        if not self.inside: return
        name = given.get("name")
        if tag == "input" and name and given.get("type") not in ("submit", "file"):
            if given.get("type") not in ("checkbox", "radio") or "checked" in given: self.fields.append((name, given.get("value", "on")))
        elif tag == "textarea": self.area = (name, "")
        elif tag == "select": self.select, self.option = name, None
        elif tag == "option" and self.select and (self.option is None or "selected" in given): self.option = given.get("value", "")

    def handle_data(self, text):
        if self.area: self.area = (self.area[0], self.area[1] + text)

    def handle_endtag(self, tag):
        if tag == "form": self.inside = False
        elif tag == "textarea" and self.area:
            self.fields.append((self.area[0], self.area[1].removeprefix("\n")))
            self.area = None
        elif tag == "select" and self.select:
            if self.option is not None: self.fields.append((self.select, self.option))
            self.select = None


class Person:
    """Somebody at a browser without scripts."""

    def __init__(self, opora):
        self.opora = opora
        self.cookies = http.cookiejar.CookieJar()
        self.browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.cookies))

    def ask(self, path, body=None, kind=None):
        """Status, address where it ended, text."""
        request = urllib.request.Request(self.opora.url + path, data=body, headers={"Origin": self.opora.url} | ({"Content-Type": kind} if kind else {}))
        try:
            with self.browser.open(request, timeout=20) as answer:
                return answer.status, urllib.parse.urlsplit(answer.url).path, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, path, error.read().decode()

    def post(self, path, fields):
        body = urllib.parse.urlencode(fields).encode()
        return self.ask(path, body, "application/x-www-form-urlencoded")

    def form(self, page, action):
        status, _, text = self.ask(page)
        expect(status == 200, f"{page} answers {status}")
        form = Fields(action)
        form.feed(text)
        expect(form.fields, f"{page} has a form for {action}")
        return form.fields

    def sign_in(self, email):
        fields = dict(self.form("/prihlaseni", "/prihlaseni")) | {"email": email, "heslo": PASSWORD}
        status, address, _ = self.post("/prihlaseni", fields)
        expect(status == 200 and address != "/prihlaseni", f"{email} signs in ({status} {address})")
        return self

    def change(self, slug, **typed):
        """Edits a service as its form stands now."""
        address = f"/sluzby/{slug}/upravit"
        fields = [(name, value) for name, value in self.form(address, address) if name not in typed]
        return self.post(address, fields + list(typed.items()))

    def upload(self, page, action, field, file):
        """Sends a file with the form, other fields as they stand."""
        line = uuid.uuid4().hex
        parts = "".join(f'--{line}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n' for name, value in self.form(page, action))
        head = f'--{line}\r\nContent-Disposition: form-data; name="{field}"; filename="{file.name}"\r\nContent-Type: application/json\r\n\r\n'
        body = (parts + head).encode() + file.read_bytes() + f"\r\n--{line}--\r\n".encode()
        return self.ask(action, body, f"multipart/form-data; boundary={line}")


def first_slug(person, path):
    """The first service of a list."""
    slugs = re.findall(r'href="/sluzby/([a-z0-9-]+)"', person.ask(path)[2])
    expect(slugs, f"{path} lists services")
    return slugs[0]

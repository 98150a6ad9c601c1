#!/usr/bin/env python3
"""What the operator relies on: letters leave over a connection that is sealed by STARTTLS or not at all, and whoever lost the phone gets in again."""
import base64
import hashlib
import hmac
import os
import re
import socket
import ssl
import struct
import subprocess
import threading
import time

from served import BINARY, Opora, Person, expect, free_port


class MailServer:
    """Speaks enough of SMTP; with a certificate it offers STARTTLS. Notes each command and whether it came sealed."""

    def __init__(self, certificate=None):
        self.port, self.heard, self.letters = free_port(), [], []
        self.context = None
        if certificate:
            self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self.context.load_cert_chain(*certificate)
        self.listening = socket.create_server(("127.0.0.1", self.port))
        self.listening.settimeout(0.1)
        self.over = threading.Event()
        self.thread = threading.Thread(target=self.serve)

    def serve(self):
        while not self.over.is_set():
            try:
                client, _ = self.listening.accept()
            except TimeoutError: continue
            client.settimeout(10)
            try:
                self.talk(client)
            except (OSError, ssl.SSLError): pass    # the other side hung up, as it may
            finally: client.close()

    def talk(self, client):
        sealed, letter = False, None
        lines = client.makefile("rb")

        def say(text): client.sendall(text.encode() + b"\r\n")
        say("220 mail.example")
        while line := lines.readline():
            word = line.decode(errors="replace").strip()
            if letter is not None:
                if word == ".":
                    self.letters.append((sealed, "\n".join(letter)))
                    letter = None
                    say("250 kept")
                else: letter.append(word)
                continue
            self.heard.append((sealed, word.split(" ")[0].upper()))
            if word.upper().startswith("EHLO"):
                say("250-mail.example")
                if self.context and not sealed: say("250-STARTTLS")
                say("250 8BITMIME")
            elif word.upper() == "STARTTLS" and self.context:
                say("220 go on")
                client = self.context.wrap_socket(client, server_side=True)
                lines, sealed = client.makefile("rb"), True
            elif word.upper() == "DATA":
                say("354 go on")
                letter = []
            elif word.upper() == "QUIT": return say("221 bye")
            else: say("250 well")

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.over.set()
        self.thread.join()
        self.listening.close()


def certificate(folder, name):
    key, file = folder / f"{name}.key", folder / f"{name}.pem"
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1", "-addext",
                    "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", file], check=True, capture_output=True)
    return file, key


def until(holds, seconds=30):
    began = time.monotonic()
    while not holds() and time.monotonic() - began < seconds: time.sleep(0.1)
    return holds()


def serve_with(opora, server, authority):
    """The program anew, with letters to this server, sealed only."""
    opora.stop()
    os.environ.update(OPORA_SMTP_URL=f"smtp://127.0.0.1:{server.port}", OPORA_SMTP_TLS="required", OPORA_SMTP_CA_FILE=str(authority),
                      OPORA_MAIL_FROM="Opora <opora@kraj.example>")
    opora.start(verb="serve")


def forget(opora, email):
    person = Person(opora)
    fields = dict(person.form("/zapomenute-heslo", "/zapomenute-heslo")) | {"email": email}
    status, _, _ = person.post("/zapomenute-heslo", fields)
    expect(status == 200, f"{email} asks for a new password ({status})")


def letters_are_sealed_or_stay(opora):
    ours, strange = certificate(opora.folder, "ours"), certificate(opora.folder, "strange")
    said = {"MAIL", "RCPT", "DATA", "AUTH"}
    with MailServer() as open_server:
        serve_with(opora, open_server, ours[0])
        forget(opora, "planovacka@opora.example")
        expect(until(lambda: open_server.heard), "the program calls the mail server")
        time.sleep(1)
        expect(not said & {word for _, word in open_server.heard}, f"nothing is told to a server without STARTTLS ({open_server.heard})")
    with MailServer(strange) as false_server:
        serve_with(opora, false_server, ours[0])
        expect(until(lambda: any(word == "STARTTLS" for _, word in false_server.heard), 90), "the waiting letter is tried again")
        time.sleep(1)
        expect(not said & {word for _, word in false_server.heard}, f"nothing is told to a server with a strange certificate ({false_server.heard})")
    with MailServer(ours) as server:
        serve_with(opora, server, ours[0])
        expect(until(lambda: server.letters, 90), "the letter that waited leaves over the sealed connection")
        expect(all(sealed for sealed, _ in server.letters), "and over no other")
        expect("zapomenute-heslo" in server.letters[0][1].replace("=\n", ""), "it is the letter that was asked for")


def code_of(secret, steps=0):
    counter = struct.pack(">Q", int(time.time()) // 30 + steps)
    digest = hmac.new(base64.b32decode(secret), counter, hashlib.sha1).digest()
    at = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[at:at + 4])[0] & 0x7FFFFFFF) % 1_000_000:06}"


def who_lost_the_phone_gets_in(opora):
    email = "planovacka@opora.example"
    person = Person(opora).sign_in(email)
    step = "/ucet/druhy-krok"
    person.post(step, dict(person.form(step, step)) | {"ukon": "zacit"})
    secret = re.search(r"<code>([A-Z2-7 ]+)</code>", person.ask(step)[2]).group(1).replace(" ", "")
    csrf = dict(person.form(step, step))["csrf"]
    status, _, text = person.post(step, {"csrf": csrf, "ukon": "potvrdit", "kod": code_of(secret)})
    expect(status == 200 and text.count("<li><code>") == 10, f"the second step is on ({status})")
    again = Person(opora)
    again.post("/prihlaseni", dict(again.form("/prihlaseni", "/prihlaseni")) | {"email": email, "heslo": "ukazka-opora-2026"})
    expect(again.ask("/ucet")[1] == "/prihlaseni", "the password alone does not sign in any more")
    command = [BINARY, "user", "drop-second-step", "--database", opora.address]
    drop = lambda whose: subprocess.run(command + [whose], cwd=opora.folder, capture_output=True, text=True)
    expect(drop("nikdo@opora.example").returncode == 1, "nobody's second step cannot be dropped")
    dropped = drop(email)
    expect(dropped.returncode == 0, f"the operator drops the second step: {dropped.stderr}")
    Person(opora).sign_in(email)
    expect(drop(email).returncode == 1, "it is dropped once")


with Opora() as opora:
    who_lost_the_phone_gets_in(opora)
    letters_are_sealed_or_stay(opora)
print("letters are sealed, and who lost the phone gets in")

#!/usr/bin/env python3
"""What an operator does on a bad day: a backup while people work, everything gone, restored, checked, served again."""
import subprocess
import sys
import threading

from served import BINARY, Opora, Person, expect, first_slug


def run(opora, *words):
    done = subprocess.run([BINARY, *words, "--database", f"sqlite:{opora.database}"], capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr


with Opora() as opora:
    planner = Person(opora).sign_in("planovacka@opora.example")
    slug = first_slug(planner, "/sluzby?q=jilemnice")
    status, _, _ = planner.change(slug, popis="Stojí v záloze.")
    expect(status == 200, f"the description is saved ({status})")
    copies = opora.folder / "zalohy"
    for file in opora.folder.glob("opora.db*"):
        expect(file.stat().st_mode & 0o077 == 0, f"other accounts of the machine do not read {file.name}")

    saved, ended = [], threading.Event()
    def keep_saving():
        while not ended.is_set(): saved.append(planner.change(slug, shrnuti=f"Uložení {len(saved)}.")[0])
    saver = threading.Thread(target=keep_saving)
    saver.start()
    code, said = run(opora, "backup", str(copies))
    ended.set()
    saver.join()
    expect(code == 0, f"the backup is made while the planner saves:\n{said}")
    expect(set(saved) <= {200}, f"every save beside it is kept: {saved}")
    expect("Keep it elsewhere" in said or "no key store yet" in said, f"it says what to do with the keys:\n{said}")

    code, said = run(opora, "restore", str(copies))
    expect(code == 1 and "--replace" in said, f"nothing is replaced unasked:\n{said}")
    code, said = run(opora, "restore", str(copies), "--replace")
    expect(code == 1 and "in use" in said, f"nor while it serves:\n{said}")

    opora.kill()
    for left in opora.folder.glob("opora.db*"): left.unlink()
    code, said = run(opora, "restore", str(copies))
    expect(code == 0, f"everything was gone and is restored:\n{said}")
    code, said = run(opora, "check")
    expect(code == 0 and "everything is in order" in said, f"it is whole:\n{said}")
    opora.start()
    expect("Stojí v" in Person(opora).ask(f"/sluzby/{slug}")[2].replace("\u00a0", " "), "the description is there again")

    code, said = run(opora, "restore", str(opora.folder / "nikde"))
    expect(code == 1 and len(said.splitlines()) == 1, f"what is no backup gets one sentence:\n{said}")
print("backed up while serving, destroyed, restored, checked")

#!/usr/bin/env python3
"""A thousand minutes handed over through the page, read, found facts in and kept; and documents of ten pages.

    bench/minutes_import.py [--documents 1000]

Serves the demonstration region on loopback, hands minutes over in forms of fifty files, and waits until the last one was
read.  Each document is another one: the days of tests/documents/3-zapis-rps.txt move on.  Ten pages are read as text, Word
and PDF by `opora extract minutes`, each the best of seven, with processor time; beside them `opora --version`, which shows
what it takes to start, Python's zipfile with ElementTree on the same Word document and pdftotext on the same PDF.
"""
import argparse
import pathlib
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
import uuid
import xml.etree.ElementTree
import zipfile

import measuring
from measuring import BINARY, ROOT, result

sys.path[:0] = [str(ROOT / "tests/binary"), str(ROOT / "tests/documents")]
import served
import word

GROUP = "/skupiny/komunitni-planovani-socialnich-sluzeb-regionu-liberec-ridici-pracovni-skupina/dokument"
IN_A_FORM = 50
KEPT_A_DAY = 150    # of one person, files that are kept; web pages are read and not kept
TEXT = (ROOT / "tests/documents/3-zapis-rps.txt").read_text(encoding="utf-8")


def ten_pages(text): return (text * 20)[:30_000]    # 3 000 characters are a page


TEN_PAGES = ten_pages(TEXT)


def documents(count):
    for n in range(count):
        moved = TEXT.replace("18. 11. 2015", f"{n % 27 + 1}. {n % 12 + 1}. {2001 + n % 14}") + f"\nČíslo {n}\n"
        if n < KEPT_A_DAY: yield f"zapis-{n:04}.txt", moved
        else: yield f"zapis-{n:04}.html", "<html><meta charset=utf-8>" + "".join(f"<p>{line}" for line in moved.split("\n"))


def hand_over(person, files):
    line = uuid.uuid4().hex
    fields = [f'--{line}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n' for name, value in person.form(GROUP, GROUP)
              if name != "soubor"]
    parts = [f'--{line}\r\nContent-Disposition: form-data; name="soubor"; filename="{name}"\r\nContent-Type: text/plain\r\n\r\n{text}\r\n'
             for name, text in files]
    status, _, page = person.ask(GROUP, "".join([*fields, *parts, f"--{line}--\r\n"]).encode(), f"multipart/form-data; boundary={line}")
    served.expect(status == 200, f"documents are handed over ({status})")
    return page


def best(command):
    """Milliseconds of one run and of the processor for it, the best of seven each."""
    times, spent = [], []
    for _ in range(7):
        before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        subprocess.run([str(one) for one in command], check=True, stdout=subprocess.DEVNULL)
        times.append((time.perf_counter() - began) * 1000)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent.append((after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1000)
    return min(times), min(spent)


def pdf_of_ten_pages(opora, person, file):
    """As the program itself prints minutes: a meeting of the region whose minutes have grown to ten pages."""
    db = sqlite3.connect(opora.database)
    minutes, meeting = db.execute("SELECT meeting_minutes.id, meeting_id FROM minutes_parts JOIN meeting_minutes ON meeting_minutes.id = minutes_id"
                                  " WHERE phase = 'draft' LIMIT 1").fetchone()
    db.execute("UPDATE minutes_parts SET body = ? WHERE minutes_id = ? AND place_in_order = 1", (TEN_PAGES, minutes))
    db.commit()
    with person.browser.open(f"{opora.url}/jednani/{uuid.UUID(bytes=meeting)}/zapis.pdf") as answer: file.write_bytes(answer.read())


def read_ten_pages(opora, person, folder):
    text, docx, pdf = (folder / f"deset-stran.{kind}" for kind in ("txt", "docx", "pdf"))
    text.write_text(TEN_PAGES, encoding="utf-8")
    word.write(docx, [word.paragraph(line) for line in TEN_PAGES.replace("~", "").split("\n")], [], "Řídící pracovní skupina", "Zápis")
    pdf_of_ten_pages(opora, person, pdf)
    said = subprocess.run(["pdftotext", pdf, "-"], capture_output=True, text=True, check=True).stdout
    print(f"{said.count(chr(12))} pages of PDF, {len(said)} characters; load of the machine", *measuring.os.getloadavg())
    start, start_spent = best([BINARY, "--version"])
    print(f"opora --version {start:.0f} ms, processor {start_spent:.0f}")
    for file in (text, docx, pdf):
        wall, spent = best([BINARY, "extract", "minutes", file])
        print(f"{file.name}: {wall:.0f} ms, processor {spent:.0f}")
        result(f"minutes_import.{file.suffix[1:]}", wall, "ms")
        result(f"minutes_import.{file.suffix[1:]}_processor", spent, "ms")
    for kind, name in (("service", "0-sluzby.txt"), ("project", "2-projekt-kv.txt")):
        file = folder / f"{kind}.txt"
        file.write_text(ten_pages((ROOT / "tests/documents" / name).read_text(encoding="utf-8")), encoding="utf-8")
        result(f"minutes_import.{kind}", best([BINARY, "extract", kind, file])[0], "ms")
    began = time.perf_counter()
    xml.etree.ElementTree.fromstring(zipfile.ZipFile(docx).read("word/document.xml"))
    result("minutes_import.zipfile", (time.perf_counter() - began) * 1000, "ms")
    result("minutes_import.pdftotext", best(["pdftotext", pdf, "/dev/null"])[0], "ms")


def processor_with_children(pid):
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return sum(int(one) for one in fields[11:15]) / measuring.TICK


def main():
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--documents", type=int, default=1000)
    asked = asked.parse_args()
    with tempfile.TemporaryDirectory(prefix="opora-minutes-") as folder, served.Opora() as opora:
        person = served.Person(opora).sign_in("planovacka@opora.example")
        read_ten_pages(opora, person, pathlib.Path(folder))
        everything = list(documents(asked.documents))
        before, began = processor_with_children(opora.child.pid), time.perf_counter()
        for first in range(0, len(everything), IN_A_FORM): hand_over(person, everything[first:first + IN_A_FORM])
        while "čte se" in person.ask(GROUP)[2]: time.sleep(0.2)
        seconds, spent = time.perf_counter() - began, processor_with_children(opora.child.pid) - before
        read, = sqlite3.connect(opora.database).execute("SELECT count(*) FROM document_imports WHERE state = 'open'").fetchone()
        served.expect(read >= asked.documents, f"{read} documents were read")
        print(f"{read} minutes handed over, read and kept: {seconds:.1f} s, processor {spent:.1f} s; load of the machine", *measuring.os.getloadavg())
        result("minutes_import.thousand", seconds * 1000 / asked.documents, "s")
        result("minutes_import.thousand_processor", spent * 1000 / asked.documents, "s")


if __name__ == "__main__": main()

"""opora extract: the facts it finds in our documents, and what it says of documents that nobody should send."""
import json
import pathlib
import subprocess
import sys
import tempfile
import zipfile

from served import ROOT, Failed, expect

sys.path.insert(0, str(ROOT / "tests/documents"))
import score    # noqa: E402

OPORA = ROOT / "build/release/opora"
# What holds now, F1 over all facts of a set; it may only rise.
LEAST = {("minutes", "own"): 0.99, ("minutes", "open"): 0.97, ("minutes", "unseen"): 0.89,
         ("service", "own"): 0.99, ("service", "open"): 0.97, ("service", "unseen"): 0.90,
         ("project", "own"): 0.99, ("project", "open"): 0.99, ("project", "unseen"): 0.92}


def it_finds_the_facts():
    tallies = score.measured(OPORA, ("minutes", "service", "project"))
    for key, least in LEAST.items():
        found = tallies[key]["all"].f1
        print(f"   {key[0]} {key[1]}: F1 {found:.3f}")
        expect(found >= least, f"{key}: F1 {found:.3f} is below {least}")


def refused(folder, name, content, words):
    file = folder / name
    file.write_bytes(content)
    done = subprocess.run([OPORA, "extract", "minutes", file], capture_output=True, text=True, timeout=60)
    expect(done.returncode == 1, f"{name} ended with {done.returncode}")
    expect(done.stdout == "", f"{name} prints nothing")
    lines = done.stderr.strip().splitlines()
    expect(len(lines) == 1 and words in lines[0], f"{name}: {done.stderr}")


def office(folder, parts):
    file = folder / "made.zip"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items(): made.writestr(name, content)
    return file.read_bytes()


def it_refuses_with_a_sentence(folder):
    bomb = '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">]><w:document xmlns:w="w"><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>'
    refused(folder, "empty.txt", b"", "prázdný")
    refused(folder, "picture.pdf", b"\x89PNG\r\n\x1a\n" + bytes(100), "obrázek")
    refused(folder, "broken.docx", b"PK\3\4" + bytes(200), "poškozený")
    refused(folder, "entities.docx", office(folder, {"word/document.xml": bomb}), "nedovolené")
    refused(folder, "macros.docm", office(folder, {"word/document.xml": "<a/>", "word/vbaProject.bin": "x"}), "makra")
    refused(folder, "dense.docx", office(folder, {"word/document.xml": b"<a>" + bytes(30 << 20)}), "mnohonásobné")
    refused(folder, "encrypted.odt", office(folder, {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "x",
                                                     "META-INF/manifest.xml": "<m><encryption-data/></m>"}), "heslem")
    refused(folder, "locked.docx", b"\xd0\xcf\x11\xe0" + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "heslem")
    refused(folder, "program.txt", b"\x7fELF" + bytes(300), "neumíme číst")


def it_answers_wrong_words_with_two():
    for words in (["extract"], ["extract", "poem", "x"], ["extract", "minutes"]):
        done = subprocess.run([OPORA, *words], capture_output=True, text=True)
        expect(done.returncode == 2, f"{words} ended with {done.returncode}")


def it_reads_what_a_person_points_at():
    done = subprocess.run([OPORA, "extract", "minutes", ROOT / "tests/documents/3-zapis-rps.txt"], capture_output=True, text=True)
    facts = json.loads(done.stdout)
    lines = (ROOT / "tests/documents/3-zapis-rps.txt").read_text(encoding="utf-8")
    expect(all("at" in task for task in facts["tasks"]) and "Harmonogram" in lines, "each task says where it stands")
    expect(facts["numbering_slips"], "the text repeats „Ad 3“ (row 3.04)")


def main():
    with tempfile.TemporaryDirectory() as folder:
        for check in (it_finds_the_facts, lambda: it_refuses_with_a_sentence(pathlib.Path(folder)), it_answers_wrong_words_with_two, it_reads_what_a_person_points_at):
            check()
    print("extract: holds")


if __name__ == "__main__":
    try:
        main()
    except Failed as failure:
        sys.exit(f"extract: {failure}")

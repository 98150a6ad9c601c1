#!/usr/bin/env python3
"""How many facts of documents the program finds: precision, recall and F1, per field and per set.

    tests/documents/score.py [--binary build/release/opora] [--kind minutes] [--set open] [--verbose] [--json]

Sets: `own` (the five documents of tests/documents), `open` (those in other layouts), `unseen` (in folders blind/
and unseen/, only for measuring: of these nothing but numbers is ever printed), `originals` (../shared, where it is there).
What counts as the same fact is the README of ../shared/gold: every value is one fact, texts are compared folded, names in any order or by an initial,
long texts by 60 % of their words, a task by day, person and a third of its words, an event by days and 40 %.
"""
import argparse
import collections
import json
import os
import pathlib
import re
import subprocess
import sys
import unicodedata

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
TITLES = set("""bc mgr mga ing arch mudr mvdr mddr judr phdr rndr paeddr pharmdr thdr thlic icdr doc prof prim phd dr drsc csc dis mba mpa
    llm msc bsc ba ma et ml st dipl akad phmr dba""".split())
Fact = collections.namedtuple("Fact", "field value optional")


# --- how two values are compared ---------------------------------------------------------------------------------------

def fold(text):
    plain = "".join(c for c in unicodedata.normalize("NFD", str(text).lower()) if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", " ", plain).strip()


def squeezed(text): return fold(text).replace(" ", "")


def words(text): return [word for word in fold(text).split() if len(word) >= 3]


def name_words(name):
    name = re.sub(r"\([^)]*\)", " ", str(name))
    name = re.sub(r"\b(Ph\. ?D|D\. ?i\. ?S|DiS|C\. ?Sc|LL\. ?M|Th\. ?D)\.?", " ", name)
    return [word for word in fold(name).split() if word not in TITLES]


def same_name(a, b):
    a, b = name_words(a), name_words(b)
    if not a or not b: return False
    if sorted(a) == sorted(b): return True
    return a[-1] == b[-1] and len(a) > 1 and len(b) > 1 and a[0][0] == b[0][0] and (len(a[0]) == 1 or len(b[0]) == 1)


def same_names(a, b):
    """Several people with commas between them, or one."""
    if not a or not b: return not a and not b
    left, right = ([part for part in re.split(r"[,;]| a ", str(text)) if name_words(part)] for text in (a, b))
    if len(left) != len(right): return squeezed(a) == squeezed(b)
    return all(any(same_name(one, other) for other in right) for one in left) and all(any(same_name(one, other) for other in left) for one in right)


def same_long(a, b, share=0.6):
    if squeezed(a) == squeezed(b): return True
    a, b = words(a), words(b)
    if not a or not b: return False
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    return sum(word in long for word in short) >= share * len(short)


def share_of_words(wanted, found):
    wanted, found = words(wanted), set(words(found))
    return sum(word in found for word in wanted) / len(wanted) if wanted else 1.0


def same_task(wanted, found):
    people = [wanted.get("responsible"), *([wanted["responsible_printed"]] if "responsible_printed" in wanted else [])]
    return wanted.get("due") == found.get("due") and any(same_names(one, found.get("responsible")) for one in people) \
        and share_of_words(wanted["text"], found["text"]) >= 1 / 3


def same_event(wanted, found):
    return wanted.get("date") == found.get("date") and (wanted.get("end") or None) == (found.get("end") or None) \
        and share_of_words(wanted["title"], found["title"]) >= 0.4


def exactly(a, b): return a == b


def folded(a, b): return squeezed(a) == squeezed(b)


def same_hours(a, b): return all(a.get(key) == b.get(key) for key in ("days", "from", "to"))


def same_band(a, b): return a.get("from") == b.get("from") and a.get("to") == b.get("to")


# --- which facts a document has ----------------------------------------------------------------------------------------

MINUTES = {"group": same_long, "place": same_long, "date": exactly, "start_time": exactly, "present": same_name, "excused": same_name,
           "agenda": same_long, "tasks": same_task, "events": same_event, "schedule": exactly, "paragraphs": folded, "registration_numbers": folded}
SERVICE = {"provider": same_long, "service_type": folded, "paragraph": folded, "forms": folded, "target_groups": same_long, "age_bands": same_band,
           "age_min": exactly, "age_max": exactly, "opening_hours": same_hours, "nonstop": exactly, "places": same_long, "capacity": folded,
           "registration_id": folded, "contract_no": folded, "project_registration_no": folded, "territory": folded}
PROJECT = {"name": same_long, "registration_number": folded, "start": exactly, "end": exactly, "months": exactly, "budget_czk": exactly,
           "funding_sources": same_long, "target_groups": same_long, "activities": same_long, "members": same_name, "roles": same_long, "phones": folded,
           "emails": folded, "programme": same_long, "call": folded}


def values(document, key):
    value = document.get(key)
    if value is None or value is False: return []
    return value if isinstance(value, list) else [value]


def allowed(document, key):
    """What may stand for KEY or beside it: KEY_optional, and null where a note says that the text does not say it."""
    return values(document, key + "_optional")


def activities(tree):
    for one in tree or []:
        if one.get("title"): yield one["title"]
        yield from activities(one.get("children"))


def flat_project(document):
    team, other = values(document, "team"), values(document, "team_optional")
    flat = dict(document, activities=list(activities(document.get("key_activities"))), members=[one["name"] for one in team],
                roles=[one["role"] for one in team if one.get("role")], phones=[phone for one in team for phone in one.get("phones") or []],
                emails=[one["email"] for one in team if one.get("email")])
    flat["members_optional"] = [one["name"] for one in other]
    flat["roles_optional"] = [one["role"] for one in other if one.get("role")] + [role for one in team for role in values(one, "role_optional")]
    flat["phones_optional"] = [phone for one in other for phone in one.get("phones") or []]
    flat["emails_optional"] = [one["email"] for one in other if one.get("email")]
    return flat


def matched(wanted, optional, found, same):
    """Right ones, missing ones, wrong ones: each fact serves once."""
    found, missing, right = list(found), [], []
    for one in wanted:
        hit = next((other for other in found if same(one, other)), None)
        if hit is None: missing.append(one)
        else:
            found.remove(hit)
            right.append(one)
    return right, missing, [one for one in found if not any(same(other, one) for other in optional)]


def compared(expected, found, fields):
    """field → (right, missing, wrong)."""
    result = {}
    for field, same in fields.items():
        wanted, optional = values(expected, field), allowed(expected, field)
        got = values(found, field)
        right, missing, wrong = matched(wanted, optional, got, same)
        # One value where the document leaves a choice: the other choice is as good.
        if missing and optional and not isinstance(expected.get(field), list) and any(same(one, other) for one in optional for other in got):
            right, missing = right + missing, []
        if field == "paragraph" and not got and missing: missing = []
        result[field] = (right, missing, wrong)
    return result


def compared_services(expected, found):
    """Services are the same by their type; one nobody found misses all its facts."""
    result = collections.defaultdict(lambda: ([], [], []))
    left = list(found.get("services", []))
    pairs = []
    for service in expected["services"]:
        hit = next((one for one in left if folded(one.get("service_type") or "", service["service_type"])), None)
        if hit is not None: left.remove(hit)
        pairs.append((service, hit or {}))
    pairs += [({}, one) for one in left]
    for service, hit in pairs:
        for field, lists in compared(service, hit, SERVICE).items():
            for into, more in zip(result[field], lists): into.extend(more)
    return result


def compare(kind, expected, found):
    if kind == "service": return compared_services(expected, found)
    if kind == "project": return compared(flat_project(expected), flat_project(found), PROJECT)
    return compared(expected, found, MINUTES)


# --- documents, running, printing --------------------------------------------------------------------------------------

def kind_of(expected): return "service" if "services" in expected else "project" if "key_activities" in expected else "minutes"


def documents():
    """(set, document, expected)"""
    for expected in sorted(HERE.rglob("*.expected.json")):
        name = expected.name.removesuffix(".expected.json")
        beside = [one for one in expected.parent.iterdir() if one.name.startswith(name + ".") and not one.name.endswith(".expected.json")]
        group = "unseen" if expected.parent.name in ("blind", "unseen") else "own" if expected.parent == HERE else "open"
        for one in beside: yield group, one, expected
    gold = pathlib.Path(os.environ.get("OPORA_SHARED", ROOT.parent / "shared")) / "gold"
    if not gold.is_dir(): return
    for expected in sorted(gold.rglob("*.expected.json")):
        told = json.loads(expected.read_text(encoding="utf-8")).get("source")
        one = gold.parent / told if told else expected.with_name(expected.name.removesuffix(".expected.json") + ".txt")
        if one.exists(): yield "originals", one, expected


def extracted(binary, kind, document):
    done = subprocess.run([binary, "extract", kind, document], capture_output=True, text=True, timeout=120)
    if done.returncode != 0: return None, done.stderr.strip()
    return json.loads(done.stdout), ""


class Tally:
    def __init__(self): self.right = self.missing = self.wrong = 0

    def add(self, lists):
        self.right += len(lists[0])
        self.missing += len(lists[1])
        self.wrong += len(lists[2])
        return self

    @property
    def precision(self): return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self): return self.right / (self.right + self.missing) if self.right + self.missing else 1.0

    @property
    def f1(self):
        total = 2 * self.right + self.missing + self.wrong
        return 2 * self.right / total if total else 1.0

    def __str__(self): return f"P {self.precision:.3f}  R {self.recall:.3f}  F1 {self.f1:.3f}   ({self.right} right, {self.missing} missing, {self.wrong} wrong)"


def shown(value): return json.dumps(value, ensure_ascii=False) if not isinstance(value, str) else value


def measured(binary, kinds=("minutes", "service", "project"), sets=None, verbose=False, out=None):
    """{(kind, set): {field: Tally, "all": Tally}}"""
    tallies = collections.defaultdict(lambda: collections.defaultdict(Tally))
    for group, document, expected_path in documents():
        expected = json.loads(expected_path.read_text(encoding="utf-8"))
        kind = kind_of(expected)
        if kind not in kinds or (sets and group not in sets): continue
        found, trouble = extracted(binary, kind, document)
        lists = compare(kind, expected, found or {})
        own = Tally()
        for field, three in lists.items():
            tallies[kind, group][field].add(three)
            tallies[kind, group]["all"].add(three)
            own.add(three)
        if not verbose or not out: continue
        # NB: of the unseen documents nothing is shown, not even their names beside their numbers.
        if group in ("unseen", "blind"): continue
        print(f"{own.f1:.3f}  {group}/{document.name}" + (f"  {trouble}" if found is None else ""), file=out)
        for field, (_, missing, wrong) in lists.items():
            for one in missing: print(f"         missing {field}: {shown(one)}", file=out)
            for one in wrong: print(f"         wrong   {field}: {shown(one)}", file=out)
    return tallies


def main():
    words_ = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    words_.add_argument("--binary", default=ROOT / "build/release/opora")
    words_.add_argument("--kind", action="append", choices=["minutes", "service", "project"])
    words_.add_argument("--set", action="append", choices=["own", "open", "unseen", "blind", "originals"])
    words_.add_argument("--verbose", action="store_true", help="wrong and missing facts of the open documents")
    words_.add_argument("--json", action="store_true")
    told = words_.parse_args()
    tallies = measured(told.binary, told.kind or ("minutes", "service", "project"), told.set, told.verbose, sys.stdout)
    if told.json:
        print(json.dumps({f"{kind}/{group}/{field}": {"precision": one.precision, "recall": one.recall, "f1": one.f1}
                          for (kind, group), fields in tallies.items() for field, one in fields.items()}, indent=1))
        return
    for (kind, group), fields in sorted(tallies.items()):
        print(f"\n{kind} · {group}: {fields['all']}")
        for field, one in fields.items():
            if field != "all" and one.right + one.missing + one.wrong: print(f"    {field:24} {one}")


if __name__ == "__main__":
    main()

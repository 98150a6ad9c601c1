#!/usr/bin/env python3
"""Checks that the code lists and the demonstration region hold together: links, codes, rules, and no empty facet."""
import csv
import datetime
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
DATA = ROOT / "src/network/data"
PROBLEMS = []
TODAY = datetime.date(2026, 11, 24)  # the day the sample was written for


def problem(where, what):
    PROBLEMS.append(f"{where}: {what}")


def rows(path, key=None):
    with open(DATA / path, encoding="utf-8", newline="") as file:
        found = list(csv.reader(file))
    header, body = found[0], found[1:]
    for number, row in enumerate(body, 2):
        if len(row) != len(header):
            problem(f"{path}:{number}", f"{len(row)} cells, {len(header)} columns")
    table = [dict(zip(header, row)) for row in body]
    if key:
        keys = [row[key] for row in table]
        for twice in sorted({k for k in keys if keys.count(k) > 1}):
            problem(path, f"key {twice} stands twice")
    return table


def split(cell):
    return [part.strip() for part in cell.split(";") if part.strip()]


def date(where, text):
    try:
        return datetime.date.fromisoformat(text) if text else None
    except ValueError:
        problem(where, f"{text!r} is not a date")
        return None


types = {r["code"]: r for r in rows("code_lists/service_types.csv", "code")}
forms = {r["code"]: r for r in rows("code_lists/forms.csv", "code")}
allowed = {(r["type"], r["form"]): r["allowed"] == "1" for r in rows("code_lists/type_forms.csv")}
groups = {r["code"] for r in rows("code_lists/target_groups.csv", "code")}
bands = rows("code_lists/age_bands.csv", "key")
units = {r["code"] for r in rows("code_lists/capacity_units.csv", "code")}
kinds = {r["code"] for r in rows("code_lists/related_kinds.csv", "code")}
marks = {r["code"] for r in rows("code_lists/accessibility.csv", "code")}
languages = {r["code"] for r in rows("code_lists/languages.csv", "code")}
region = "liberecky_kraj/"
towns = {r["code"]: r for r in rows(region + "municipalities.csv", "code")}
neighbours = {r["code"]: r for r in rows(region + "neighbours.csv", "code")}
districts = {r["code"]: r for r in rows(region + "orp.csv", "code")}
areas = {r["key"]: r for r in rows(region + "areas.csv", "key")}
providers = {r["key"]: r for r in rows(region + "providers.csv", "key")}
services = {r["key"]: r for r in rows(region + "services.csv", "key")}
facilities = {r["key"]: r for r in rows(region + "facilities.csv", "key")}
capacities = rows(region + "capacities.csv")
contracts = {r["key"]: r for r in rows(region + "contracts.csv", "key")}
premises = {r["key"]: r for r in rows(region + "premises.csv", "key")}
rooms = rows(region + "rooms.csv")
related = {r["key"]: r for r in rows(region + "related_services.csv", "key")}
clients = rows(region + "clients_by_area.csv")
states = rows(region + "capacity_states.csv")
texts = rows(region + "texts.csv")


def known(where, code, where_from, what):
    if code not in where_from:
        problem(where, f"unknown {what} {code!r}")


def districts_of(coverage, where):
    """The ORP districts that a list of kind:code tokens reaches."""
    reached = set()
    for token in split(coverage):
        kind, _, code = token.partition(":")
        if kind == "region":
            reached |= set(districts)
        elif kind == "orp":
            known(where, code, districts, "district")
            reached.add(code)
        elif kind in ("town", "municipality"):
            known(where, code, towns, "municipality")
            reached.add(towns.get(code, {}).get("orp_code"))
        elif kind == "area":
            known(where, code, areas, "area")
            reached |= {towns[m]["orp_code"] for m in split(areas.get(code, {}).get("municipalities", "")) if m in towns}
        else:
            problem(where, f"coverage {token!r}")
    return reached - {None}


def check_code_lists():
    if len(types) != 34:
        problem("service_types", f"{len(types)} types, the register has 34")
    for type_code in types:
        for form in forms:
            if (type_code, form) not in allowed:
                problem("type_forms", f"{type_code} × {form} is missing")
    tiles = [b for b in bands if b["key"] != "any"]
    for before, after in zip(tiles, tiles[1:]):
        if int(before["to"]) + 1 != int(after["from"]):
            problem("age_bands", f"a gap or overlap between {before['key']} and {after['key']}")


def check_territory():
    if len(towns) != 215 or len(districts) != 10:
        problem("territory", f"{len(towns)} municipalities, {len(districts)} districts")
    if len({(d["hex_column"], d["hex_row"]) for d in districts.values()}) != 10:
        problem("orp", "two districts share a place in the map")
    for code, town in towns.items():
        known(code, town["orp_code"], districts, "district")
        if sum(int(town[k]) for k in ("age_0_14", "age_15_64", "age_65_plus")) != int(town["population"]):
            problem(code, "age groups do not sum to the population")
    for district in districts.values():
        if towns.get(district["seat_code"], {}).get("type") != "III":
            problem(district["name"], "its seat is not of type III")
    for area in areas.values():
        for code in split(area["municipalities"]):
            known(area["key"], code, towns, "municipality")


def check_providers():
    for key, provider in providers.items():
        ico = provider["ico"]
        if ico and (11 - sum(int(d) * w for d, w in zip(ico, range(8, 1, -1))) % 11) % 10 != int(ico[7]):
            problem(key, f"IČO {ico} fails its check digit")
        if provider["real"] == "invented" and not ico.startswith("99000"):
            problem(key, "an invented provider needs an IČO of the invented range")
        if provider["seat_municipality"]:
            known(key, provider["seat_municipality"], towns | neighbours, "municipality")
        contacts(key, provider)


def contacts(key, record):
    if record["phone"] and not record["phone"].startswith("+420 000 "):
        problem(key, "a telephone number that could be somebody's")
    if record["email"] and not record["email"].endswith("@example.cz"):
        problem(key, "an e-mail that could be somebody's")


SPAN = re.compile(r"^(Po|Út|St|Čt|Pá|So|Ne)(–(Po|Út|St|Čt|Pá|So|Ne))? [0-2]\d:[0-5]\d–[0-2]\d:[0-5]\d$")


def touches(band, low, high):
    return int(band["from"]) <= high and (not band["to"] or int(band["to"]) >= low)


def check_service(key, service):
    known(key, service["provider"], providers, "provider")
    known(key, service["type"], types, "type")
    for form in split(service["forms"]):
        known(key, form, forms, "form")
        if not allowed.get((service["type"], form)):
            problem(key, f"form {form} is not allowed for {service['type']}")
    if not service["forms"]:
        problem(key, "no form")
    for group in split(service["target_groups"]):
        known(key, group, groups, "target group")
    named = split(service["age_bands"])
    if named != ["any"]:
        low = int(service["age_min"] or 0)
        high = int(service["age_max"]) if service["age_max"] else 200
        due = [b["key"] for b in bands if b["key"] != "any" and touches(b, low, high)]
        if named != due:
            problem(key, f"bands {named} do not fit the limits {low}–{high}")
    for span in split(service["hours"]):
        if not SPAN.match(span):
            problem(key, f"hours {span!r}")
    for mark in split(service["accessibility"]):
        known(key, mark, marks, "accessibility mark")
    for column in ("active_from", "active_to", "verified_on"):
        day = date(key, service[column])
        if day and day > TODAY:
            problem(key, f"{column} lies after the day the sample was written for")
    if (service["state"] == "ended") != bool(service["active_to"]):
        problem(key, "ended and active_to disagree")
    ends = types[service["type"]]["valid_to"]
    if ends and service["state"] == "active":
        problem(key, f"a running service of a type that ended on {ends}")
    if service["contract"]:
        known(key, service["contract"], contracts, "contract")
    contacts(key, service)
    if len(service["description"]) < 60:
        problem(key, "the description is too short to help anybody")


def check_links():
    for key, facility in facilities.items():
        for service in split(facility["services"]):
            known(key, service, services, "service")
        if facility["secret"] == "1":
            if any(facility[c] for c in ("municipality", "street", "house_number", "lat", "lon")):
                problem(key, "a secret address is written down")
            continue
        known(key, facility["municipality"], towns | neighbours, "municipality")
        if facility["premises"]:
            known(key, facility["premises"], premises, "premises")
        at = (towns | neighbours).get(facility["municipality"])
        if at and (abs(float(at["lat"]) - float(facility["lat"])) > 0.01 or abs(float(at["lon"]) - float(facility["lon"])) > 0.01):
            problem(key, "lies far from its municipality")
    for row in capacities:
        known("capacities", row["service"], services, "service")
        known("capacities", row["unit"], units, "unit")
        if row["form"] not in split(services.get(row["service"], {"forms": row["form"]})["forms"]):
            problem(row["service"], f"capacity of a form the service does not have: {row['form']}")
        if row["kind"] not in ("registered", "network", "funded", "free"):
            problem(row["service"], f"capacity kind {row['kind']!r}")
        if row["of_total"] and int(row["count"]) > int(row["of_total"]):
            problem(row["service"], "a part greater than its total")
    for contract in contracts.values():
        for service in split(contract["services"]):
            known(contract["key"], service, services, "service")
            if services[service]["contract"] != contract["key"]:
                problem(contract["key"], f"{service} does not name it")
    for room in rooms:
        known("rooms", room["premises"], premises, "premises")
    for key, place in premises.items():
        for service in split(place["services"]):
            known(key, service, services, "service")
    for key, service in related.items():
        known(key, service["provider"], providers, "provider")
        known(key, service["kind"], kinds, "kind of related service")
        districts_of(service["coverage"], key)
        contacts(key, service)
    for row in clients:
        known("clients_by_area", row["service"], services, "service")
        known("clients_by_area", row["area"], districts if row["area_kind"] == "orp" else areas, "area")
    for row in states:
        known("capacity_states", row["service"], services, "service")
    for row in texts:
        known("texts", row["service"], services, "service")
        known("texts", row["language"], languages, "language")
    for language, least in (("easy", 12), ("uk", 8), ("en", 8)):
        if sum(r["language"] == language for r in texts) < least:
            problem("texts", f"fewer than {least} texts in {language}")


def check_facets():
    """Each district offers something in every facet, and the region offers every type and target group."""
    running = [s for s in services.values() if s["state"] == "active"]
    families = {"POR", "PEC", "PRE"}
    for code, district in districts.items():
        here = [s for s in running if code in districts_of(s["coverage"], s["key"])]
        seated = [s for s in here if any(towns.get(f["municipality"], {}).get("orp_code") == code
                                         for f in facilities.values() if s["key"] in split(f["services"]))]
        facets = {
            "family": families - {types[s["type"]]["family"] for s in here},
            "form": set(forms) - {f for s in here for f in split(s["forms"])},
            "form seated here": set(forms) - {f for s in seated for f in split(s["forms"])},
            "age": {b["key"] for b in bands if b["key"] != "any"} - {b for s in here for b in split(s["age_bands"])},
            "availability": {"free", "waiting", "open", "unknown"} - {s["availability"] for s in here},
            "target group": {g for s in running for g in split(s["target_groups"])} - {g for s in here for g in split(s["target_groups"])},
        }
        for facet, missing in facets.items():
            if missing:
                problem(district["name"], f"nothing for {facet} {sorted(missing)}")
    for code, kind in types.items():
        if not any(s["type"] == code for s in services.values()):
            problem("services", f"no service of the type {kind['name_cs']}")
    for group in sorted(groups - {g for s in running for g in split(s["target_groups"])}):
        problem("services", f"no running service for {group}")


def check_source_text():
    document = (ROOT / "tests/documents/0-sluzby.txt").read_text(encoding="utf-8")
    for key, service in services.items():
        for passage in service["source_text"].split(" ¶ "):
            if passage and passage not in document:
                problem(key, f"not verbatim in the document: {passage[:60]!r}")


check_code_lists()
check_territory()
check_providers()
for service_key, one in services.items():
    check_service(service_key, one)
check_links()
check_facets()
check_source_text()
for line in PROBLEMS:
    print(line)
invented = sum(s["real"] == "invented" for s in services.values())
print(f"{len(services)} services ({invented} invented) of {len(providers)} providers, "
      f"{len(facilities)} facilities, {len(texts)} further texts: {len(PROBLEMS)} problems")
sys.exit(1 if PROBLEMS else 0)

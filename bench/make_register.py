#!/usr/bin/env python3
"""Writes a file like the national register's rpss.json, of real size and with every trap that the real one has.

    bench/make_register.py --out rpss.json                        6 733 services, 18 907 facilities, about 99 MB
    bench/make_register.py --services 60 --seed 3 --out few.json
    bench/make_register.py --next-day --out tomorrow.json         the day after: new, changed, ended, vanished services
    bench/make_register.py --next-day --vanished 0.06 --out …     a day when more than 5 % are gone

The same arguments write the same bytes.  Codes and names of municipalities are facts; providers, services, addresses
and persons are invented.  The persons (PERSONS below) must never be found anywhere behind the import.
"""
import argparse
import csv
import datetime
import json
import pathlib
import random

TOWNS = """
19: 554782 Praha;
27: 532053 Kladno, 535419 Mladá Boleslav, 533165 Kolín, 539911 Příbram, 533955 Kutná Hora, 531057 Beroun,
    534676 Mělník, 538094 Brandýs nad Labem-Stará Boleslav, 534951 Kralupy nad Vltavou;
35: 544256 České Budějovice, 552046 Tábor, 549240 Písek, 550787 Strakonice, 545881 Jindřichův Hradec, 545392
    Český Krumlov, 550094 Prachatice, 549576 Milevsko, 547336 Třeboň;
43: 554791 Plzeň, 555771 Klatovy, 559717 Rokycany, 560715 Tachov, 553425 Domažlice, 557153 Sušice, 561215
    Stříbro, 558249 Přeštice, 559300 Nýřany;
51: 554961 Karlovy Vary, 554481 Cheb, 560286 Sokolov, 555428 Ostrov, 554499 Aš, 560383 Chodov, 554642
    Mariánské Lázně, 555380 Nejdek, 560472 Kraslice;
60: 554804 Ústí nad Labem, 567027 Most, 567442 Teplice, 562971 Chomutov, 562335 Děčín, 564567 Litoměřice,
    567256 Litvínov, 563099 Jirkov, 566985 Žatec;
78: 563889 Liberec, 563510 Jablonec nad Nisou, 561380 Česká Lípa, 577626 Turnov, 561860 Nový Bor, 576964
    Semily, 564095 Hrádek nad Nisou, 564028 Frýdlant, 561835 Mimoň, 564117 Chrastava, 563820 Tanvald, 563871
    Železný Brod, 577308 Lomnice nad Popelkou, 577197 Jilemnice, 561495 Doksy, 561479 Cvikov, 561681 Kamenický
    Šenov, 562092 Stráž pod Ralskem, 563811 Smržovka, 564265 Nové Město pod Smrkem, 561631 Jablonné v
    Podještědí, 563552 Desná, 564061 Hodkovice nad Mohelkou, 562262 Zákupy, 564371 Raspenava, 563960 Český
    Dub, 563790 Rychnov u Jablonce nad Nisou, 564044 Hejnice, 563838 Velké Hamry, 577456 Rokytnice nad Jizerou;
86: 569810 Hradec Králové, 579025 Trutnov, 573868 Náchod, 572659 Jičín, 579203 Dvůr Králové nad Labem, 574121
    Jaroměř, 579858 Vrchlabí, 576069 Rychnov nad Kněžnou, 574279 Nové Město nad Metují;
94: 555134 Pardubice, 571164 Chrudim, 577731 Svitavy, 580031 Česká Třebová, 579891 Ústí nad Orlicí, 581186
    Vysoké Mýto, 578347 Litomyšl, 575500 Přelouč, 580511 Lanškroun;
108: 586846 Jihlava, 590266 Třebíč, 568414 Havlíčkův Brod, 595209 Žďár nad Sázavou, 547492 Pelhřimov, 597007
    Velké Meziříčí, 547999 Humpolec, 596230 Nové Město na Moravě, 568759 Chotěboř;
116: 582786 Brno, 593711 Znojmo, 584291 Břeclav, 586021 Hodonín, 592889 Vyškov, 581283 Blansko, 581372
    Boskovice, 586307 Kyjov, 583251 Kuřim;
124: 500496 Olomouc, 589250 Prostějov, 511382 Přerov, 523704 Šumperk, 513750 Hranice, 541354 Zábřeh, 505188
    Šternberk, 505587 Uničov, 536385 Jeseník;
132: 554821 Ostrava, 555088 Havířov, 505927 Opava, 598003 Frýdek-Místek, 598917 Karviná, 598810 Třinec, 599069
    Orlová, 598933 Český Těšín, 599191 Nový Jičín;
141: 585068 Zlín, 588296 Kroměříž, 541630 Vsetín, 592005 Uherské Hradiště, 545058 Valašské Meziříčí, 585599
    Otrokovice, 592731 Uherský Brod, 544841 Rožnov pod Radhoštěm, 588458 Holešov
"""

# Whoever finds one of these surnames behind the import has found a leak.
PERSONS = [("Jan", "Nesmívejít"), ("Eva", "Neproniknutelná"), ("Petr", "Zamlčený"), ("Jana", "Nezveřejněná")]

# type, share in the register, forms, usual target groups, unit
TYPES = [
    (1, 9, "amb ter", (19, 6, 9), "interv"), (3, 4, "ter", (14, 15, 17), "klient"), (4, 14, "ter amb", (24, 17), "klient"),
    (5, 1, "ter", (24, 17), "hovor"), (6, 1, "ter amb", (18,), "klient"), (7, 2, "ter", (10, 14), "klient"),
    (8, 6, "pob amb ter", (24, 26, 30), "luzka"), (9, 2, "amb", (24,), "klient"), (10, 5, "amb", (14, 13), "klient"),
    (11, 1, "pob", (14, 13), "luzka"), (12, 4, "pob", (14, 13), "luzka"), (13, 9, "pob", (24,), "luzka"),
    (14, 7, "pob", (30, 24, 10), "luzka"), (15, 4, "pob", (14, 10), "luzka"), (16, 1, "pob", (24,), "luzka"),
    (17, 1, "ter amb", (13, 17), "klient"), (18, 1, "ter", (19,), "hovor"), (19, 1, "ter amb", (16,), "interv"),
    (20, 4, "pob", (6, 3), "luzka"), (21, 1, "pob", (7,), "luzka"), (22, 1, "amb ter", (9,), "kontakt"),
    (23, 1, "ter amb pob", (19,), "interv"), (24, 1, "amb ter", (6,), "kontakt"), (25, 4, "amb ter", (1,), "kontakt"),
    (26, 1, "amb", (6,), "luzka"), (27, 1, "amb", (9,), "klient"), (28, 4, "ter amb", (23,), "klient"),
    (29, 3, "amb ter", (24, 17), "klient"), (30, 3, "amb", (14, 10), "klient"), (31, 1, "pob", (9,), "luzka"),
    (32, 3, "ter", (9, 6, 20), "kontakt"), (33, 5, "amb ter", (10, 17, 14), "klient"), (34, 1, "amb ter", (3,), "interv"),
    (35, 1, "ter amb", (10,), "klient"),
]

CARE = ["Domov", "Charita", "Centrum", "Pečovatelská služba", "Dům", "Středisko", "Stacionář", "Sdružení", "Poradna"]
OF_WHAT = ["pod Skalkou", "U Tří lip", "Na Výsluní", "Souznění", "Mezi námi", "Krok za krokem", "Pod střechou", "Pramen",
           "U Starého mlýna", "Na Pasekách", "Slunovrat", "Zvonek", "Návrat", "Opora dne", "Lávka", "Majáček"]
LEGAL_FORMS = [", z. s.", ", z. ú.", ", o. p. s.", ", příspěvková organizace", ", s. r. o.", ""]
STREETS = ["Nemocniční", "Školní", "Na Návsi", "Husova", "Zámecká", "Jiráskova", "Komenského", "Luční", None]

SENTENCES = [
    "Terénní služba je poskytována na území ORP Jilemnice a Semily.",
    "Služba je určena osobám, které potřebují pravidelnou podporu jiné osoby ve svém domácím prostředí.",
    "Cílem je, aby lidé žili běžným způsobem života, mohli se rozhodovat a nesli za svá rozhodnutí odpovědnost.",
    "Službu nemůžeme poskytnout lidem, jejichž zdravotní stav vyžaduje lůžkovou péči ve zdravotnickém zařízení.",
    "Zájemce podává žádost osobně, poštou nebo elektronicky; jednání probíhá tam, kde je to pro něj přijatelné.",
    "Pracovník společně se zájemcem zjišťuje, co očekává, a společně hledají osobní cíl.",
    "Prostory jsou bezbariérové, budova má výtah a toaletu upravenou pro lidi na vozíku.",
    "Péče je poskytována podle individuálního plánu, který se vyhodnocuje nejméně jednou za půl roku.",
    "Při naplněné kapacitě je zájemce zapsán do evidence, pokud o to požádá, a je mu nabídnuta jiná služba v okolí.",
    "Služba spolupracuje s praktickými lékaři, obcemi, opatrovníky a rodinami, vždy se souhlasem člověka.",
    "Věková hranice: od 15 let do 65 let věku včetně; u mladších po dohodě se zákonným zástupcem.",
    "Den začíná společným plánováním; činnosti si každý vybírá podle toho, co umí a co se chce naučit.",
]
DOCUMENT_KINDS = ["realizacePoskytovani", "planyFinancnihoZajisteni", "personalniZajisteni"]


def towns_of(root):
    """Municipalities as (code, name, region); those of the Liberec region whole when the program's table is there."""
    towns = []
    for line in " ".join(TOWNS.split()).replace("; ", ";").split(";"):
        region, names = line.split(": ", 1)
        towns += [(code, name, int(region)) for code, name in (town.split(" ", 1) for town in names.split(", "))]
    table = root / "src/network/data/liberecky_kraj/municipalities.csv"
    if table.exists():
        known = {code for code, _, _ in towns}
        with table.open(encoding="utf-8-sig", newline="") as rows:
            towns += [(row["code"], row["name"], 78) for row in csv.DictReader(rows) if row["code"] not in known]
    return towns


def ico_of(number, wrong=False):
    """Eight digits, the last one right by the rule of modulo 11."""
    digits = f"{number:07d}"
    check = (11 - sum(int(d) * w for d, w in zip(digits, range(8, 1, -1))) % 11) % 10
    return digits + str((check + 1) % 10 if wrong else check)


def text_of(rng, sentences):
    return " ".join(rng.choice(SENTENCES) for _ in range(sentences))


def person(rng):
    first, last = rng.choice(PERSONS)
    return {"jmeno": first, "prijmeni": last, "titulPred": rng.choice(["Mgr.", "Bc.", None]), "titulZa": None}


def contacts(rng, place, note=None):
    return {
        "emaily": [{"email": f"info@{place}.example", "poznamka": note}],
        "telefony": [{"telefon": f"{rng.randrange(310, 790)}{rng.randrange(10**6):06d}", "poznamka": note}],
        "weby": [{"web": f"https://www.{place}.example", "poznamka": None}],
        "faxy": [],
    }


def address(rng, town):
    code, _, region = town
    street = rng.choice(STREETS)
    return {
        "cisloDomovni": rng.randrange(1, 2500),
        "cisloOrientacni": str(rng.randrange(1, 90)) if rng.random() < 0.4 else None,
        "dodatekAdresy": None,
        # 3.6 % of facilities have no address code
        "kodAdresnihoMista": None if rng.random() < 0.036 else rng.randrange(10**6, 8 * 10**7),
        "psc": f"{rng.randrange(10000, 79999)}",
        "typCislaDomovniho": {"id": f"TypStavebnihoObjektu/{2 if rng.random() < 0.03 else 1}"},
        "kraj": {"id": f"Kraj/{region}"},
        "okres": None if region == 19 else {"id": f"Okres/{3000 + region * 5 + int(code) % 5}"},
        "obec": {"id": f"Obec/{code}"},
        "castObce": {"id": f"CastObce/{400000 + int(code) % 99999}"},
        "mestskyObvodMestskaCast": {"id": "MestskaCast/500054"} if region == 19 else None,
        "mestskyObvodVPraze": {"id": "ObvodPraha/19"} if region == 19 else None,
        "ulice": {"nazev": street} if street else None,
    }


def day_between(rng, first, last):
    return (first + datetime.timedelta(days=rng.randrange((last - first).days))).isoformat()


class Register:
    def __init__(self, services, facilities, seed, day, towns):
        self.seed, self.day, self.towns = seed, day, towns
        self.facility_counts = self.planned_counts(services, round(facilities))
        self.providers = [self.provider(n) for n in range(max(8, services * 3 // 10))]

    def rng(self, *what):
        return random.Random(":".join(map(str, (self.seed, *what))))

    def planned_counts(self, services, facilities):
        """Many services have one facility, a few have dozens; together exactly as many as asked for."""
        rng = self.rng("facilities")
        mean = max(facilities / services - 0.53, 0.01)
        counts = [1 + min(int(rng.expovariate(1 / mean)), 60) for _ in range(services)]
        while (missing := facilities - sum(counts)) != 0:
            n = rng.randrange(services)
            if missing > 0: counts[n] += 1
            elif counts[n] > 1: counts[n] -= 1
            elif sum(counts) == services: break
        return counts

    def provider(self, n):
        rng = self.rng("provider", n)
        town = rng.choice(self.towns)
        # Three organisations called Fokus are three: only their numbers tell.
        name = "Fokus, z. s." if n < 3 else f"{rng.choice(CARE)} {rng.choice(OF_WHAT)} {town[1]}{rng.choice(LEGAL_FORMS)}"
        blanks = "  " if rng.random() < 0.05 else ""
        number = rng.randrange(10**5, 7 * 10**5) if n % 3 == 0 else rng.randrange(10**6, 9 * 10**6)
        made = {
            "id": f"Poskytovatel/{n + 1}", "nazev": name + blanks, "ico": ico_of(number + n, rng.random() < 0.004),
            "dic": None, "adresa": address(rng, town), "pravniForma": {"id": "PravniForma/141"},
            **contacts(rng, f"poskytovatel-{n}", "ředitel " + " ".join(PERSONS[0]) if rng.random() < 0.1 else None),
            "statutarniOrgany": [{**person(rng), "funkce": "předseda"} for _ in range(rng.randrange(1, 4))],
        }
        if n > 3 and rng.random() < 0.01:    # a person in business: the name of the provider is a person's
            made |= {"nazev": None, **person(rng)}
        return made, town

    def facility(self, rng, name, town):
        elsewhere = rng.random() < 0.01      # the name says one town, the address code another
        begins = day_between(rng, datetime.date(2007, 1, 1), self.day)
        made = {
            "nazev": f"{name}, {town[1]}" + (" " if rng.random() < 0.05 else ""),
            "poskytujeOd": begins,
            "poskytujeDo": day_between(rng, datetime.date.fromisoformat(begins), self.day) if begins < "2020" and
                           rng.random() < 0.08 else None,
            "utajenaAdresa": False,
            "adresa": address(rng, rng.choice(self.towns) if elsewhere else town),
            "vedouci": {**person(rng), "funkce": "vedoucí zařízení"},
        }
        if rng.random() < 0.012: made |= {"adresa": None, "utajenaAdresa": True}
        return made

    def facilities(self, rng, name, town, count):
        made = [self.facility(rng, name, town if n == 0 else rng.choice(self.towns)) for n in range(count)]
        if count > 1 and rng.random() < 0.05: made[-1] = dict(made[0])    # repeated: same name, address and days
        return made

    def capacity(self, rng, unit):
        count = rng.randrange(1, 120)
        return {"pocet": count, "popis": f"Okamžitá kapacita {count}. {text_of(rng, rng.randrange(3))}" if rng.random() < 0.8
                else None, "typ": {"id": f"TypKapacitySocialniSluzby/{unit}"}}

    def form(self, rng, code, unit):
        units = [unit] if rng.random() < 0.7 else [unit, rng.choice(["klient", "kontakt", "interv", "hovor"])]
        ranges = None if rng.random() < 0.4 else [
            {"den": {"id": f"DenVTydnu/{d}"}, "casOd": "08:00", "casDo": rng.choice(["15:30", "18:00"])} for d in range(1, 6)]
        return {"forma": {"id": f"FormaSocialniSluzby/{code}"}, "nepretrzitePoskytovani": code == "pob",
                "casoveRozsahy": ranges, "kapacity": [self.capacity(rng, u) for u in units]}

    def documents(self, rng):
        return {kind: [{"nazev": f"{kind} {n}", "datumVlozeni": "2024-01-31", "popis": text_of(rng, rng.randrange(5, 9)), "priloha": {
            "url": f"https://www.mpsv.example/prilohy/{rng.getrandbits(128):032x}/{kind}-{n}.pdf",
            "velikost": rng.randrange(10**6)}} for n in range(rng.randrange(2, 5))] for kind in DOCUMENT_KINDS}

    def service(self, n):
        rng = self.rng("service", n)
        provider, town = self.providers[n if n < 3 else rng.randrange(len(self.providers))]
        code, _, forms, groups, unit = rng.choices(TYPES, [t[1] for t in TYPES])[0]
        forms = forms.split()[:rng.choice([1, 1, 2, 3])]
        name = f"{rng.choice(CARE)} {rng.choice(OF_WHAT)}"
        begins = day_between(rng, datetime.date(2007, 1, 1), self.day)
        ended = rng.random() < 0.04
        own_contacts = contacts(rng, f"sluzba-{n}") if rng.random() < 0.7 else {
            "emaily": [], "telefony": [], "weby": [], "faxy": []}
        made = {
            "portalId": 100000 + n, "id": f"SocialniSluzba/{100000 + n}", "identifikator": f"{1000000 + n * 1289 % 9000000:07d}",
            "datumPoskytovaniOd": begins,
            "datumPoskytovaniDo": day_between(rng, datetime.date.fromisoformat(begins), self.day) if ended else None,
            "druhSocialniSluzby": {"id": f"DruhSocialniSluzby/{code}"},
            "ciloveSkupiny": [{"cilovaSkupina": {"id": f"CilovaSkupinaOsoby/{g}"},
                               "popis": text_of(rng, rng.randrange(6, 28)) if rng.random() < 0.7 else None} for g in groups],
            "vekoveSkupiny": [{"vekovaSkupina": {"id": f"VekovaSkupinaOsoby/{v}"}} for v in sorted(rng.sample(range(1, 11), 3))],
            "doplnujiciInformaceVekoveSkupiny": text_of(rng, 2) if rng.random() < 0.4 else None,
            "formy": [self.form(rng, form, unit) for form in forms],
            "zarizeni": self.facilities(rng, name, town, self.facility_counts[n] if n < len(self.facility_counts) else 3),
            "poskytovatel": provider, **own_contacts, "kontaktniAdresy": [],
            "rozsirenePusobnostiVKraji": [{"kraj": {"id": "Kraj/78"}}] if rng.random() < 0.05 else [],
            "doplnkoveUdaje": self.documents(rng),
        }
        self.contradict(rng, made)
        return made

    def contradict(self, rng, made):
        """What no table knows and what the law does not allow: rows that an import warns about and keeps."""
        odd = rng.random()
        if odd < 0.01: made["formy"].append(self.form(rng, "pob" if made["formy"][0]["forma"]["id"][-3:] != "pob" else "ter", "klient"))
        elif odd < 0.012: made["druhSocialniSluzby"] = {"id": "DruhSocialniSluzby/99"}
        elif odd < 0.014: made["ciloveSkupiny"].append({"cilovaSkupina": {"id": "CilovaSkupinaOsoby/77"}, "popis": None})
        elif odd < 0.016: made["formy"][0]["kapacity"].append({"pocet": None, "popis": None, "typ": {"id": "TypKapacitySocialniSluzby/hodina"}})
        elif odd < 0.018: made["formy"].append(self.form(rng, "onl", "klient"))
        elif odd < 0.021: made |= {"komunitniCharakter": True, "kontaktniOsobaProMedia": person(rng), "zodpovida": " ".join(PERSONS[0])}
        elif odd < 0.023: made["datumPoskytovaniOd"] = "2025-02-30"
        elif odd < 0.025: made["zarizeni"][0]["adresa"] = made["zarizeni"][0]["adresa"] or address(rng, self.towns[0])
        elif odd < 0.026: made["formy"][0]["casoveRozsahy"] = [{"den": {"id": "DenVTydnu/8"}, "casOd": "08:00", "casDo": "15:30"}]
        elif odd < 0.027: made["formy"][0]["casoveRozsahy"] = [{"den": {"id": "DenVTydnu/1"}, "casOd": "po dohodě", "casDo": None}]
        elif odd < 0.028: made["rozsirenePusobnostiVKraji"] = [{"kraj": {"id": "Kraj/7"}}]
        if 0.023 <= odd < 0.025: made["zarizeni"][0]["utajenaAdresa"] = True    # secret, and yet an address is written


def next_day(register, services, shares):
    """The register of the day after: which services are gone, ended, changed and new is a matter of the seed."""
    rng = register.rng("next day")
    tomorrow = (register.day + datetime.timedelta(days=1)).isoformat()
    for n in range(services):
        fate = rng.random()
        if fate < shares.vanished: continue
        service = register.service(n)
        if fate < shares.vanished + shares.ended: service["datumPoskytovaniDo"] = service["datumPoskytovaniDo"] or tomorrow
        elif fate < shares.vanished + shares.ended + shares.changed: change(rng, service)
        yield service
    for n in range(services, services + round(services * shares.new)):
        yield register.service(n) | {"datumPoskytovaniOd": tomorrow, "datumPoskytovaniDo": None}


def change(rng, service):
    what = rng.randrange(3)
    if what == 0: service["formy"][0]["kapacity"][0]["pocet"] = rng.randrange(121, 300)
    elif what == 1: service["telefony"] = [{"telefon": f"60{rng.randrange(10**7):07d}", "poznamka": None}]
    else: service["zarizeni"][0]["nazev"] = service["zarizeni"][0]["nazev"].strip() + " – nové prostory"


def write(file, services):
    count = facilities = 0
    with open(file, "w", encoding="utf-8", newline="\n") as out:
        out.write('{"polozky":[')
        for service in services:
            out.write(",\n" if count else "\n")
            out.write(json.dumps(service, ensure_ascii=False, separators=(",", ":")))
            count, facilities = count + 1, facilities + len(service["zarizeni"])
        out.write("\n]}\n")
    return count, facilities


def main():
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--services", type=int, default=6733)
    asked.add_argument("--facilities", type=int, help="so many in all (18 907 for 6 733 services)")
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--day", type=datetime.date.fromisoformat, default=datetime.date(2026, 9, 8))
    asked.add_argument("--next-day", action="store_true", help="the file of the day after --day")
    for share, usual in ("new", 0.003), ("changed", 0.01), ("ended", 0.002), ("vanished", 0.001):
        asked.add_argument(f"--{share}", type=float, default=usual, metavar="SHARE", help=f"of --next-day, usually {usual}")
    asked.add_argument("--out", required=True)
    given = asked.parse_args()
    if given.services < 1: asked.error("--services must be at least 1")
    facilities = given.facilities or given.services * 18907 / 6733
    register = Register(given.services, facilities, given.seed, given.day, towns_of(pathlib.Path(__file__).resolve().parent.parent))
    services = next_day(register, given.services, given) if given.next_day else map(register.service, range(given.services))
    count, facilities = write(given.out, services)
    print(f"{given.out}: {count} services, {facilities} facilities, {pathlib.Path(given.out).stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Writes snadny-pruvodce.docx, a guide in easy language, and tlumoceni-odpoved.eml, an answer by post in quoted-printable."""
import email.message
import email.policy
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
from word import paragraph, table, write

HEADINGS, BULLETS, STEPS = 1, 2, 3
lists = [[("decimal", "%1")], [("bullet", "●")], [("decimal", "%1.")]]


def heading(text): return paragraph(text, "Nadpis1", (HEADINGS, 0))
def bullet(text): return paragraph(text, number=(BULLETS, 0))
def step(text): return paragraph(text, number=(STEPS, 0))


body = [
    paragraph("Průvodce službami Slunovratu\npsaný tak, aby mu rozuměl každý", "Nzev"),
    paragraph("Tento text je ve snadném čtení. Četli ho a opravili čtyři lidé, kteří k~nám chodí."),
    heading("Kdo je Slunovrat"),
    paragraph("Slunovrat Opava, z.~ú. je organizace.\nPomáhá lidem s~postižením v~Opavě a okolí."),
    paragraph("Slunovrat má dvě služby:"),
    bullet("denní sta¦cionář (§~46),"),
    bullet("podporu samostatného bydlení (§~43)."),
    heading("Denní stacionář"),
    paragraph("Do stacionáře přijdete ráno a odpoledne jdete domů.\nSpát tu nejde."),
    table([
        ["Kdo sem chodí?", ["osoby s~mentálním postižením", "osoby s~tělesným postižením", "osoby se zrakovým postižením"]],
        ["Kolik je jim let?", "15 až 60 let"],
        ["Kdy je otevřeno?", ["Pondělí až čtvrtek od 7:00 do 16:00", "Pátek od 7:00 do 14:30"]],
        ["Kde to je?", "Opava, Hradec¦ká 33"],
        ["Kolik lidí se sem vejde?", "Najednou 20 lidí"],
        ["Kolik se platí?", "95 Kč za hodinu, oběd 82 Kč"],
        ["Číslo služby", "10¦94227"],
    ], [3000, 6000]),
    paragraph(),
    heading("Podpora samostatného bydlení"),
    paragraph("Bydlíte ve svém bytě.\nAsistent přijde za vámi domů a něco vás naučí. Třeba vařit nebo platit nájem."),
    table([
        ["Komu pomáháme?", ["osoby s~mentálním postižením", "osoby s~chronickým duševním onemocněním"]],
        ["Kolik je jim let?", "18 a více"],
        ["Kdy asistent přijde?", ["Pondělí až pátek od 8:00 do 20:00", "Sobota od 9:00 do 13:00"]],
        ["Kam asistent jezdí?", "do měst Opava, Kravaře a Hlučín"],
        ["Kolika lidem najednou?", "5 klientů"],
        ["Kolik se platí?", "110 Kč za hodinu"],
        ["Číslo služby", "10943¦34"],
    ], [3000, 6000]),
    paragraph(),
    heading("Co uděláte, když k nám chcete"),
    step("Zavoláte na číslo 000~553~616. Zvedne to Dita Ratajská."),
    step("Přijdete se podívat. Podívat se můžete každou středu od 10 do 12."),
    step("Povíte nám, co chcete. Můžete si vzít někoho s~sebou."),
    step("Podepíšeme smlouvu. Když bude plno, počkáte. Čeká se asi půl roku."),
    heading("Když se vám něco nelíbí"),
    paragraph("Řekněte to komukoli z~nás. Nebo to napište a hoďte do žluté schránky. Odpovíme do 30 dní."),
    heading("Pro úředníky a rodiče"),
    paragraph("Stacionář je ambulantní, podpora samostatného bydlení terénní služba. Obě má Moravskoslezský kraj ve smlouvě "
              "č.~02266/2024/SOC. IČO 25868110, účet 1094005/0300."),
]

letter = """Dobrý den, paní Vondráková,

díky za zájem. Odpovídám po řadě na to, na co jste se ptala.

Ad 1 - kdo jsme. Tichý most, z. s., Brno. Děláme tlumočnické služby (§ 56, identifikátor 6650179) a druhým rokem také \
průvodcovské a předčitatelské služby (§ 42, identifikátor 6650281). Obojí jsou samostatné služby, prosím nespojujte je \
v katalogu do jedné.

Ad 2 - pro koho. Tlumočíme osobám se sluchovým postižením, a to od 6 let. Průvodci a předčitatelé chodí s osobami se \
zrakovým postižením a s osobami s kombinovaným postižením, tam je hranice 15 let. Nahoru věk neomezujeme ani u jedné.

Ad 3 - kdy a kde.
Tlumočení: ambulantně v centru na adrese Kounicova 44, Brno, a to Po a Čt 9:00-17:00, terénně (u lékaře, na úřadě, ve škole) \
Po-Pá 7:00-19:00.
Průvodci: jenom terénně, Po-Pá 8:00-18:00 a So 9:00-15:00.

Ad 4 - kolik lidí. U tlumočení 3 klienti současně v terénu a 2 klienti současně v centru. U průvodců 4 klienti současně.

Ad 5 - území. Tlumočníci jezdí po celém Jihomoravském kraji, průvodci jen po Brně, Kuřimi a Šlapanicích.

Ad 6 - peníze. Pro klienty je tlumočení zdarma, průvodce stojí 90 Kč za hodinu. Od kraje máme smlouvu \
JMK069455/24/OSV na tlumočení a JMK069456/24/OSV na průvodce.

K Vaší poznámce o odborném poradenství: to v Brně pro neslyšící dělá jiná organizace, my ne.

Hezký den a ozvěte se, kdyby něco chybělo. Volat mi můžete (jsem slyšící) 000 541 8830, nejlépe út 10-12.

Natálie Bezděková
koordinátorka

-----Original Message-----
From: Vondráková Hana <vondrakova@example.cz>
Sent: Tuesday, October 1, 2024 7:58 AM
To: info@example.org
Subject: dotazník do katalogu JMK

Dobrý den, prosím o vyplnění: 1) kdo jste a jaké služby máte, 2) pro koho, 3) kdy a kde, 4) kapacita, 5) území, 6) financování. \
Loni jste uváděli kapacitu 6 klientů a otevřeno Po-Pá 8:00-16:00, platí to ještě?
Děkuji, Vondráková
"""


def post(path):
    message = email.message.EmailMessage(policy=email.policy.SMTP)
    message["From"] = "Natálie Bezděková <bezdekova@example.org>"
    message["To"] = "Vondráková Hana <vondrakova@example.cz>"
    message["Subject"] = "RE: dotazník do katalogu JMK"
    message["Date"] = "Wed, 02 Oct 2024 09:41:07 +0200"
    message["Message-ID"] = "<4471930.20241002@example.org>"
    message.set_content(letter, cte="quoted-printable")
    path.write_bytes(message.as_bytes())


write(HERE / "snadny-pruvodce.docx", body, lists, "Slunovrat Opava, z. ú. – snadné čtení", "vydáno v září 2024, tisk 4413 / 2024")
post(HERE / "tlumoceni-odpoved.eml")

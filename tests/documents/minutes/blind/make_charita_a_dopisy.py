#!/usr/bin/env python3
"""Writes the Word document of the area's charity and the letters from Říčany and Brno: each run gives the same bytes."""
import base64
import pathlib
import quopri
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent.parent))
from word import inserted, paragraph, removed, runs, table, write  # noqa: E402

BODY = [
    paragraph("Porada vedoucích služeb Oblastní charity Polička", "Nzev"),
    paragraph("č. 11/2024\tkonaná v¦ pondělí 4.~listopadu 2024 od 8.15 do 10.30 hod.\tfarní sál, Vrchlického 16"),
    paragraph("Účast", bold=True),
    paragraph("Mgr. Štěpánka Do¦stálová – ředitelka; Jarmil Kopta – ekonom; Bc. Adriana Švandová – domácí hospic; Gabriela Nunvářová – pečovatelská "
              "služba; Vilma Bu¦reš Andrlová – odlehčovací služba; Tadeáš Pešina – dílny Fimfárum; Helena Jílková – dobrovolníci"),
    paragraph("Řádně omluveni: Ing. Lubor Střílek (školení), Jindra Kalášková (OČR)"),
    table([
        ["Bod", "O čem se mluvilo", "Co z toho plyne"],
        ["I. Kontrola úkolů z října", "Všechny splněny, jen revize hasicích přístrojů (Jarmil Kopta) se odkládá na 29. 11. 2024.", ""],
        ["II. Rozpočet 2025", ["Návrh počítá s příjmy 24,6 mil. Kč. Kraj vyhlásil výzvu 28. 10.", "Úhrady za pečovatelskou službu (§~40) porostou na 155~Kč za hodinu."],
         ["Kdo: Jarmil Kopta", "Co: doplnit do rozpočtu odpisy auta", "Kdy: 15. 11. 2024", "Kdo: Štěpánka Dostálová", "Co: podat žádosti do krajské výzvy", "Kdy: 9. 12. 2024"]],
        ["III. Odlehčovací služba", "Terénní forma (§~44) má v prosinci volno jen pro dvě rodiny. Výjezdy po 20. hodině nejsou pokryté.",
         ["Kdo: Vilma Bureš Andrlová", "Co: sestavit prosincový rozpis směn", "Kdy: 22. 11. 2024"]],
        ["IV. Dílny Fimfárum", "Sociálně terapeutické dílny (§~67) přijmou tři nové klienty. Chybí řidič na svoz z Bystrého.",
         ["Kdo: Tadeáš Pešina, Helena Jílková", "Co: najít řidiče mezi dobrovolníky", "Kdy: do příští porady"]],
        ["V. Tříkrálová sbírka", "Tříkrálová sbírka poběží od 1. do 14. ledna 2025. Loni bylo 96 skupinek a 812 tisíc Kč.",
         ["Kdo: Helena Jílková", "Co: objednat pokladničky a cukr", "Kdy: konec listopadu"]],
        ["VI. Různé", "Adventní tržiště je 7. prosince na Palackého náměstí. Mše za dárce 21. 11. v 17 hodin u sv. Jakuba.",
         ["Kdo: Adriana Švandová", "Co: připravit stánek hospice", "Kdy: 2. 12. 2024"]],
    ], [2200, 4300, 2900]),
    paragraph(""),
    paragraph("Porady do konce února", "Nadpis1"),
    paragraph("pondělí 2. prosince 2024 v 8.15", number=(1, 0)),
    paragraph(runs("pondělí ") + removed("6") + inserted("13") + runs(". ledna 2025 v 8.15"), number=(1, 0)),
    paragraph("pondělí 3. února 2025 v 8.15", number=(1, 0)),
    paragraph("Porada 16. prosince nebude, je duchovní obnova."),
    paragraph("Zaznamenala Helena Jílková"),
]

RICANY = """Vážení,

přeposílám, prosím o přečtení bodu č. 3, budeme to probírat na poradě starostů 29. února.

S pozdravem
Jolana Břízková
vedoucí odboru sociálních věcí
tel. 323 618 111


---------- Přeposlaná zpráva ----------
Od: Erik Hudousek <hudousek@ricany.example.cz>
Datum: po 12. 2. 2024 v 9:02
Předmět: Zápis z pracovní skupiny Rodina 8. 2. 2024
Komu: Jolana Břízková <brizkova@ricany.example.cz>
Přílohy: dotaznik_v3.xlsx (41 kB)


Pracovní skupina Rodina – ORP Říčany
2. jednání v roce 2024, čtvrtek 8. února, 13:00, Cesta integrace, Olivova 1224

Zúčastnili se | Erik Hudousek, Magda Vyhnálková, Viola Krausová, Ondřej Štech, Ilona Mertlová, Robin Zelinger, Petra Haklová
Předem omluveni | Sylvie Doubková, Jan Prchlík
Bez omluvy | Marcela Tůmová

Na pořadu:
1 | Dětské skupiny a jesle
2 | Dotazník pro rodiče samoživitele
3 | Peníze z obcí na služby
4 | Rodinný den

* 1 *
Magda Vyhnálková přinesla přehled dětských skupin: 9 zařízení, 118 míst, čeká 64 rodin. Chybí Mukařov.
#úkol Viola Krausová: zeptat se v Mukařově na volné prostory #do 29.2.

* 2 *
Dotazník má 31 otázek, skupina jich škrtla devět. Odpovědi přijdou do sekretariátu v obálce.
#úkol Robin Zelinger: upravit dotazník #do 16.2.
#úkol Robin Zelinger + Petra Haklová: rozdat 200 kusů ve školkách #do 22.3.

* 3 *
Raná péče (§ 54) a sociálně aktivizační služby (§ 65) stojí obce dohromady 38 Kč na obyvatele. Pět obcí letos
neplatí. Ondřej Štech navrhl dohodu podle vzoru Černošic.
#úkol Ondřej Štech: poslat vzor dohody Eriku Hudouskovi #do konce února
#úkol Erik Hudousek: nachystat podklad pro starosty #do příštího jednání

* 4 *
Rodinný den bude v neděli 19. května v Olivově léčebně. Bleší trh dětského oblečení už 13. dubna ve škole
u nádraží. #úkol Ilona Mertlová: požádat město o zapůjčení stanů #do 15.4.

Další jednání: 14. března, 25. dubna, 13. června, vždy čtvrtek ve 13:00 tamtéž. V květnu nebude.

Erik Hudousek

-- 
Tato zpráva byla odeslána 12. 2. 2024. Zvažte, prosím, zda ji potřebujete tisknout.
"""

BRNO = """Ahoj,

než to zapomenu: dnes v šest večer jsme se jako výbor spolku Světlo u lůžka sešli u Terezy Zímové v kanceláři na Kounicově 12 a bylo nás šest – Tereza Zímová, Gabriel Sklenka, Ludmila Opršalová, Kryštof Vaněrka, Žofie Tatarková a já. Simona Křenková má koncert dcery a Pavel Hubáček je na služební cestě, oba se omluvili.

Rozdělili jsme si to takhle. Gabriel Sklenka do 30. května přepíše smlouvu s hospicem. Ludmila Opršalová zavolá všem devíti zájemcům o výcvik, stihne to do 6. června. Kryštof Vaněrka a Žofie Tatarková připraví vyúčtování dotace 45 000 Kč od kraje, nejpozději do konce června. Já zajistím autobus na výlet, na to mám čas do 10. 6. Web nechám Tereze, kdy bude, to bude.

Noc kostelů je zítra (23. 5.), máme stánek u Jakuba. Výlet dobrovolníků do Luhačovic je v sobotu 21. června a výcvik nováčků od pátku 12. do neděle 14. září na Vesně.

Příště se uvidíme 19. června, potom až 11. září, zase v šest a zase u Terezy.

Dobrou noc
Vráťa

Vratislav Dusík, předseda
Světlo u lůžka, z. s.
"""


def word(text): return "=?utf-8?b?" + base64.b64encode(text.encode()).decode() + "?="


def letter(name, head, body, encoding):
    coded = quopri.encodestring(body.encode()).decode() if encoding == "quoted-printable" else base64.encodebytes(body.encode()).decode()
    head = [*head, "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8", f"Content-Transfer-Encoding: {encoding}"]
    (HERE / name).write_text("\n".join(head) + "\n\n" + coded, encoding="utf-8")


if __name__ == "__main__":
    write(HERE / "charita-policka.docx", BODY, [[("decimal", "%1.")]], "Oblastní charita Polička, Vrchlického 16, 572 01 Polička", "vytištěno 6. 11. 2024")
    letter("preposlany-zapis-ricany.eml", [
        "Date: Mon, 19 Feb 2024 16:20:11 +0100",
        f"From: {word('Jolana Břízková')} <brizkova@ricany.example.cz>",
        f"To: {word('Starostové ORP')} <starostove@ricany.example.cz>",
        f"Subject: {word('FW: Zápis z pracovní skupiny Rodina 8. 2. 2024')}",
        "Message-ID: <FW-7712@ricany.example.cz>"], RICANY, "quoted-printable")
    letter("par-slov-po-schuzce.eml", [
        "Date: Thu, 22 May 2025 21:48:30 +0200",
        f"From: {word('Vratislav Dusík')} <dusik@hospic-dobrovolnici.example.org>",
        f"To: {word('Výbor spolku')} <vybor@hospic-dobrovolnici.example.org>",
        f"Subject: {word('Dnešek ve zkratce')}",
        "Message-ID: <22m@hospic-dobrovolnici.example.org>"], BRNO, "base64")

#!/usr/bin/env python3
"""Writes the Word document and the letter in quoted-printable of this folder; each run gives the same bytes."""
import pathlib
import quopri
import sys
from email.header import Header

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent.parent))
from word import paragraph as p, table, write  # noqa: E402


def family_group():
    body = [
        p("Mladoboleslavsko plánuje společně", style="Nzev"),
        p("Pracovní skupina Děti, mládež a rodi¦na", style="Nadpis1"),
        p("Zápis ze schůzky, která proběhla 22.~června 2022"),
        table([
            ["Kde jsme byli", "Dům dětí a mládeže Na Výstavišti, Husova 201, Mladá Boleslav, dílna v přízemí"],
            ["Od kdy do kdy", "9:15 – 11:40"],
            ["Kdo přišel", ["Mgr. Alžběta Škorpilová (vede skupinu)", "Bc. Hugo Vaňous", "Mar¦cela Drbohlavová, DiS.", "Karla Zoubková",
                            "Mgr. Štěpán Lhoták", "Irena Pešavová"]],
            ["Kdo se omluvil", ["PhDr. Rostislav Kukleta", "Tea Honsová"]],
            ["Kdo byl pozván", ["npor. Bc. Aleš Průcha, Policie ČR"]],
        ], [2400, 7000]),
        p("Co jsme probrali", bold=True),
        p("Zrušená květnová schůzka", number=(1, 0)),
        p("Záškoláctví a preven¦ce", number=(1, 0)),
        p("Letní provoz služeb", number=(1, 0)),
        p("Rodinné odpoledne", number=(1, 0)),
        p("K bodu o květnové schůzce. Schůzka svolaná na 25. května 2022 byla zrušena, protože polovina členů byla nemocná. Náhradní termín se nehledal a její program jsme dokončili dnes."),
        p("Záškoláctví. Npor. Průcha ukázal čísla za pololetí, nejvíc případů mají osmé třídy. Nízkoprahové zařízení pro děti a mládež (§~62) nabízí školám besedy, sociálně aktivizační služby pro rodiny s dětmi (§~65) chodí za rodiči domů. Skupina chce mluvit s řediteli dřív, než začne školní rok."),
        p("Léto. Klub bude zavřený od 25. července do 7. srpna 2022, raná péče (§~54) jezdí celé prázdniny."),
        p("Rodinné odpoledne se koná v sobotu 10. září 2022 v parku Výstaviště. Minule přišlo 340 lidí. Rozpočet je 28~000 Kč."),
        p("Kdo co slíbil", bold=True),
        table([
            ["Jméno", "Slib", "Nejpozději"],
            ["Škorpilová", "Svolat ředitele základních škol k záškoláctví", "31. 8. 2022"],
            ["Vaňous, Pešavová", "Vybrat téma besed pro osmé třídy", "15. 8. 2022"],
            ["Drbohlavo¦vá", "Vyvěsit letní provoz všech služeb na web", "30. 6. 2022"],
            ["Lhoták", "Zajistit povolení záboru parku na rodinné odpoledne", "22. 7. 2022"],
            ["Zoubková", "Získat od obcí fotografie dětských hřišť", "příští schůzka"],
        ], [2200, 5200, 2000]),
        p("Příští schůzka je 21. září 2022 v 9:15. Listopadová schůzka, o níž se psalo v pozvánce (16. listopadu 2022), se nekoná, místo ní se uvidíme 23. listopadu 2022."),
        p("Mladá Boleslav 24.~6.~2022, sepsala Karla Zoubková"),
    ]
    write(HERE / "deti-mladez-rodina.docx", body, [[("decimal", "%1.")]], "Mladoboleslavsko plánuje společně", "strana 1")


LETTER = """Milí kolegové,

přeposílám, na čem jsme se domluvili na poradě vedoucích dne 30. května 2024 (zasedačka Charity Opava, Přemyslovců 26, od 13 hodin).

Účast: Bronislav Kaniok, Mgr. Sabina Vltavská, Radek Stoniš, Bc. Emanuela Kurková, Lidie Hanslíková
Omluva: Ing. Patrik Mžik

Řešili jsme:
- personální situaci v domově pokojného stáří
- novou kartotéku
- léto a zástupy

Sabina Vltavská: do 14. 6. 2024 vypíše výběrové řízení na vrchní sestru.
Radek Stoniš: do 28. 6. 2024 vyzkouší novou kartotéku na odlehčovací službě (§ 44) a řekne nám, jestli za těch 96 000 Kč stojí.
Lidie Hanslíková: do 7. 6. 2024 sestaví plán zástupů na červenec a srpen.
Emanuela Kurková: do 20. 6. 2024 zkontroluje lékárničky ve všech střediscích.

Charitní pouť na Hrabyni letos připadá na 15. 6. 2024, autobus jede od katedrály v 8:00. Letní kurz pečujících máme ve dnech 29. 7. až 2. 8. 2024 v Bílé Vodě.

Příští porada vedoucích bude 27. 6. 2024 ve 13 hodin, po prázdninách 29. 8. 2024.

S pozdravem
Lidie Hanslíková
asistentka ředitele
"""


def letter():
    def coded(words): return Header(words, "utf-8").encode()
    head = (f"From: {coded('Lidie Hanslíková')} <hanslikova@charita-opava.example.cz>\r\n"
            f"To: {coded('vedoucí středisek')} <vedouci@charita-opava.example.cz>\r\n"
            "Date: Mon, 03 Jun 2024 08:12:00 +0200\r\n"
            f"Subject: {coded('zápis z porady vedoucích')}\r\n"
            "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=\"utf-8\"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n")
    coded_body = quopri.encodestring(LETTER.encode("utf-8")).replace(b"\n", b"\r\n")
    (HERE / "vedouci-stredisek.eml").write_bytes(head.encode("ascii") + coded_body)


family_group()
letter()

#!/usr/bin/env python3
"""Writes popis-realizace.docx: the official description of one service, with headings that Word numbers."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from word import inserted, paragraph, removed, runs, table, write

HEADINGS, POINTS, BULLETS = 1, 2, 3
lists = [[("decimal", "%1.")], [("lowerLetter", "%1)"), ("lowerRoman", "%2.")], [("bullet", "•")]]


def heading(text): return paragraph(text, "Nadpis1", (HEADINGS, 0))
def bullet(text): return paragraph(text, number=(BULLETS, 0))
def point(text, level=0): return paragraph(text, number=(POINTS, level))


body = [
    paragraph("POPIS REALIZACE POSKYTOVÁNÍ SOCIÁLNÍ SLUŽBY", "Nzev"),
    table([
        ["Základní údaje"],
        ["Název poskytovatele", "Domov Pod Li¦pami Bystřice, příspěvková organizace"],
        ["Zřizovatel", "Moravskoslezský kraj"],
        ["IČO", "71199887"],
        ["Druh po¦skytované služby", "Domov se zvláštním reži¦mem (§~50 zákona č.~108/2006~Sb.)"],
        ["Identifikátor", "60¦38821"],
        ["Forma poskytování", "pobytová"],
        ["Místo poskytování", ["Domov Pod Lipami", "Zámecká 14, 739~95 Bystřice"]],
        ["Statutární zástupce", "PhDr.~Dobromila Vrabčáková, ředitelka"],
        ["Telefon, e-mail", "000~558~310, reditelka@example.cz"],
    ], [2800, 6200]),
    paragraph(),
    heading("Poslání"),
    paragraph("Posláním domova je nabíd¦nout lidem, kteří kvůli demenci nebo duševní nemoci nezvládnou žít sami, bezpečné místo, "
              "kde mohou prožívat den po svém. Nenahrazujeme nemocnici ani rodinu; obě k~nám ale mají dveře otevřené."),
    heading("Cíle"),
    bullet("udržet to, co člověk ještě zvlá¦dne sám, a pomoci mu jen tam, kde je to potřeba"),
    bullet("dát dnům řád, který člověk zná a může se o~něj opřít"),
    bullet("udržet vztahy s~rodinou, přáteli a s~obcí"),
    heading("Cílová skupina"),
    paragraph("Služba je určena osobám, které dosáhly věku 55~let, a jsou to:"),
    point("osoby s~Alzheimerovou chorobou a jinými typy demence,"),
    point("osoby s~chronickým duševním one¦mocněním."),
    paragraph("Službu neposkytujeme:", bold=True),
    bullet("osobám, jejichž stav vyžaduje ošetření v~nemocnici,"),
    bullet("osobám s~akutní infekční nemocí,"),
    bullet("osobám závislým na návykových látkách, které odmítají léčbu."),
    heading("Zásady"),
    bullet("Úcta – vykáme, klepeme, ptáme se."),
    bullet("Vol¦ba – jídlo, oblečení i čas vstávání si člověk určuje sám."),
    bullet("Odbornost – každý pracovník se ročně vzdělává nejméně 24~hodin."),
    heading("Kapacita"),
    paragraph(runs("Kapacita domova je ") + removed("44 lůžek") + inserted("46 lů¦žek") +
              runs(", z~toho 30 v~jednolůžkových a 16 ve dvoulůžkových pokojích. Domov má 38 zaměstnanců.")),
    heading("Provozní doba"),
    paragraph("Službu poskytujeme nepřetr¦žitě, 24~hodin denně po celý rok. Návštěvy jsou vítány kdykoli, nejraději mezi 9. a 18.~hodinou."),
    table([["Koho v~kanceláři zastihnete", "Dny", "Hodiny"],
           ["sociální pracovnice Bc.~Rozálie Pomněnková", "Po, St", "8:00–11:30"],
           ["vedoucí přímé péče Alois Medvídek", "Út", "13:00–15:00"]], [4600, 1800, 2600]),
    paragraph(),
    heading("Průběh služby"),
    point("Jednání se zájemcem"),
    point("setkání doma nebo v~nemocnici,", 1),
    point("prohlídka domova, beseda u~kávy.", 1),
    point("Uzavření smlouvy"),
    point("Adaptace v~prvních třech měsících; provází klíčový pracovník"),
    heading("Personální zajištění"),
    table([["Pozice", "Úvazky"], ["sociální pracovníci", "2,0"], ["pracovníci v~sociálních službách", "24,5"],
           ["všeobecné sestry (denně 6:00–18:00)", "6,0"]], [6400, 2600]),
    paragraph(),
    heading("Úhrada"),
    paragraph("Ubytování 295~Kč a strava 250~Kč za den podle vyhlášky č.~505/2006~Sb.; platí se do 15.~dne v~měsíci na účet "
              "60¦38127/0800. Klientovi zůstává nejméně 15~% příjmu."),
    heading("Stížnosti"),
    paragraph("Stížnost přijme kterýkoli pracovník; vyřídíme ji do 28~dnů. Odvolat se lze k~Moravskoslezskému kraji."),
    heading("Územní působnost"),
    paragraph("Přednostně přijímáme obyvatele měst Třinec, Jablunkov a Bystřice."),
    paragraph("V~Bystřici dne 1.~2.~2024\tPhDr.~Dobromila Vrabčáková"),
]
write(pathlib.Path(__file__).parent / "popis-realizace.docx", body, lists,
      "Domov Pod Lipami Bystřice, p. o. • Zámecká 14, 739 95 Bystřice • tel. 000 558 300",
      "Evidenční číslo SM-0041007, verze 5, účinnost od 1. 2. 2024")

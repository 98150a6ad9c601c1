#!/usr/bin/env python3
"""Writes projekt-dilny.docx: a provider's description of two services that a region's project pays for."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent.parent))
from word import paragraph, table, write

BULLETS = 1
lists = [[("bullet", "–")]]


def bullet(text): return paragraph(text, number=(BULLETS, 0))
def heading(text): return paragraph(text, "Nadpis1")


body = [
    paragraph("Popis služeb poskytovaných v~rámci projektu kraje", "Nzev"),
    paragraph("Duha nad Orlicí, z.~ú."),
    paragraph("Služby jsou zajišťovány v~rámci individuálního projektu Pardubického kraje „Služby, které drží pohromadě“, registrační "
              "číslo CZ.03.02.01/00/23_¦041/0003312, na základě smlouvy č.~OSV/23/71845 ze dne 12.~12.~2023."),
    paragraph("Cílem projektu je udržet dostupnost sociálních služeb pro lidi, kteří se vracejí z~psychiatrických nemocnic, a~pro ty, "
              "kteří v~obcích žijí dosud bez podpory."),

    heading("Sociálně terapeutické dílny"),
    table([
        ["Lokalita", "Ústí nad Orlicí, Lanškroun"],
        ["Cílová skupina", ["osoby s~chronickým duševním onemocněním", "osoby s~mentálním postižením"]],
        ["Věk", ["dorost (16–18 let)", "mladí dospělí (19–26 let)", "dospělí (27–64 let)"]],
        ["Časový rozsah", ["pondělí až čtvrtek 7,30–15,00 hodin", "pátek 7,30–13,00 hodin"]],
    ], [2400, 6600]),
    paragraph("Průběh služby", bold=True),
    paragraph("Zájemce si dílny nejprve vyzkouší, a~to nejdéle po dobu dvou týdnů. Poté s~ním uzavřeme smlouvu a~určíme klí¦čového "
              "pracovníka. Společně stanoví, co se chce klient naučit, a~jednou za čtvrt roku hodnotí, jak se to daří."),
    paragraph("Dílny mají k~dispozici šest místností v~přízemí domu, který patří městu: truhlářskou, košíkářskou a~textilní dílnu, "
              "kuchyňku, šatnu a~sklad, celkem 165~m². Ke stavbě patří dvůr s~pergolou."),
    paragraph("S~klienty pracujeme tak, aby:"),
    bullet("si osvojili základní pracovní návyky,"),
    bullet("dokázali odhadnout své síly,"),
    bullet("měli důvod ráno vstát."),

    heading("Sociální rehabilitace"),
    table([
        ["Lokalita", "Ústí nad Orlicí, Lanškroun, Žamberk"],
        ["Cílová skupina", ["osoby s~chronickým duševním onemocněním"]],
        ["Věk", ["mladí dospělí (19–26 let)", "dospělí (27–64 let)", "mladší senioři (65–80 let) – služba je poskytována do 70~let věku"]],
        ["Časový rozsah", ["pondělí až pátek 8,00–16,00 hodin"]],
    ], [2400, 6600]),
    paragraph("Průběh služby", bold=True),
    paragraph("Sociální rehabilitaci poskytujeme ambulantní i~terénní formou. Klient si s~pracovníkem projde, co mu v~životě jde a~kde "
              "naráží. Z~toho vznikne plán, který má nejvýše tři cíle. Tým tvoří dva sociální pracovníci, peer konzultantka a~psycholožka "
              "na úvazek 0,3."),
    paragraph("Fáze práce:"),
    bullet("stabilizace: bezpečí, režim dne, zvládání příznaků,"),
    bullet("orientace: co dál s~bydlením, s~prací a~se vztahy,"),
    bullet("návrat: nácvik v~běžném prostředí, podpora rodiny."),
    paragraph("Místem plnění jsou správní obvody obcí s~rozšířenou působností uvedené výše u~každé služby. Smlouva s~krajem je uzavřena "
              "na dobu určitou."),
    paragraph("Zpracovala: Mgr.~Helena Chrudošová, vedoucí služeb\tschválil: Ing.~Dalimil Sejkora"),
]
write(pathlib.Path(__file__).parent / "projekt-dilny.docx", body, lists,
      "Duha nad Orlicí, z. ú. | Spolufinancováno Evropskou unií | Pardubický kraj",
      "Duha nad Orlicí, z. ú., IČO 09914473, Smetanova 51, 562 01 Ústí nad Orlicí")

#!/usr/bin/env python3
"""Writes karta-projektu.docx: the card of one project as a table, with activities that Word numbers;
zakladaci-listina.docx: a charter in paragraphs with tabs, roles before names, activities with Roman numbers typed."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from word import paragraph, table, write

HEADINGS, ACTIVITIES, BULLETS = 1, 2, 3
lists = [[("upperRoman", "%1.")], [("decimal", "%1."), ("decimal", "%1.%2"), ("decimal", "%1.%2.%3")], [("bullet", "–")]]


def heading(text): return paragraph(text, "Nadpis1", (HEADINGS, 0))
def bullet(text): return paragraph(text, number=(BULLETS, 0))
def activity(text, level=0): return paragraph(text, number=(ACTIVITIES, level))


body = [
    paragraph("KARTA PROJEKTU", "Nzev"),
    heading("Identifikace"),
    table([
        ["Název projektu", "Škola otevřená rodi¦čům"],
        ["Registrační číslo projektu", "CZ.02.3.68/0.0/0.0/18¦_067/0012345"],
        ["Operační program", "Operační program Výzkum, vývoj a vzdělávání (OPVVV)"],
        ["Výzva", "02_18_067"],
        ["Příjemce", "Základní škola a Mateřská škola Habrovice, příspěvková organizace"],
        ["Partneři s finančním příspěvkem", ["Rodinné centrum Hnízdo, z.~s.", "Město Habrovice"]],
        ["Zahájení fyzické realizace", "1.~září 20¦19"],
        ["Ukončení fyzické realizace", "31.~srpna 2021"],
        ["Délka trvání", "24~mě¦síců"],
        ["Rozpočet projektu celkem", "4~987~¦650~Kč"],
        ["Zdroje financování", ["Evropský sociální fond – 52,86~%", "Evropský fond pro regionální rozvoj – 32,14~%",
                                "státní rozpočet – 15~%"]],
    ], [3200, 5800]),
    paragraph(),
    heading("Anotace"),
    paragraph("Habrovická škola stojí na kopci a rodiče do ní chodili jen tehdy, když byl průšvih. Pro¦jekt to chce změnit. "
              "Navazuje na místní akční plán\n(CZ.02.3.68/0.0/0.0/17_047/0008761), který psalo město v letech 2018–2022."),
    heading("Cílové skupiny"),
    bullet("rodiče dětí a žáků"),
    bullet("pedagogičtí pracov¦níci škol"),
    bullet("děti a žáci ohrožení školním neúspěchem"),
    heading("Klíčové aktivity"),
    activity("Řízení projektu"),
    activity("Rodičovská ka¦várna"),
    activity("Čtvrteční setkání ve školní jídelně", 1),
    activity("Besedy s~odborníky", 1),
    activity("beseda o~dluzích", 2),
    activity("beseda o~internetu", 2),
    activity("Individuální podpora dětí"),
    activity("Doučování v~rodinách", 1),
    activity("Školní asis¦tent", 1),
    activity("Vzdělávání pedagogů"),
    heading("Projektový tým"),
    table([
        ["Jméno a příjmení", "Pozice v~týmu", "Spojení"],
        ["Mgr.~Svatava Kopretin¦ová", "hlavní manažerka", ["tel.: 000~475~661", "mob.: 000~475~902", "kopretinova@example.cz"]],
        ["Bc.~Luděk Pampelíšek", "koordinátor asistentů", ["mob.: 000~475~903", "pampelisek@example.cz"]],
        ["Anežka Slunečková, DiS.", "administrátorka", "sluneckova@example.cz"],
    ], [3200, 2800, 3000]),
    paragraph(),
    heading("Přílohy"),
    paragraph("Harmonogram, rozpočet, čestné prohlášení."),
]
write(pathlib.Path(__file__).parent / "karta-projektu.docx", body, lists,
      "EVROPSKÁ UNIE • Evropské strukturální a investiční fondy • MŠMT",
      "Základní škola a Mateřská škola Habrovice, p. o., Školní 1, 403 99 Habrovice, IČO 70698899, tel. 000 475 660")


def line(label, value): return paragraph(f"{label}\t{value}")


listina = [
    paragraph("Zakládací listina projektu", "Nzev"),
    paragraph("verze 1.2 ze dne 11.~prosince 2023, schváleno poradou vedení dne 14.~12.~2023"),
    paragraph("A. O jaký projekt jde", "Nadpis1"),
    line("Plný název:", "Tým na kolech – mobilní tým pro děti s~duševním onemoc¦něním v~Jihočeském kraji"),
    line("Zkratka:", "TNK"),
    line("Registrováno pod č.:", "CZ.31.7.0/0.0/0.0/23_0¦89/0009914"),
    line("Program / komponenta:", "Národní plán obnovy, komponenta 3.3"),
    line("Výzva č.:", "31_23_089"),
    line("Nositel:", "Psychiatrická nemocnice Lomnička, p.~o., IČO 00667400"),
    line("Začátek prací:", "1.~ledna 2024"),
    line("Konec prací:", "31.~prosin¦ce 2025"),
    line("Trvání:", "24~kalendářních měsíců"),
    paragraph("B. Proč", "Nadpis1"),
    paragraph("V~kraji je osm dětských psychiatrů, na první vyšetření se čeká 5~měsíců. Z~Vimperka je to k~nejbližšímu "
              "82~km. Tým přijede sám. V~roce 2022 jsme za~640~000~Kč vyzkoušeli jeden vůz na Prachaticku a vyjel 96krát."),
    paragraph("C. Peníze", "Nadpis1"),
    paragraph("Celkový rozpočet projektu činí 9.870.400~Kč (slovy devět milionů osm set sedmdesát tisíc čtyři sta korun). "
              "Dotace představuje 9.376.880~Kč. Na financování se podílejí: Nástroj pro oživení a odolnost (95~%), "
              "rozpočet Jihočeského kraje (3~%) a vlastní zdroje nemocnice (2~%). Rezerva na kurzové rozdíly není."),
    paragraph("D. Cílová skupina", "Nadpis1"),
    paragraph("Projekt slouží těmto skupinám: děti a dospívající s~duševním onemocněním; rodiče a pěstouni; "
              "pracovníci škol a školských poradenských zařízení."),
    paragraph("E. Klíčové aktivity", "Nadpis1"),
    paragraph("I. Příprava týmu", bold=True),
    paragraph("I.1 Výběr a zaškolení pracovníků"),
    paragraph("I.2 Vybavení vozů"),
    paragraph("Výstup: tým o šesti lidech a dva vozy do 31.~března 2024."),
    paragraph("II. Provoz mobil¦ního týmu", bold=True),
    paragraph("II.1 Výjezdy do rodin"),
    paragraph("II.2 Konzultace ve školách"),
    paragraph("II.3 Krizová intervence po telefonu"),
    paragraph("Výstup: 240 dětí, 1~900 výjezdů."),
    paragraph("III. Přenos zkušeností", bold=True),
    paragraph("III.1 Metodika mobilní práce s~dětmi"),
    paragraph("III.2 Závěrečná konference"),
    paragraph("F. Lidé", "Nadpis1"),
    line("garantka projektu", "MUDr.~Oldřiška Vaněčková (linka 000~387~201, vaneckova@example.cz)"),
    line("manažer projektu", "Ing.~Šimon Bezdě¦kovský (linka 000~387~202, mobil 000~608~202, bezdekovsky@example.cz)"),
    line("vedoucí mobilního týmu", "Mgr.~Agáta Plíšková (mobil 000~608~203)"),
    line("dětský psycholog", "PhDr.~Rostislav Hlinka, Ph.D. (hlinka@example.cz)"),
    line("asistentka projektu", "Jindřiška Kostková (linka 000~387~205)"),
    paragraph("G. Rizika a milníky", "Nadpis1"),
    table([
        ["Č.", "Milník", "Kdy"],
        ["1", "Podepsané smlouvy s pracovníky", "29.~2.~2024"],
        ["2", "První výjezd", "2.~4.~2024"],
        ["3", "Stý klient", "do konce roku 2024"],
    ], [800, 5600, 2600]),
    paragraph("Nejvážnější riziko: 1. lékaře neseženeme, 2. vozy přijdou pozdě, 3. školy se neozvou."),
    paragraph("Za nemocnici schválil sponzor projektu MUDr.~Ing.~Valentin Sůva, ředitel nemocnice."),
]
write(pathlib.Path(__file__).parent / "zakladaci-listina.docx", listina, lists,
      "Financováno Evropskou unií – NextGenerationEU", "Psychiatrická nemocnice Lomnička, Lesní 14, 390 99 Lomnička, ústředna 000 387 200")

#!/usr/bin/env python3
"""Writes karta-projektu.docx: the card of one project as a table, with activities that Word numbers."""
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

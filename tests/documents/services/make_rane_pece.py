#!/usr/bin/env python3
"""Writes popis-rane-pece.docx: a provider's own description of one service, headings without numbers, hours as a table."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from word import inserted, paragraph, removed, runs, table, write

BULLETS, POINTS = 1, 2
lists = [[("bullet", "–")], [("lowerLetter", "%1)")]]


def heading(text): return paragraph(text, "Nadpis1")
def bullet(text): return paragraph(text, number=(BULLETS, 0))
def point(text): return paragraph(text, number=(POINTS, 0))


body = [
    paragraph("Popis realizace poskyto¦vání sociální služby", "Nzev"),
    paragraph("RANÁ PÉČE KROKEM", bold=True),
    paragraph("Poskytovatel:\tKrokem k~dětem, z.~s.\nSídlo:\tJižní 870/2, 500~03 Hradec Králové\nIČO:\t26~671~042\n"
              "Služba:\traná pé¦če (§~54)\nČíslo v~registru:\t83¦90¦217\nForma:\tterénní, doplňkově ambulantní"),
    heading("K čemu tu jsme"),
    paragraph("Když se narodí dítě, které se vyvíjí jinak, rodiče se ocitnou v~zemi, k~níž nedostali mapu. Kreslíme ji s~nimi, "
              "u~nich doma, jejich tempem."),
    heading("Komu službu nabízíme"),
    point("rodinám dětí s~těles¦ným postižením,"),
    point("rodinám dětí s~opožděným vývojem,"),
    point("rodinám dětí s~poruchou autistického spektra,"),
    paragraph("a~to od narození dítěte do 7~let jeho vě¦ku. Rodinám dětí, které mají pouze vadu sluchu, doporučíme středisko v~Praze."),
    heading("Kam jezdíme"),
    paragraph("Královéhradecký kraj a~Pardubický kraj. Do Libereckého kraje jsme přestali jezdit v~roce 2022."),
    heading("Kolik rodin"),
    paragraph("Najednou pracujeme v~terénu s~38~rodinami, ambulantně s~2~rodinami. Pořadník má teď 11~rodin, poradkyně jsou čtyři "
              "(3,5~úvazku) a~každá má na starosti 10 až 12~rodin."),
    heading("Časový rozsah"),
    table([["", "v~rodinách", "v~centru"],
           ["pondělí", "8:00–17:00", "—"],
           ["úterý", "8:00–17:00", "—"],
           ["středa", "8:00–19:00", "9:00–15:00"],
           ["čtvrtek", "8:00–17:00", "—"],
           ["pátek", "8:00–13:00", "—"]], [2400, 3000, 3000]),
    paragraph(runs("Centrum najdete na adrese Gočá¦rova třída 1620/30, Hradec Králové; o~prázdninách je ") + removed("otevřeno do 12:00") +
              inserted("zavře¦no") + runs(". Telefon 495~2210 zvedáme každý všední den 8:00–10:00.")),
    heading("Jak služba probíhá"),
    bullet("první návštěva do 30~dnů od žádosti"),
    bullet("návštěva jednou za 4~až 6~týdnů, trvá kolem 90~minut"),
    bullet("půjčovna hraček (pro děti 0–10~let, i~pro veřejnost, čt 15–17~hod.)"),
    heading("Kolik to stojí"),
    paragraph("Raná péče je zdarma. Hradí ji kraj smlouvou č.~KUKHK-5117/SV/2025; zájezd rodin platí projekt Léto, který není sociální službou."),
    heading("Kdo odpovídá"),
    paragraph("Vedoucí služby Mgr.~Ludmila Ponožková, e-mail krokem@example.org. Schválila rada spolku 20.~1.~2025, číslo dokumentu 1120045."),
]
write(pathlib.Path(__file__).parent / "popis-rane-pece.docx", body, lists,
      "Krokem k dětem, z. s. – vnitřní předpis č. 3", "Účinnost od 1. 2. 2025 • transparentní účet 2201133/2010")

#!/usr/bin/env python3
"""Writes tabulka-mesta.docx: a town's table of services, a service a row, numbered; contracts by number below it."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from word import paragraph, table, write

body = [
    paragraph("Sociální služby v~Rýmařově", "Nzev"),
    paragraph("Přehled pro občany, stav k~1.~2.~2025. Sestavil odbor sociálních věcí Městského úřadu Rýmařov, Palackého 11; úřední hodiny "
              "po a~st 8.00–17.00."),
    table([
        ["Č.", "Služba", "Kdo ji poskytuje", "Komu pomáhá", "Kdy a~kde", "Kapacita", "Číslo v~registru"],
        ["1", ["Osobní asistence", "terénní"], "Pomoc na dosah Rýmařovsko, z.~s.",
         ["senioři", "osoby s~tělesným postižením", "od 18 let"],
         ["po–ne 7.00–20.00", "v~domácnostech: Rýmařov, Břidličná, Dolní Moravice"], "5~klientů současně", "8340126"],
        ["2", ["Nízkoprahové zařízení pro děti a~mládež", "Klub Výtah", "ambulantní"], "Mládež v~pohybu, z.~ú.",
         ["děti a~mládež ohrožené společensky nežádoucími jevy", "6–26 let"],
         ["po–čt 13.00–18.00", "pá 13.00–17.00", "Bartákova 22, Rýmařov", "pro obyvatele Rýmařova"], "15~klientů současně", "83¦40351"],
        ["3", ["Dům na půl cesty", "pobytová"], "Mládež v~pohybu, z.~ú.",
         ["osoby do 26 let věku opouštějící školská zařízení pro výkon ústavní péče", "18–26 let"],
         ["nepřetržitě", "Okružní 9, Rýmařov", "pro zájemce z~celého Moravskoslezského kraje"], "8~lůžek", "8340423"],
        ["4", ["Odlehčovací služba", "pobytová"], "Domov Pod Hrádkem Rýmařov, příspěvková organizace",
         ["senioři", "osoby s~chronickým onemocněním", "od 50 let"],
         ["nepřetržitě, nejdéle 3~měsíce v~roce; příjem po–pá 9.00–13.00", "Lidická 1230, Rýmařov", "pro obyvatele ORP Rýmařov"],
         "6~lůžek", "8340¦540"],
        ["5", ["Průvodcovské a~předčitatelské služby", "terénní"], "Pomoc na dosah Rýmařovsko, z.~s.",
         ["osoby se zrakovým postižením", "od 15 let"], ["út a~čt 8.00–14.00", "Rýmařov, Břidličná"], "2~klienti současně", "8340614"],
        ["Návazné služby, které nejsou sociální službou podle zákona"],
        ["–", "Senior taxi", "Město Rýmařov", "občané nad 70 let", "po–pá 7.00–15.00", "1~vůz", "–"],
        ["–", "Rodinné centrum Vrabčák", "Vrabčák, z.~s.", "rodiče s~dětmi do 6~let", "po, st, pá 9.00–12.00", "herna pro 20~dětí", "–"],
    ], [500, 2100, 2100, 2300, 2700, 1400, 1200]),
    paragraph("Peníze", bold=True),
    paragraph("Služby č.~1 a~5 jsou v~síti kraje na základě smlouvy 01877/2024/SOC, služby č.~2 a~3 na základě smlouvy 01902/2024/SOC. "
              "Služba č.~4 smlouvu s~krajem nemá, hradí ji město jako zřizovatel."),
    paragraph("Dotazy k~přehledu: Dana Přibilíková, sociální pracovnice, tel. 000~554~254~118."),
]
write(pathlib.Path(__file__).parent / "tabulka-mesta.docx", body, [], "Město Rýmařov | odbor sociálních věcí", "Přehled sociálních služeb 2025")

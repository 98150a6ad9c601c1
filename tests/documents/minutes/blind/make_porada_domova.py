#!/usr/bin/env python3
"""Writes the Word document of this folder: each run gives the same bytes."""
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent.parent))
from word import paragraph, table, write  # noqa: E402

BODY = [
    paragraph("Domov pro seniory Lípa, Havlíčkův Brod", bold=True),
    paragraph("Zápis z porady ve¦dení domova č. 9/2024", "Nzev"),
    table([
        ["Datum a čas", "3. září 2024, od 8:00 do 9:50"],
        ["Kde se konala", "jídelna v pavilonu C, Husova 1119"],
        ["Přítomni", ["Mgr. Oldřiška Kamenická, ředitelka", "Bc. Zbyněk Růžek¦, vedoucí sociálního úseku", "Jarmila Doskočilová, vrchní sestra",
                      "Ing. Mojmír Hruša, ekonom", "Alžběta Ková¦řová Tichá, vedoucí stravování", "Leoš Šimůnek, technik"]],
        ["Omluveni", ["Mgr. Denisa Brandová", "Václav Prchal"]],
    ], [2400, 6700]),
    paragraph(""),
    paragraph("Body porady", "Nadpis1"),
    paragraph("Obsazenost a žádosti", number=(1, 0)),
    paragraph("Inspekce kvality", number=(1, 0)),
    paragraph("Strava a diety", number=(1, 0)),
    paragraph("Opravy budovy", number=(1, 0)),
    paragraph("Akce pro obyvatele", number=(1, 0)),
    paragraph("Obsazenost a žádosti", "Nadpis1"),
    paragraph("V domově pro seniory (§~49) je obsazeno 96 míst ze 100, v domově se zvláštním režimem (§~50) všech 42. Žádostí je v evidenci 137, "
              "z toho 58 naléhavých. Od ledna se zvyšuje úhrada za stravu na 235~Kč denně."),
    paragraph("Inspekce kvality", "Nadpis1"),
    paragraph("Inspekce proběhla ve dnech 19. a 20. srpna 2024 a našla dva nedostatky ve standardu č. 5. Ředitelka poděkovala všem, kdo se na ní podíleli."),
    paragraph("Strava a diety", "Nadpis1"),
    paragraph("Obyvatelé si stěžovali na málo teplé večeře. Nový vozík s ohřevem stojí 68~500~Kč. Stravovací komise obyvatel ho doporučila koupit. "
              "Dietní sestra připomněla, že diabetickou dietu má 31 lidí a že druhá večeře se roznáší až po osmé hodině."),
    paragraph("Opravy budovy", "Nadpis1"),
    paragraph("Výměna oken v pavilonu B trvá od září do listopadu. Výtah v pavilonu A má revizi až v příštím roce."),
    paragraph("Akce pro obyvatele", "Nadpis1"),
    paragraph("Zahradní slavnost: středa 11. září 2024 od 14 hodin, park u domova", number=(2, 0)),
    paragraph("Sportovní hry seniorů: 25.–26. 9. 2024, Ždírec nad Doubravou", number=(2, 0)),
    paragraph("Den otevřených dveří: sobota 5. října 2024, pavilon A", number=(2, 0)),
    paragraph("Koncert k Mezinárodnímu dni seniorů: 1. 10. 2024, jídelna v pavilonu C", number=(2, 0)),
    paragraph("Úkoly z porady", "Nadpis1"),
    table([
        ["Poř.", "Úkol", "Zodpovídá", "Termín"],
        ["1", "Odeslat inspekci zprávu o odstranění nedostatků", "Z. Růžek", "13. 9. 2024"],
        ["2", "Objednat vozík s ohřevem", "M. Hru¦ša", "do konce září"],
        ["3", "Seznámit obyvatele pavilonu B s postupem\nvýměny oken", "L. Šimůnek,\nJ. Doskočilová", "6.~9.~2024"],
        ["4", "Zajistit občerstvení na zahradní slavnost", "A. Kovářová Tichá", "10. 9. 2024"],
        ["5", "Předložit návrh rozpočtu na rok 2025", "M. Hruša", "do příští porady"],
        ["Úkoly z minulé porady"],
        ["6", "Aktualizovat dodatky ke smlouvám", "Z. Růžek", "splněno"],
        ["7", "Vyměnit zámky ve skladu", "L. Šimůnek", "trvá do 30. 9. 2024"],
    ], [600, 4300, 2200, 2000]),
    paragraph(""),
    paragraph("Příští porady vedení: 1. října 2024, 5. listopadu 2024 a 3. prosince 2024, vždy od 8:00."),
    paragraph("Zapsal: Leoš Šimůnek, 4. září 2024"),
]

LISTS = [[("decimal", "%1.")], [("bullet", "•")]]
write(HERE / "porada-domova.docx", BODY, LISTS, "Domov pro seniory Lípa – porada vedení", "Vnitřní dokument domova")

#!/usr/bin/env python3
"""Writes the three minutes in office formats: two of Word, one of OpenDocument; each run gives the same bytes."""
import itertools
import pathlib
import sys
import zipfile
from xml.sax.saxutils import escape

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
import word
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def pack(file, parts):
    """A ZIP in the given order, always of the same minute; the first part of an ODF stays uncompressed."""
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in parts:
            entry = zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0))
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            entry.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(entry, content.encode("utf-8"))


# ---- Word: runs are cut in mid-word, some by tracked changes ----

AUTHOR = 'w:author="Sekretariát" w:date="2023-05-17T07:30:00Z"'


changes = itertools.count(1)


def run(text, bold=False):
    return f'<w:r>{"<w:rPr><w:b/></w:rPr>" if bold else ""}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def inserted(text): return f'<w:ins w:id="{next(changes)}" {AUTHOR}>{run(text)}</w:ins>'


def deleted(text): return f'<w:del w:id="{next(changes)}" {AUTHOR}><w:r><w:delText xml:space="preserve">{escape(text)}</w:delText></w:r></w:del>'


def runs(text):
    """"|" cuts a run, "{+new+}" and "{-old-}" are tracked, "**bold**" stands at the beginning only."""
    made = ""
    if text.startswith("**"):
        label, text = text[2:].split("**", 1)
        made += run(label, bold=True)
    while text:
        starts = [position for position in (text.find("{+"), text.find("{-"), text.find("|")) if position >= 0]
        if not starts: return made + run(text)
        at = min(starts)
        if at: made += run(text[:at])
        if text[at] == "|":
            text = text[at + 1:]
            continue
        kind = text[at + 1]
        end = text.index(kind + "}", at + 2)
        made += (inserted if kind == "+" else deleted)(text[at + 2:end])
        text = text[end + 2:]
    return made


def paragraph(text, style=None, numbering=None):
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if numbering: properties += f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{numbering}"/></w:numPr>'
    return f'<w:p>{f"<w:pPr>{properties}</w:pPr>" if properties else ""}{runs(text)}</w:p>'


def table(rows, widths):
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    body = "".join("<w:tr>" + "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>' + "".join(paragraph(line) for line in cell.split("\n")) + "</w:tc>"
        for cell, width in zip(row, widths)) + "</w:tr>" for row in rows)
    return f'<w:tbl><w:tblPr><w:tblStyle w:val="Mkatabulky"/><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>'


def numbered(items, numbering): return "".join(paragraph(item, "Odstavecseseznamem", numbering) for item in items)


def field(name): return f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> {name} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("1")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def word_minutes():
    body = [
        paragraph("Zápis z porady reali|začního týmu", "Nzev"),
        table([
            ["Datum konání", "16. kvě|tna 2023"],
            ["Začátek a konec", "9:00 – 11:45"],
            ["Místo", "Krajský úřad Pardubického kraje, budova A, místnost 307"],
            ["Poradu vedla", "Ing. Alice Drobečková"],
            ["Navazující investiční projekt", "CZ.06.04.04/00/22_036/|0002410"],
        ], [2800, 6300]),
        paragraph(""),
        paragraph("**Přítomni:**"),
        numbered([
            "Ing. Alice Drobečková, vedoucí projektu",
            "Mgr. Vojtěch Pomněn|ka Soukal, odborný garant",
            "Bc. Helga Jalovcová – metodička sociální práce",
            "PaedDr. Arnošt Kukla (Domov pod hrad|em Žampach)",
            "Tamara Ořešková, finanční manažerka",
            "Ing. Quido Bělásek, MBA, stavební dozor",
        ], 2),
        paragraph("**Omluveni:** Mgr. Ema Vochomůrková, JUDr. Ctirad Hrubín"),
        paragraph("**Neomluvena:** Simona Klásková"),
        paragraph("Program", "Nadpis1"),
        numbered(["Úkoly z dubnové porady", "Domy ve Svitavách a v Chocni", "Příprava lidí na stěhování", "Čerpání rozpočtu", "Různé"], 1),
        paragraph("K bodu 1", "Nadpis2"),
        numbered([
            "Smlouva s překladatelem do jednoduchého jazyka: splněno.",
            "Přehled léků všech klientů (H. Jalovcová): trvá, termín {-26. 5. 2023-}{+31. 5. 2023+}.",
            "Posouzení přístupnosti domu v Chocni: zrušeno, dům se nekoupí.",
        ], 3),
        paragraph("K bodu 2", "Nadpis2"),
        paragraph("Ve Svitavách je vybraný přízemní dům se čtyřmi pokoji. Inženýr Bělásek upozornil, že střecha vydrží nejvýš pět let, oprava by stála asi 900 tis. Kč. Zchátral{-ou-}{+ý+} dům v Chocni tým po prohlídce odmítl. Chráněné bydlení (§ 51) pro dvanáct lidí tedy vznikne nejdřív ve Svitavách, domov pro osoby se zdravotním postižením (§ 48) bude zatím fungovat dál."),
        paragraph("Obec Osík nabídla pozemek na okraji obce, kde by se dalo stavět. Skupina rodičů je pro, odborný garant proti: dům by stál dva kilometry od zastávky a lidé by se z jednoho ústavu přestěhovali do jiného, jen menšího. Arnošt Kukla připomněl, že pracovníci domova hledají práci už teď a že bez nich se nepřestěhuje nikdo. Vedení domova s nimi proto od 3. 4. 2023 mluví jednotlivě, hotovo má dvacet osm rozhovorů ze sedmdesáti."),
        paragraph("Tým se shodl, že při hledání dalších domů platí čtyři pravidla: zastávka do pěti set metrů, obchod do kilometru, nejvýš šest lidí v domě a vlastní pokoj pro každého, kdo ho chce."),
        paragraph("Milníky projektu:"),
        numbered(["06/2023 – výběr druhého domu", "09/2023 – 11/2023 – úprava bytů ve Svitavách", "01/2024 – stěhování prvních šesti lidí"], 3),
        paragraph("K bodu 3", "Nadpis2"),
        paragraph("Každý člověk má svého průvodce. Průvodci si dvakrát za měsíc předávají zkušenosti, vede je Vojtěch Pomněnka Soukal. Rodiče se nejvíc ptají, kdo bude v domě v noci. Setkání s rodinami bude ve středu 24. 5. od 16 hodin v jídelně domova v Žampachu, pozvánky už odešly."),
        paragraph("Helga Jalovcová popsala první pokusná přespání v bytě ve Svitavách. Vystřídalo se v něm osm lidí po dvou nocích. Pět by tam chtělo zůstat hned, dva se chtěli vrátit ke kamarádům a jeden se rozhodne později. Z rozhovorů vyplynulo, že nejtěžší není vaření ani peníze, ale to, že večer není s kým mluvit. Proto se bude zkoušet také společné stěhování dvojic, které se znají."),
        paragraph("Dobrou zkušenost mají v Královéhradeckém kraji, proto tým pojede na návštěvu do Hajnice, a to 13.–14. června 2023."),
        paragraph("K bodu 4", "Nadpis2"),
        paragraph("Z rozpočtu 18,4 mil. Kč je vyčerpáno 2 150 000 Kč. Tamara Ořešková připomněla, že mzdové výkazy musejí být podepsané do pátého dne v měsíci. Z kontroly na místě (20. 4. 2023) vzešla jediná výtka, chyběly prezenční listiny ze dvou školení. Dodatečně se doplnily. Na nábytek do prvních bytů je vyhrazeno 640 tis. Kč, výběr dodavatele má na starosti krajský úřad."),
        paragraph("K bodu 5", "Nadpis2"),
        paragraph("Nové webové stránky projektu poběží od července. Připomínky k návrhu posílejte průběžně na adresu bydleni@kraj.example.cz."),
        paragraph("Souhrn úkolů", "Nadpis1"),
        table([
            ["Č.", "Úkol", "Zodpovídá", "Termín"],
            ["1", "Objednat odborný posudek střechy ve Svitavách", "Q. Bělásek", "2. 6. 2023"],
            ["2", "Najít tři další domy v okruhu 10 km od Chocně", "A. Kukla", "do příští porady"],
            ["3", "Sepsat odpovědi na otázky rodin\na vyvěsit je v domově", "V. Pomněnka Soukal", "do konce května"],
            ["4", "Připravit žádost o změnu rozpočtu", "T. Oře|šková", "{-16. 6.-}{+30. 6.+} 2023"],
        ], [600, 4300, 2200, 2000]),
        paragraph(""),
        paragraph("Další porady: 20. června 2023 a 18. července 2023, vždy v 9:00."),
        paragraph("Zapsala: H. Jalovcová, 17. 5. 2023"),
    ]
    section = '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:footerReference w:type="default" r:id="rId4"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1417" w:bottom="1417" w:left="1417" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>'
    names = f'xmlns:w="{WORD}" xmlns:r="{RELATIONS}"'
    level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{}"/><w:lvlText w:val="{}"/><w:lvlJc w:val="left"/></w:lvl>'
    lists = [("decimal", "%1."), ("bullet", "•"), ("lowerLetter", "%1)")]
    styles = [("Normln", "Normal", ""), ("Nzev", "Title", ""), ("Nadpis1", "heading 1", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
              ("Nadpis2", "heading 2", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'), ("Odstavecseseznamem", "List Paragraph", "")]
    types = [("document", "document.main"), ("styles", "styles"), ("numbering", "numbering"), ("header1", "header"), ("footer1", "footer")]
    return [
        ("[Content_Types].xml", DECLARATION + f'<Types xmlns="{PACKAGE}content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>' + "".join(
            f'<Override PartName="/word/{part}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"/>' for part, kind in types) + "</Types>"),
        ("_rels/.rels", DECLARATION + f'<Relationships xmlns="{PACKAGE}relationships"><Relationship Id="rId1" Type="{RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>'),
        ("word/_rels/document.xml.rels", DECLARATION + f'<Relationships xmlns="{PACKAGE}relationships">' + "".join(
            f'<Relationship Id="rId{number}" Type="{RELATIONS}/{kind}" Target="{target}.xml"/>' for number, kind, target in
            [(1, "styles", "styles"), (2, "numbering", "numbering"), (3, "header", "header1"), (4, "footer", "footer1")]) + "</Relationships>"),
        ("word/document.xml", DECLARATION + f'<w:document {names}><w:body>{"".join(body)}{section}</w:body></w:document>'),
        ("word/styles.xml", DECLARATION + f'<w:styles {names}>' + "".join(
            f'<w:style w:type="paragraph" w:styleId="{identifier}"{" w:default=" + chr(34) + "1" + chr(34) if identifier == "Normln" else ""}><w:name w:val="{name}"/>{properties}</w:style>' for identifier, name, properties in styles) +
         '<w:style w:type="table" w:styleId="Mkatabulky"><w:name w:val="Table Grid"/></w:style></w:styles>'),
        ("word/numbering.xml", DECLARATION + f'<w:numbering {names}>' + "".join(
            f'<w:abstractNum w:abstractNumId="{number}">{level.format(*kind)}</w:abstractNum>' for number, kind in enumerate(lists)) + "".join(
            f'<w:num w:numId="{number + 1}"><w:abstractNumId w:val="{number}"/></w:num>' for number in range(len(lists))) + "</w:numbering>"),
        ("word/header1.xml", DECLARATION + f'<w:hdr {names}>{paragraph("Bydlení blíž – projekt Pardubického kraje")}{paragraph("Registrační číslo: CZ.03.02.02/00/22_004/0001873")}</w:hdr>'),
        ("word/footer1.xml", DECLARATION + f'<w:ftr {names}><w:p>{run("Strana ")}{field("PAGE")}{run(" z ")}{field("NUMPAGES")}</w:p></w:ftr>'),
    ]


# ---- OpenDocument: spans in mid-word, one deletion tracked, a comment, a merged cell ----

NAMES = " ".join(f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for short, name in
                 [("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"), ("manifest", "manifest")]) + ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'


def p(content, style="Standard"): return f'<text:p text:style-name="{style}">{content}</text:p>'


def h(content, level=1): return f'<text:h text:style-name="Heading_20_{level}" text:outline-level="{level}">{content}</text:h>'


def span(content): return f'<text:span text:style-name="T1">{content}</text:span>'


def entries(items, style): return f'<text:list text:style-name="{style}">' + "".join(f"<text:list-item>{p(item)}</text:list-item>" for item in items) + "</text:list>"


def cells(rows, name):
    return f'<table:table table:name="{name}"><table:table-column table:number-columns-repeated="{len(rows[0])}"/>' + "".join(
        "<table:table-row>" + "".join(cell if cell.startswith("<table:") else f'<table:table-cell office:value-type="string">{p(cell)}</table:table-cell>' for cell in row) + "</table:table-row>"
        for row in rows) + "</table:table>"


def odf_minutes():
    merged = f'<table:table-cell office:value-type="string" table:number-rows-spanned="3">{p("Komunitní dům, Raškovice 207")}</table:table-cell>'
    covered = "<table:covered-table-cell/>"
    deletion = '<text:tracked-changes><text:changed-region text:id="zmena1"><text:deletion><office:change-info><dc:creator>Kancelář MAS</dc:creator><dc:date>2021-06-18T09:00:00</dc:date></office:change-info>' + p("do 9. července 2021") + "</text:deletion></text:changed-region></text:tracked-changes>"
    comment = "<office:annotation><dc:creator>Kancelář MAS</dc:creator><dc:date>2021-06-18T09:05:00</dc:date>" + p("Ověřit, že pan Hulva opravdu přišel. Termín: 1. 7. 2021") + "</office:annotation>"
    body = [
        deletion,
        p("Místní akční skupina Pobeskydí, z. s."),
        p("Program" + span("ový výbor"), "Title"),
        h("Z<text:s/>Á<text:s/>P<text:s/>I<text:s/>S<text:s text:c=\"3\"/>č. 3/2021"),
        p("Výbor se sešel v úterý 15. června 2021 od 16.00 do 18.20 hodin v Komunitním domě v Raškovicích."),
        p("Účast členů:<text:tab/>" + "<text:line-break/>".join([
            "doc. Ing. Norbert Čermín, CSc. <text:s/>(předseda)",
            "Mgr. Libuše Pampe" + span("lík Ryšavá"),
            "Vilém Hulva" + comment + " (Obec Krásná)",
            "Ing. Edita Smrčinová – zemědělci",
            "Bohuš Kvíčala ml., DiS."])),
        p("Z jednání se omluvili: Mgr. Xenie Lipenská, Ing. Pravoslav Tůň"),
        p("Host: Debora Jezerská (kancelář MAS)"),
        p("Usnášeníschopnost: přítomno 5 ze 7 členů výboru."),
        h("Na programu bylo", 2),
        entries(["schválení programu", "výběr projektů z výzvy č. 14", "komunitní sociální práce na venkově", "úkoly a termíny"], "L1"),
        h("I. Schválení programu", 2),
        p("Program byl schválen bez doplnění. Pro 5, proti 0, zdržel se 0."),
        h("II. Výběr projektů z výzvy č. 14", 2),
        p("Do výzvy přišly čtyři žádosti za 3,1 mil. Kč, k rozdělení je 2 400 000 Kč. Registrační čísla hodnocených projektů:"),
        entries(["CZ.03.2.65/0.0/0.0/16_047/00" + span("17742") + " – Doprava seniorů v údolí Morávky", "CZ.03.2.65/0.0/0.0/16_047/0017750 – Sousedská výpomoc", "CZ.03.2.65/0.0/0.0/16_047/0017803 – Klub pro rodiče Dobratice"], "L2"),
        p("Hodnotitelé představili projekty jeden po druhém. Doprava seniorů počítá s devítimístným autem a dvěma řidiči na poloviční úvazek, jezdit bude do ordinací, na úřady a jednou týdně na nákup. Členové výboru se ptali, co bude s autem po třech letech. Žadatel doložil příslib obcí, že provoz převezmou. Sousedská výpomoc navazuje na to, co lidé dělali sami v době epidemie, zaměstnat chce jednu koordinátorku. Klub pro rodiče má podle hodnotitelů nejasný rozpočet: na občerstvení žádá víc než na lektory."),
        p("Čtvrtá žádost neprošla kontrolou formálních náležitostí. Výbor doporučil podpořit první dva projekty v plné výši, třetí s krácením o 15 tis. Kč."),
        p("Usnesení č. 21/2021: Výbor schvaluje pořadí projektů podle přílohy. Pro 4, proti 0, zdržel se 1."),
        p("<text:soft-page-break/>Paní Smrčinová se zdržela hlasování, protože jeden z projektů předkládá její zaměst" + span("navatel.")),
        h("III. Komunitní sociální práce na venkově", 2),
        p("Debora Jezerská popsala, jak se daří terénním programům (§ 69) a osobní asistenci (§ 39) v obcích bez autobusu. Sociální poradenství (§ 37) jezdí do pěti obcí, do Krásné zatím ne. Kdo by o poradnu stál, ať se jí ozve."),
        p("Libuše Pampelík Ryšavá připomněla, že komunitní práce není služba podle zákona a že s ní obce nemají zkušenost. V Dobraticích začala tím, že se pracovnice tři měsíce jen seznamovala s lidmi na zastávce a v obchodě. Teprve potom se ukázalo, že největším trápením je zavřená pošta. Od 1. 3. 2021 funguje místo ní okénko na obecním úřadě. Bohuš Kvíčala se zeptal, jak takovou práci vykázat; Debora Jezerská ukázala jednoduchý deník, který používají v jiných místních akčních skupinách."),
        p("V sobotu 26. 6. 2021 se v Raškovicích koná Den sousedů. Festival zdravého venkova se letos přesouvá na 31. července až 1. srpna 2021, bude na Hukvaldech."),
        h("IV. Úkoly a termíny", 2),
        p("Úkol: vyrozumět žadatele o výsledku<text:line-break/>Z: kancelář MAS<text:line-break/>T: 25. 6. 2021"),
        p("Úkol: projednat poradnu se zastupiteli Krásné<text:line-break/>Z: Vilém Hulva<text:line-break/>T: <text:change text:change-id=\"zmena1\"/>do konce srpna"),
        p("Úkol: navrhnout termín výzvy č. 15<text:line-break/>Z: N. Čermín, L. Pampelík Ryšavá<text:line-break/>T: na příští zasedání"),
        p("Z minula: revize stanov (B. Kvíčala) – splněno."),
        h("Zasedání výboru do konce roku 2021", 2),
        cells([["Datum", "Hodina", "Místo"], ["16. 9.", "16:00", merged], ["21. 10.", "16:00", covered], ["9. 12.", "15:00", covered]], "Terminy"),
        p("Listopadové zasedání (11. 11.) bylo zrušeno."),
        p("Zapsala D. Jezerská, zápis ověřila Edita Smrčinová"),
    ]
    number = '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
    bullet = '<text:list-level-style-bullet text:level="1" text:bullet-char="•"/>'
    kinds = [("", "application/vnd.oasis.opendocument.text"), ("content.xml", "text/xml"), ("styles.xml", "text/xml"), ("meta.xml", "text/xml")]
    return [
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("content.xml", DECLARATION + f'<office:document-content {NAMES} office:version="1.2"><office:automatic-styles><style:style style:name="T1" style:family="text"/><text:list-style style:name="L1">{number}</text:list-style><text:list-style style:name="L2">{bullet}</text:list-style></office:automatic-styles><office:body><office:text>{"".join(body)}</office:text></office:body></office:document-content>'),
        ("styles.xml", DECLARATION + f'<office:document-styles {NAMES} office:version="1.2"><office:styles><style:style style:name="Standard" style:family="paragraph"/><style:style style:name="Title" style:family="paragraph"/><style:style style:name="Heading_20_1" style:family="paragraph"/><style:style style:name="Heading_20_2" style:family="paragraph"/></office:styles><office:automatic-styles><style:page-layout style:name="Mpm1"/></office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Mpm1"><style:header>{p("MAS Pobeskydí – zápis programového výboru 3/2021")}</style:header><style:footer>{p("strana <text:page-number>1</text:page-number>")}</style:footer></style:master-page></office:master-styles></office:document-styles>'),
        ("meta.xml", DECLARATION + f'<office:document-meta {NAMES} office:version="1.2"><office:meta><dc:title>Zápis</dc:title><dc:date>2021-06-18T09:10:00</dc:date></office:meta></office:document-meta>'),
        ("META-INF/manifest.xml", DECLARATION + '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">' + "".join(
            f'<manifest:file-entry manifest:full-path="{"/" if not part else part}" manifest:media-type="{kind}"/>' for part, kind in kinds) + "</manifest:manifest>"),
    ]


# ---- Word: the whole meeting in two tables, written by word.py ----

def two_tables():
    head = word.table([
        ["Zápis č. 17/2025"],
        ["Den a čas", "pondělí 3.~listopadu~2025, 8.00–9.35", "Kde", ["kancelář ředitelky,", "Kabelíkova 14a, Přerov"]],
        ["Účast", ["Ing.~Zuzana Šroub¦ková", "Bc.~Richard Matice", "Mgr.~Blanka Kladívková", "Lubor Svěrák", "Yveta Pilníková, DiS.", "Ing.~Tomáš Dlát¦ko"],
         "Omluveni", ["Miriam Hoblíková (ošetřování člena rodiny)", "Mgr.~Štěpán Vrták (školení)"]],
    ], [1500, 3200, 1500, 3200])
    points = word.table([
        ["Bod", "Projednáno", "Úkol | kdo | do kdy"],
        ["1", ["Obsazenost a čekatelé", "Domov pro seniory (§~49) má volné tři pokoje, domov se zvláštním režimem (§~50) žádný. Čeká 74 žadatelů, z toho 12 z nemocnice."],
         ["projít žádosti starší než rok | Kladív¦ková | 21.~11.~2025", "navrhnout přestavbu pokojů 204 a 205 | Svěrák, Dlátko | 15.~12.~2025"]],
        ["2", ["Rozpočet na rok 2026", "Zřizovatel počítá s příspěvkem 38~200~000~Kč. Energie jsou naceněny podle roku 2024, to nebude stačit."],
         ["předat zřizovateli zdůvodnění energií | Matice | 10.~11.~2025"]],
        ["3", ["Směny o svátcích", "Pečovatelská služba (§~40) pojede 24.~až 26.~prosince ve zkráceném režimu. Dvě pracovnice ještě nemají potvrzenou dovolenou."],
         ["rozepsat směny o svátcích | Pilníková | do příští porady"]],
        ["4", ["Kontroly a stížnosti", "Stížnost na hluk byla shledána důvodnou. Krajská hygiena přijde bez ohlášení."],
         ["odpovědět stěžovatelce | Šroub¦ková | 7.~11.~2025", "hlídat teploty v kuchyni | Vrták | trvale"]],
        ["5", ["Akce a vzdělávání", "Mikulášská nadílka: 5.~prosince~2025, společenský sál domova.", "Kurz bazální stimulace: 25.–27.~listopadu~2025, Olomouc.", "Loňský adventní koncert (8.~12.~2024) se opakovat nebude."], [""]],
        ["6", ["Různé", "Nový ceník úkonů platí od 1.~ledna~2026."], ["–"]],
    ], [600, 5200, 3600])
    body = [
        word.paragraph("PORADA VEDENÍ", "Nzev"),
        head,
        word.paragraph(""),
        points,
        word.paragraph(""),
        word.paragraph("Porady jsou v pondělí v 8.00. Ta, která měla být 17.~listopadu, odpadá kvůli svátku a koná se v úterý 18.~listopadu~2025. Potom se sejdeme 1.~a 15.~prosince a v novém roce 12.~ledna~2026."),
        word.paragraph("Zapsala: Yveta Pilníková" + "\t" + "Schválila: Ing.~Zuzana Šroubková"),
    ]
    word.write(HERE / "dve-tabulky.docx", body, [[("decimal", "%1.")]], "Sociální služby města Přerova, příspěvková organizace", "Z 17/2025 – vytištěno 4. 11. 2025")


pack(HERE / "projektova-porada.docx", word_minutes())
pack(HERE / "programovy-vybor.odt", odf_minutes())
two_tables()

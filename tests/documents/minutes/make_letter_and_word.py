#!/usr/bin/env python3
"""Writes the letter and the Word document of this folder; each run gives the same bytes."""
import base64
import itertools
import pathlib
import zipfile
from xml.sax.saxutils import escape

HERE = pathlib.Path(__file__).resolve().parent
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


# ---- A letter in base64 with an earlier one quoted below ----

def word(text): return "=?utf-8?b?" + base64.b64encode(text.encode("utf-8")).decode("ascii") + "?="


LETTER = """Dobrý den, přátelé,

ve středu jsme se po zimě konečně sešli naživo, a protože mě několik lidí prosilo o pár slov pro ty, kdo nemohli, tady jsou. Schůzka případové skupiny pro lidi s poraněním mozku začala ve 14 hodin a skončila před čtvrtou, hostila nás Cerebra na Kladně, Severní 2960.

Kolem stolu seděli Hynek Cimbura z nemocnice, Magdaléna Kosinová a Oldřiška Borůvková za ergoterapii, Petr Zbořil (úřad práce), Vendula Šnorbertová z Cerebry a já. Host z Prahy, Jakub Prošek z Ergo Aktivu, nám povídal o návratu do práce. Ladislav Kyncl se omluvil, že hlídá vnučku, Sylva Machálková má kovid.

Mluvili jsme o čtyřech věcech.

1. Kam po rehabilitačním ústavu
Hynek spočítal, že z Kladrub se loni na Kladensko vrátilo 37 lidí, z toho dvanáct nemělo doma nikoho. Sociálně terapeutická dílna (§ 67) je bere až po roce a denní stacionář (§ 46) neumí afázii. Vendula by zkusila sociální rehabilitaci (§ 70), potřebuje ale o jeden úvazek víc. Hynka jsem požádala, aby čísla poslal kraji, a to do 14. dubna.

2. Doprava
Sanitka vozí jen k lékaři. Magdalénu Kosinovou jsme pověřili, ať do konce dubna obvolá tři dopravce a zeptá se na cenu. Zbytek peněz z minulého roku, 18 600 Kč, můžeme dát právě na to.

3. Návrat do práce
Prošek ukázal, jak s firmou vyjednat zkrácený úvazek. Petr Zbořil slíbil, že ověří podmínky chráněného místa, a napíše nám o tom do příští schůzky. Ta bude ve středu 24. května, zase od dvou, ale v nemocnici, pavilon C.

4. Léto
Rekondiční pobyt chystáme od 26. června do 2. července v Nesuchyni, je to už čtvrtý ročník, a kdo se nepřihlásí do 15. května, ten se nevejde. Ještě předtím, v sobotu 3. června, se jde Pochod pro mozek, sraz v deset u nádraží. Setkání, které jsme chtěli mít 19. dubna v Berouně, jsme zrušili, protože se neobjednal sál.

A co zbylo od února: brožura pro příbuzné je z tiskárny, s tím jsme hotovi. Seznam logopedů, který slíbila paní Borůvková, se o kus posunul a čekáme ho 21. dubna.

Po prázdninách se vidíme 20. září.

Srdečně
Naďa

Mgr. Naděžda Ptáčníková
koordinátorka případové skupiny Kladno
e-mail: ptacnikova@mozek.example.cz

Dne po 20. 3. 2023 v 10:14 Petr Zbořil <zboril@urad.example.cz> napsal(a):
> Dobrý den, Naďo,
> na schůzku 29. 3. přijdu, jen asi o deset minut později. Prosím, dejte na program
> 1. dávky pro OZP
> 2. průkazy
> Omlouvá se naše kolegyně Tereza Vobecká.
> Úkol: doplnit seznam zaměstnavatelů, Z: Zbořil, T: 27. 3. 2023
> P. Zbořil
"""


def letter():
    head = [
        "Return-Path: <ptacnikova@mozek.example.cz>",
        "Date: Fri, 31 Mar 2023 07:52:40 +0200",
        f"From: {word('Naděžda Ptáčníková')} <ptacnikova@mozek.example.cz>",
        f"To: {word('Případová skupina Kladno')} <skupina@mozek.example.cz>",
        f"Subject: {word('Re: Případová skupina')}\n {word(' – co jsme si řekli')}",
        "Message-ID: <7d2e0f31@mozek.example.cz>",
        "In-Reply-To: <20230320101400.55A1@urad.example.cz>",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=UTF-8",
        "Content-Transfer-Encoding: base64",
    ]
    body = base64.encodebytes(LETTER.encode("utf-8")).decode("ascii")
    return "\n".join(head) + "\n\n" + body


# ---- Word: merged cells, two tracked changes, Roman numbers made by the program ----

AUTHOR = 'w:author="Projektová kancelář" w:date="2022-05-12T08:00:00Z"'
changes = itertools.count(1)


def run(text):
    return "<w:r><w:tab/></w:r>".join(f'<w:r><w:t xml:space="preserve">{escape(part)}</w:t></w:r>' if part else "" for part in text.split("\t"))


def runs(text):
    """"|" cuts a run, "{+new+}" and "{-old-}" are tracked."""
    made = ""
    while text:
        starts = [at for at in (text.find("{+"), text.find("{-"), text.find("|")) if at >= 0]
        if not starts: return made + run(text)
        at = min(starts)
        made += run(text[:at]) if at else ""
        if text[at] == "|":
            text = text[at + 1:]
            continue
        kind = text[at + 1]
        end = text.index(kind + "}", at + 2)
        inner = escape(text[at + 2:end])
        made += (f'<w:ins w:id="{next(changes)}" {AUTHOR}><w:r><w:t xml:space="preserve">{inner}</w:t></w:r></w:ins>' if kind == "+" else
                 f'<w:del w:id="{next(changes)}" {AUTHOR}><w:r><w:delText xml:space="preserve">{inner}</w:delText></w:r></w:del>')
        text = text[end + 2:]
    return made


def paragraph(text, style=None, numbering=None):
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if numbering: properties += f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{numbering}"/></w:numPr>'
    return f'<w:p>{f"<w:pPr>{properties}</w:pPr>" if properties else ""}{runs(text)}</w:p>'


def cell(content, width):
    """(text, columns) spans columns; "^" goes on with the cell above, "v " begins such a cell."""
    text, columns = content if isinstance(content, tuple) else (content, 1)
    properties = f'<w:tcW w:w="{width}" w:type="dxa"/>'
    if columns > 1: properties += f'<w:gridSpan w:val="{columns}"/>'
    if text == "^": properties, text = properties + "<w:vMerge/>", ""
    elif text.startswith("v "): properties, text = properties + '<w:vMerge w:val="restart"/>', text[2:]
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>" + "".join(paragraph(line) for line in text.split("\n")) + "</w:tc>"


def table(rows, widths):
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    body = ""
    for row in rows:
        at, made = 0, ""
        for one in row:
            columns = one[1] if isinstance(one, tuple) else 1
            made += cell(one, sum(widths[at:at + columns]))
            at += columns
        body += f"<w:tr>{made}</w:tr>"
    return f'<w:tbl><w:tblPr><w:tblStyle w:val="Mkatabulky"/><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>'


def word_minutes():
    body = [
        paragraph("Z á p i s   z e   z a s e d á n í   č.   4", "Nzev"),
        paragraph("Řídicí výbor projektu Cesta domů z ústavu"),
        table([
            ["Termín a čas", ("úterý 10. května 2022 od 12:30 do 15:10", 3)],
            ["Místo", ("Magistrát města Plzně, Škroupova 5, zasedačka č. 310", 3)],
            ["v Účast na zasedání", "HORÁČKOVÁ Ludmila, PhDr.", "předsedkyně výboru", "přítomna"],
            ["^", "KUNDRA| Michal, Ing.", "Plzeňský kraj", "přítomen"],
            ["^", "VOLFOVÁ Šárka, Mgr.", "Domov Liblín", "omluvena"],
            ["^", "SÝKORA NEDVĚD Karel, Bc.", "Diakonie Západ", "přítomen"],
            ["^", "TOLAROVÁ Iveta", "opatrovnice", "přítomna on-line"],
            ["^", "MAREŠ Bořivoj, MUDr., CSc.", "fakultní nemocnice", "omluven"],
            ["^", "ŽIŽKOVÁ Aneta, Ing.", "finanční manažerka", "přítomna"],
            ["^", "ROUBAL Jiří", "Úřad práce", "nepřítomen"],
            ["Přizván", ("DOLEJŠ Radim, Mgr., evaluátor", 3)],
        ], [1900, 3200, 2400, 1700]),
        paragraph(""),
        paragraph("Body jednání", "Nadpis1"),
        *[paragraph(item, "Odstavecseseznamem", 1) for item in ["Stav realizace a monitorovací zpráva", "Změny v rozpočtu", "Evaluace: první zjištění", "Příprava závěrečné konference", "Úkoly"]],
        paragraph("Stav realizace a monitorovací zpráva", "Nadpis2"),
        paragraph("Projekt běží devatenáctý měsíc. Z ústavu se přestěhovalo dvacet šest lidí, dalších deset čeká na kolaudaci domu v Rokycanech. Chráněné bydlení (§ 51) v Plzni-Bolevci je plné a pod|pora samostatného bydlení (§ 43) v Rokycanech začíná 1. 9. 2022. Iveta Tolarová se zeptala, co bude s těmi, jejichž opatrovníkem je obec vzdálená sto kilometrů. M. Kundra odpověděl, že kraj chystá metodiku."),
        paragraph("Monitorovací zpráva č. 6 byla podána 29. 4. 2022. Na projekt naváže žádost CZ.03.02.02/00/22_004/0000918, kterou řídicí orgán právě hodnotí; tento projekt má číslo CZ.03.2.63/0.0/0.0/|19_106/0015233."),
        paragraph("Změny v rozpočtu", "Nadpis2"),
        paragraph("A. Žižková předložila přesun 420 tis. Kč z kapitoly nábytek do osobních nákladů. Celkové výdaje 24 650 000 Kč se nemění. Výbor přesun schválil (4 pro, 0 proti, 1 zdržel se)."),
        paragraph("Evaluace: první zjištění", "Nadpis2"),
        paragraph("R. Dolejš mluvil s devatenácti obyvateli a osmi příbuznými. Nejčastěji zaznělo, že si lidé sami nakupují. Osm z nich by si přálo jiného spolubydlícího a týká se to především domu, do kterého se stěhovali všichni najednou. Krizové situace řešila třikrát krizová pomoc (§ 60), intervenční centrum (§ 60a) ani jednou. Zprávu dostanou členové do konce června."),
        paragraph("Příprava závěrečné konference", "Nadpis2"),
        paragraph("Závěrečná konference projektu bude v Plzni v Měšťanské besedě {-15.–16. září-}{+22.–23. září+} 2022. Výjezdní workshop pro opatrovníky se uskuteční 31. května až 1. června 2022 v Konstantinových Lázních. Fotografická výstava se kvůli nemoci autora odkládá na neurčito. Karel Sýkora Nedvěd předběžně oslovil čtyři řečníky, z toho dva, kteří v ústavu sami žili."),
        paragraph("Úkoly", "Nadpis2"),
        table([
            ["Vykoná", "Číslo", "Popis úkolu", "Lhůta"],
            [("Z minulých zasedání", 4)],
            ["ŽIŽKOVÁ A.", "2/4", "Archivovat výkazy za rok 2021", "splněno"],
            ["VOLFOVÁ Š.", "3/1", "Dokončit smlouvy o nájmu v Rokycanech", "prodlouženo do 30. 6. 2022"],
            ["KUNDRA M.", "3/3", "Předložit metodiku pro opatrovníky", "trvá, konec srpna"],
            [("Nově uložené", 4)],
            ["SÝKORA NEDVĚD K.", "4/1", "Sestavit program závěrečné konference", "{-17. 6.-}{+24. 6.+} 2022"],
            ["HORÁČKOVÁ L.\nTOLAROVÁ I.", "4/2", "Pozvat opatrovníky na workshop", "20. května"],
            ["ŽIŽKOVÁ A.", "4/3", "Poslat řídicímu orgánu žádost o změnu", "do příštího zasedání"],
            ["DOLEJŠ R.", "4/4", "Rozeslat zprávu z evaluace", "do konce června"],
        ], [2000, 900, 4300, 2000]),
        paragraph(""),
        paragraph("Nadcházející zasedání řídicího výboru:\t14. 6. 2022 v 12:30\t6. 9. 2022 v 12:30\t8. 11. 2022 v 10:00 (poslední)"),
        paragraph("Zasedání plánované na 12. 7. 2022 se ruší."),
        paragraph("Zapsala A. Žižková 12. 5. 2022"),
    ]
    section = '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1417" w:bottom="1417" w:left="1417" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>'
    names = f'xmlns:w="{WORD}" xmlns:r="{RELATIONS}"'
    styles = [("Normln", "Normal"), ("Nzev", "Title"), ("Nadpis1", "heading 1"), ("Nadpis2", "heading 2"), ("Odstavecseseznamem", "List Paragraph")]
    types = [("document", "document.main"), ("styles", "styles"), ("numbering", "numbering"), ("header1", "header")]
    return [
        ("[Content_Types].xml", DECLARATION + f'<Types xmlns="{PACKAGE}content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>' + "".join(
            f'<Override PartName="/word/{part}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"/>' for part, kind in types) + "</Types>"),
        ("_rels/.rels", DECLARATION + f'<Relationships xmlns="{PACKAGE}relationships"><Relationship Id="rId1" Type="{RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>'),
        ("word/_rels/document.xml.rels", DECLARATION + f'<Relationships xmlns="{PACKAGE}relationships">' + "".join(
            f'<Relationship Id="rId{number}" Type="{RELATIONS}/{kind}" Target="{target}.xml"/>' for number, kind, target in
            [(1, "styles", "styles"), (2, "numbering", "numbering"), (3, "header", "header1")]) + "</Relationships>"),
        ("word/document.xml", DECLARATION + f'<w:document {names}><w:body>{"".join(body)}{section}</w:body></w:document>'),
        ("word/styles.xml", DECLARATION + f'<w:styles {names}>' + "".join(
            f'<w:style w:type="paragraph" w:styleId="{identifier}"><w:name w:val="{name}"/></w:style>' for identifier, name in styles) +
         '<w:style w:type="table" w:styleId="Mkatabulky"><w:name w:val="Table Grid"/></w:style></w:styles>'),
        ("word/numbering.xml", DECLARATION + f'<w:numbering {names}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'),
        ("word/header1.xml", DECLARATION + f'<w:hdr {names}>{paragraph("Cesta domů z ústavu | CZ.03.2.63/0.0/0.0/19_106/0015233".replace(" | ", " – "))}</w:hdr>'),
    ]


def pack(file, parts):
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in parts:
            entry = zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0))
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content.encode("utf-8"))


(HERE / "po-schuzce-v-base64.eml").write_text(letter(), encoding="ascii")
pack(HERE / "ridici-vybor-projektu.docx", word_minutes())

"""Writes small Word documents for the tests: the same bytes every time, with runs split as Word splits them."""
import zipfile
from xml.sax.saxutils import escape

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' \
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def runs(text, bold=False):
    """'¦' splits the run in mid-word, a tab and a newline become <w:tab/> and <w:br/>, '~' is a non-breaking space."""
    properties = "<w:rPr><w:b/></w:rPr>" if bold else ""
    written = []
    for piece in text.replace("~", "\u00a0").split("¦"):
        inside = f'<w:t xml:space="preserve">{escape(piece)}</w:t>'
        inside = inside.replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
        inside = inside.replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
        written.append(f"<w:r>{properties}{inside}</w:r>")
    return '<w:proofErr w:type="spellStart"/>'.join(written)


def removed(text):
    return f'<w:del w:id="1" w:author="Autor" w:date="2024-02-01T08:00:00Z"><w:r><w:delText xml:space="preserve">{escape(text)}</w:delText></w:r></w:del>'


def inserted(text):
    return f'<w:ins w:id="2" w:author="Autor" w:date="2024-02-01T08:00:00Z">{runs(text)}</w:ins>'


def paragraph(text="", style=None, number=None, bold=False):
    """number is (list, level): Word counts, the text has no digits. A text that starts with '<' is ready-made runs."""
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if number: properties += f'<w:numPr><w:ilvl w:val="{number[1]}"/><w:numId w:val="{number[0]}"/></w:numPr>'
    inside = text if text.startswith("<w:") else runs(text, bold)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def table(rows, widths):
    """A cell is a text, or a list of texts for several paragraphs; a row of one cell spans the whole table."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    written = []
    for row in rows:
        cells = []
        for width, cell in zip(widths, row):
            span = f'<w:gridSpan w:val="{len(widths)}"/>' if len(row) == 1 else ""
            texts = [cell] if isinstance(cell, str) else cell
            inside = "".join(paragraph(text) for text in texts)
            cells.append(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}</w:tcPr>{inside}</w:tc>')
        written.append(f"<w:tr>{''.join(cells)}</w:tr>")
    return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(written)}</w:tbl>'


def numbering(lists):
    """lists: for each list its levels as (format, text), e.g. ("decimal", "%1.%2")."""
    kinds = "".join(
        f'<w:abstractNum w:abstractNumId="{place}"><w:multiLevelType w:val="multilevel"/>' + "".join(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{mark}"/></w:lvl>'
            for level, (kind, mark) in enumerate(levels)) + "</w:abstractNum>"
        for place, levels in enumerate(lists))
    used = "".join(f'<w:num w:numId="{place + 1}"><w:abstractNumId w:val="{place}"/></w:num>' for place in range(len(lists)))
    return f"{HEAD}<w:numbering {W}>{kinds}{used}</w:numbering>"


def write(path, body, lists, header, footer):
    styles = "".join(f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
                     for key, name in [("Normln", "Normal"), ("Nzev", "Title"), ("Nadpis1", "heading 1")])
    section = '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:footerReference w:type="default" r:id="rId4"/></w:sectPr>'
    parts = {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>' + "".join(
            f'<Override PartName="/word/{name}.xml" ContentType="{OFFICE}.{kind}+xml"/>' for name, kind in [
                ("document", "document.main"), ("styles", "styles"), ("numbering", "numbering"),
                ("header1", "header"), ("footer1", "footer")]) + "</Types>",
        "_rels/.rels": f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="rId1" Type="{RELS}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"{HEAD}<w:document {W}><w:body>{''.join(body)}{section}</w:body></w:document>",
        "word/_rels/document.xml.rels": f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' + "".join(
            f'<Relationship Id="rId{place}" Type="{RELS}/{kind}" Target="{target}.xml"/>' for place, (kind, target) in enumerate(
                [("styles", "styles"), ("numbering", "numbering"), ("header", "header1"), ("footer", "footer1")], 1)) + "</Relationships>",
        "word/styles.xml": f"{HEAD}<w:styles {W}>{styles}</w:styles>",
        "word/numbering.xml": numbering(lists),
        "word/header1.xml": f"{HEAD}<w:hdr {W}>{paragraph(header)}</w:hdr>",
        "word/footer1.xml": f"{HEAD}<w:ftr {W}>{paragraph(footer)}</w:ftr>",
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0))
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            archive.writestr(entry, text.encode("utf-8"))

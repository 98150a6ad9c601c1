#!/usr/bin/env python3
"""Reads XLSX and ODS with nothing but the standard library, as a program that never heard of ours; prints what it found.

    tests/binary/sheets.py FILE        JSON: title, language, widths, frozen rows, filter, rows of cells
    tests/binary/sheets.py --count FILE  the number of rows only

A cell is null, text, {"number": …}, {"date": "…"}, {"link": "…", "text": "…"} or {"formula": "…"}.  Every part is parsed
as XML, whatever stands in it; the archive's checksums are tested.
"""
import datetime
import json
import sys
import xml.etree.ElementTree as tree
import zipfile

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
P = "{http://schemas.openxmlformats.org/package/2006/relationships}"
T = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
O = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
X = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
F = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
C = "{urn:oasis:names:tc:opendocument:xmlns:config:1.0}"
DC = "{http://purl.org/dc/elements/1.1/}"
DATE_FORMATS = {"2", "3"}    # the places of the styles of days and moments


def fail(sentence): sys.exit(f"sheets.py: {sentence}")


def opened(path):
    """The parts, each parsed."""
    archive = zipfile.ZipFile(path)
    if broken := archive.testzip(): fail(f"{broken} is damaged")
    parts = {}
    for name in archive.namelist():
        bytes_ = archive.read(name)
        parts[name] = bytes_.decode() if name == "mimetype" else tree.fromstring(bytes_)
    return archive, parts


def column_of(reference):
    number = 0
    for letter in reference.rstrip("0123456789"): number = number * 26 + ord(letter) - 64
    return number - 1


def decoded(text):
    """_x000D_ as Excel reads it."""
    import re
    return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda code: chr(int(code[1], 16)), text)


def xlsx(parts):
    types = parts["[Content_Types].xml"]
    for one in types:
        if "PartName" in one.attrib and one.attrib["PartName"].lstrip("/") not in parts: fail(f"{one.attrib['PartName']} is missing")
    sheet, book = parts["xl/worksheets/sheet1.xml"], parts["xl/workbook.xml"]
    links = {}
    if (targets := parts.get("xl/worksheets/_rels/sheet1.xml.rels")) is not None:
        by_id = {one.attrib["Id"]: one.attrib["Target"] for one in targets}
        links = {one.attrib["ref"]: by_id[one.attrib[R + "id"]] for one in sheet.iter(S + "hyperlink")}
    rows = []
    for number, row in enumerate(sheet.iter(S + "row"), 1):
        if row.attrib["r"] != str(number): fail(f"row {number} says it is {row.attrib['r']}")
        cells = []
        for cell in row:
            at = column_of(cell.attrib["r"])
            cells += [None] * (at - len(cells))
            if cell.find(S + "f") is not None: value = {"formula": cell.find(S + "f").text}
            elif cell.attrib.get("t") == "inlineStr":
                value = decoded("".join(cell.find(S + "is").itertext()))
                if cell.attrib["r"] in links: value = {"link": links[cell.attrib["r"]], "text": value}
            elif cell.attrib.get("s") in DATE_FORMATS:
                day = datetime.datetime(1899, 12, 30) + datetime.timedelta(days=float(cell.find(S + "v").text))
                day += datetime.timedelta(seconds=30)    # what is lost below a minute
                value = {"date": day.strftime("%Y-%m-%d" if cell.attrib["s"] == "2" else "%Y-%m-%dT%H:%M")}
            else: value = {"number": cell.find(S + "v").text}
            cells.append(value)
        rows.append(cells)
    bold = parts["xl/styles.xml"].find(S + "fonts")[1].find(S + "b") is not None
    first = next(iter(sheet.iter(S + "row")), [])
    return {"title": parts["docProps/core.xml"].findtext(DC + "title"), "language": parts["docProps/core.xml"].findtext(DC + "language"),
            "sheet": book.find(S + "sheets")[0].attrib["name"], "widths": [float(one.attrib["width"]) for one in sheet.iter(S + "col")],
            "frozen": int(sheet.find(f".//{S}pane").attrib["ySplit"]), "filter": sheet.find(S + "autoFilter").attrib["ref"],
            "heading_bold": bold and all(cell.attrib.get("s") == "1" for cell in first), "rows": rows}


def ods_text(cell):
    def inside(element):
        text = element.text or ""
        for child in element:
            if child.tag == X + "s": text += " " * int(child.attrib.get(X + "c", "1"))
            elif child.tag == X + "tab": text += "\t"
            else: text += inside(child)
            text += child.tail or ""
        return text
    return "\n".join(inside(paragraph) for paragraph in cell.findall(X + "p"))


def ods(archive, parts):
    first = archive.infolist()[0]
    if first.filename != "mimetype" or first.compress_type != zipfile.ZIP_STORED or first.extra or first.flag_bits & 8: fail("mimetype is not as it must be")
    for one in parts["META-INF/manifest.xml"]:
        path = next(value for name, value in one.attrib.items() if name.endswith("full-path"))
        if path != "/" and path not in parts: fail(f"{path} is missing")
    content = parts["content.xml"]
    table, rows = content.find(f".//{T}table"), []
    for row in table.iter(T + "table-row"):
        cells = []
        for cell in row:
            kind = cell.attrib.get(O + "value-type")
            if T + "formula" in cell.attrib: cells.append({"formula": cell.attrib[T + "formula"]})
            elif kind is None: cells.append(None)
            elif kind == "float": cells.append({"number": cell.attrib[O + "value"]})
            elif kind == "date": cells.append({"date": cell.attrib[O + "date-value"][:16]})
            else:
                link = cell.find(f".//{X}a")
                text = ods_text(cell)
                cells.append(text if link is None else {"link": link.attrib["{http://www.w3.org/1999/xlink}href"], "text": text})
        while cells and cells[-1] is None: cells.pop()
        rows.append(cells)
    widths = [float(value[:-2]) for one in content.iter() for name, value in one.attrib.items() if name.endswith("column-width")]
    frozen = [one.text for one in parts["settings.xml"].iter(C + "config-item") if one.attrib[C + "name"] == "VerticalSplitPosition"]
    language = next(value for one in parts["styles.xml"].iter() for name, value in one.attrib.items() if name == F + "language")
    weight = [value for one in content.iter() for name, value in one.attrib.items() if name == F + "font-weight"]
    return {"title": parts["meta.xml"].findtext(f".//{DC}title"), "language": language, "sheet": table.attrib[T + "name"], "widths": widths,
            "frozen": int(frozen[0]), "filter": content.find(f".//{T}database-range").attrib[T + "target-range-address"],
            "heading_bold": weight == ["bold"], "rows": rows}


def read(path):
    archive, parts = opened(path)
    return ods(archive, parts) if "mimetype" in parts else xlsx(parts)


if __name__ == "__main__":
    told = read(sys.argv[-1])
    print(len(told["rows"]) if sys.argv[1] == "--count" else json.dumps(told, ensure_ascii=False))

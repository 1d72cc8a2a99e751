#!/usr/bin/env python3
"""openpyxl reads the exported workbook and finds the acts of `acts`, with real dates, numbers and links.

Usage: workbook.py path/to/bilateral

Covers the built-in dossier and a hostile one whose names and words look like formulas or markup.

The exit code is 1 if a check fails.
"""

import csv
import io
import subprocess
import sys
import tempfile
from datetime import datetime
from pathlib import Path

import openpyxl

from verdict import Verdict

SHEETS = ["Acts", "Meetings", "People and posts", "Figures", "Sources", "Codes"]
FORMULA = "=HYPERLINK(\"http://evil.example\")"


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    program = str(Path(sys.argv[1]).resolve())
    say = Verdict()
    with tempfile.TemporaryDirectory() as folder:
        run = lambda *arguments: subprocess.run(
            [program, *arguments], cwd=folder, check=True, capture_output=True
        ).stdout
        run("export", "-o", "built-in.xlsx")
        acts = list(csv.DictReader(io.StringIO(run("acts", "--format", "csv").decode())))
        check(say, "built-in", Path(folder, "built-in.xlsx"), acts, "Belarus and Kaliningrad Oblast, 2005–2025")

        hostile(Path(folder, "hostile"))
        run("-C", "hostile", "export", "-o", "hostile.xlsx")
        acts = list(csv.DictReader(io.StringIO(run("-C", "hostile", "acts", "--format", "csv").decode())))
        check(say, "hostile", Path(folder, "hostile.xlsx"), acts, "Hostile")
        book = openpyxl.load_workbook(Path(folder, "hostile.xlsx"))
        texts = [cell for cell in cells(book) if FORMULA in str(cell.value)]
        say("hostile: the text of a formula is there, as text", [] if texts else [FORMULA])
    sys.exit(bool(say.failures))


def check(say, name, path, acts, title):
    book = openpyxl.load_workbook(path)
    say(f"{name}: sheets", [] if book.sheetnames == SHEETS else [book.sheetnames])
    say(f"{name}: frozen headers and filters", [
        sheet.title for sheet in book if sheet.freeze_panes != "A2" or not sheet.auto_filter.ref
    ])
    say(f"{name}: no formula", [cell.coordinate for cell in cells(book) if cell.data_type == "f"])
    rows = list(book["Acts"].iter_rows(min_row=2))
    head = [cell.value for cell in book["Acts"][1]]
    column = lambda row, title: row[head.index(title)]
    say(f"{name}: every act once", sorted(
        {act["act"].rpartition("/")[2] for act in acts}
        ^ {column(row, "Act").value.partition(":")[2] for row in rows}
    ) or ([] if len(rows) == len(acts) else [len(rows)]))
    days = [cell for cell in cells(book) if is_day(cell)]
    say(f"{name}: days are dates", [
        cell.value for cell in days if cell.value is not None and not isinstance(cell.value, datetime)
    ])
    say(f"{name}: other columns have no dates", [
        (cell.parent.title, cell.coordinate) for cell in cells(book)
        if isinstance(cell.value, datetime) and not is_day(cell)
    ])
    say(f"{name}: printed landscape, one page wide, with headers and the first columns", [
        sheet.title for sheet in book
        if sheet.page_setup.orientation != "landscape" or not sheet.sheet_properties.pageSetUpPr.fitToPage
        or sheet.page_setup.fitToWidth not in (None, 1) or sheet.page_setup.fitToHeight != 0
        or sheet.print_title_rows != "$1:$1" or not sheet.print_area
    ])
    printed = book["Acts"][book["Acts"].print_area.rpartition("!")[2].replace("$", "")]
    say(f"{name}: eleven columns of acts are printed", [] if len(printed[0]) == 11 else [len(printed[0])])
    say(f"{name}: creator and title", [] if (book.properties.creator, book.properties.title) == ("bilateral", title)
        else [book.properties.creator, book.properties.title])
    # The workbook, which people read, shows a character that would turn the text around.
    shown = lambda quote: " ".join(quote.split()).replace("\N{RIGHT-TO-LEFT OVERRIDE}", "<U+202E>")
    quotes = {shown(act["quote"]) for act in acts if act["quote"]}
    linked = [column(row, "Quote") for row in rows if column(row, "Quote").value]
    say(f"{name}: quotes are those of the acts", sorted(quotes ^ {cell.value for cell in linked}))
    say(f"{name}: quotes link to the words", [
        cell.value for cell in linked if not cell.hyperlink or ":~:text=" not in link(cell.hyperlink)
    ])
    figures = list(book["Figures"].iter_rows(min_row=2, values_only=True))
    titles = [cell.value for cell in book["Figures"][1]]
    amounts = [titles.index(title) for title in ("Value", "At least", "At most")]
    values = [row[at] for row in figures for at in amounts if row[at] is not None]
    undated = [(row[0], row[titles.index("First day")] is None) for row in figures]
    say(f"{name}: figures without a period are last in their measure", [] if undated == sorted(undated) else undated)
    codes = list(book["Codes"].iter_rows(min_row=2, max_col=1, values_only=True))
    say(f"{name}: every code has a scheme", [row for row in codes if row[0] is None])
    say(f"{name}: values are numbers", [value for value in values if not isinstance(value, int | float)])


def link(hyperlink):
    return f"{hyperlink.target or ''}#{hyperlink.location or ''}"


def is_day(cell):
    title = cell.parent.cell(1, cell.column).value
    days = ("First day", "Last day", "Read on", "Last named at a meeting")
    return cell.row > 1 and (title in days or title.endswith(("(first day)", "(last day)")))


def cells(book):
    return (cell for sheet in book for row in sheet.iter_rows() for cell in row)


def hostile(folder):
    """A dossier whose names and words try to be formulas and markup."""
    readout = folder / "data" / "2020-01-01-meeting"
    readout.mkdir(parents=True)
    (folder / "data" / "dossier.toml").write_text('title = "Hostile"\nsides = ["left", "right"]\n')
    (folder / "data" / "actors.ttl").write_text(f"""\
@prefix bil: <https://w3id.org/bilateral/ontology#> .
@prefix id: <https://w3id.org/bilateral/id/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
id:left a bil:State ; rdfs:label '{FORMULA}'@en .
id:right a bil:State ; rdfs:label "<b>&amp;]]></b>"@en .
""")
    words = f"{FORMULA} said the left.\n@SUM(1+1) \N{RIGHT-TO-LEFT OVERRIDE}evil & <t> said the left."
    (readout / "readout.txt").write_text(words)
    (readout / "facts.toml").write_text(f"""\
[document]
source = "https://a.example/text"
issued_by = "left"

[[event]]
date = 2020-01-01

[[act]]
kind = "Offer"
gist = "The left offers a link"
quote = '{FORMULA} said the left'

[[act]]
kind = "Assurance"
gist = "The left assures"
quote = "@SUM(1+1) \N{RIGHT-TO-LEFT OVERRIDE}evil & <t> said the left"
""")


main()

#!/usr/bin/env python3
"""sarif-pydantic reads the SARIF of `check` and finds the same as in JSON.

Usage: findings.py path/to/bilateral

Covers the built-in dossier with its notes, every dossier in tests/dossiers, and an export with edited words, dates and
names. The exit code is 1 if a check fails.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import unquote

from sarif_pydantic import Sarif

from verdict import Verdict

ROOT = Path(__file__).resolve().parents[2]
LEVELS = {"error": "error", "warn": "warning", "info": "note"}
# Edits of an export, and the code of the finding for each.
EDITS = [
    ('oa:exact "We can', 'oa:exact "We could', "evidence-differs"),
    ('"2017-11-13"^^xsd:date', '"2017-02-30"^^xsd:date', "bad-literal"),
    ("bil:sector sector:construction", "bil:secotr sector:construction", "unknown-term"),
    ("bil:to id:kaliningrad-oblast", "bil:to id:kaliningrad-oblats", "undefined-name"),
]


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    program = str(Path(sys.argv[1]).resolve())
    say = Verdict()
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        say("the built-in dossier: SARIF and JSON agree", compare(program, folder, []))
        for path in sorted(ROOT.glob("tests/dossiers/*/data/dossier.toml")):
            dossier = path.parents[1]
            say(f"{dossier.name}: SARIF and JSON agree", compare(program, folder, [str(dossier)]))
        edited(program, folder)
        say("an export edited by hand: SARIF and JSON agree", compare(program, folder, ["edited.ttl"]))
        codes = {finding["code"] for finding in findings(program, folder, ["edited.ttl"])}
        say("every edit has a finding", sorted({code for _, _, code in EDITS} - codes))
    sys.exit(1 if say.failures else 0)


def check(program, folder, arguments, form):
    command = [program, "check", *arguments, "--show", "info", "--format", form]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False).stdout


def findings(program, folder, arguments):
    return json.loads(check(program, folder, arguments, "json"))


def edited(program, folder):
    command = [program, "export"]
    text = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True).stdout
    for old, new, _ in EDITS:
        assert old in text, f"{old} is not in the export"
        text = text.replace(old, new, 1)
    (folder / "edited.ttl").write_text(text, encoding="utf-8")


def compare(program, folder, arguments):
    """The differences between the two; the regions must be inside the files."""
    expected = findings(program, folder, arguments)
    log = Sarif.model_validate_json(check(program, folder, arguments, "sarif"))
    (run,) = log.runs
    rules = [rule.id for rule in run.tool.driver.rules or []]
    wrong = [] if log.version == "2.1.0" else [f"version {log.version}"]
    if len(run.results or []) != len(expected):
        wrong.append(f"{len(run.results or [])} results, {len(expected)} findings")
    for result, finding in zip(run.results or [], expected):
        if (result.rule_id, result.level.value) != (finding["code"], LEVELS[finding["severity"]]):
            wrong.append(f"{result.rule_id} {result.level}, but JSON has {finding}")
        if rules[result.rule_index] != result.rule_id:
            wrong.append(f"{result.rule_id} has the index of {rules[result.rule_index]}")
        wrong += place(result, finding, folder)
    return wrong


def place(result, finding, folder):
    if not result.locations:
        return [] if finding["file"] is None else [f"no location: {finding}"]
    physical = result.locations[0].physical_location
    file, region = unquote(physical.artifact_location.uri), physical.region
    if file != finding["file"]:
        return [f"{file}, but JSON has {finding['file']}"]
    if region is None:
        return [] if "startLine" not in finding else [f"no region: {finding}"]
    told = (region.start_line, region.start_column, region.end_line, region.end_column)
    if told != tuple(finding[key] for key in ("startLine", "startColumn", "endLine", "endColumn")):
        return [f"{told}, but JSON has {finding}"]
    # The files of the built-in dossier are in this repository.
    candidates = [path for path in (folder / file, ROOT / file) if path.is_file()]
    if not candidates:
        return [f"no file {file}"]
    lines = candidates[0].read_text(encoding="utf-8").split("\n")
    inside = region.end_line <= len(lines) and region.end_column <= len(lines[region.end_line - 1]) + 1
    return [] if inside else [f"{told} is outside {file}"]


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""The comparison for `check`: rdflib reads an export, and pySHACL validates it with ontology/shapes.ttl.

Usage: shacl.py export.ttl
"""

import sys
from pathlib import Path

from pyshacl import validate
from rdflib import Graph

ROOT = Path(__file__).resolve().parents[1]

conforms, _, text = validate(Graph().parse(sys.argv[1]), shacl_graph=Graph().parse(ROOT / "ontology/shapes.ttl"))
if not conforms:
    sys.exit(text)

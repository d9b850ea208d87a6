#!/usr/bin/env python3
"""The figures of docs/models show what the program says today, and each stands on its model's page.

    check_figures.py SOURCE_FOLDER SISE

Prints every offence and exits with 1 when there is one. Remedy: build the target docs_figures.
"""
import subprocess
import sys
import tempfile
from pathlib import Path


def offences(kept, drawn, pages):
    """Yields what is wrong with the figures kept in one folder, given those drawn anew in another."""
    for figure in sorted(drawn.glob("*.svg")):
        old = kept / figure.name
        if not old.exists():
            yield f"{figure.name}: not kept"
        elif old.read_bytes() != figure.read_bytes():
            yield f"{figure.name}: the program answers otherwise today"
        page = pages / f"{figure.stem}.md"
        if not page.exists() or f"(../figures/{figure.name})" not in page.read_text(encoding="utf-8"):
            yield f"{figure.name}: not shown on {page.name}"
    for figure in sorted(kept.glob("*.svg")):
        if not (drawn / figure.name).exists():
            yield f"{figure.name}: nobody draws it"


def main(folder, sise):
    with tempfile.TemporaryDirectory() as drawn:
        subprocess.run([sys.executable, str(folder / "docs" / "figures" / "draw.py"), sise, drawn], check=True)
        found = list(offences(folder / "docs" / "figures", Path(drawn), folder / "docs" / "models"))
    for line in found:
        print(f"{line}; build the target docs_figures")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2]))

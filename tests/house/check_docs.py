#!/usr/bin/env python3
"""Pages keep their promises: relative links lead somewhere, every page can be found from docs/index.md, and every Debian
package of ./dev has its reason written down.

    check_docs.py SOURCE_FOLDER

Prints every offending line and exits with 1 when there is one.
"""
import re
import sys
from pathlib import Path

LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)(?:\s+\"[^\"]*\")?\)")
FENCE = re.compile(r"^\s*(```|~~~)")


def anchors(text):
    """The anchors that a page's headings make, as GitHub forms them."""
    found = set()
    for line in text.splitlines():
        heading = re.match(r"^#+\s+(.*)", line)
        if heading:
            words = re.sub(r"[^\w\- ]", "", heading.group(1).strip().lower())
            found.add(words.replace(" ", "-"))
    return found


def broken_links(page):
    """Yields (line number, why) for the links of one Markdown page."""
    in_code = False
    for number, line in enumerate(page.read_text(encoding="utf-8").splitlines(), 1):
        if FENCE.match(line):
            in_code = not in_code
        if in_code:
            continue
        for link in LINK.findall(re.sub(r"`[^`]*`", "", line)):
            if re.match(r"[a-z][a-z0-9+.-]*:", link):
                continue
            name, _, anchor = link.partition("#")
            target = (page.parent / name) if name else page
            if not target.exists():
                yield number, f"link to '{name}', which does not exist"
            elif anchor and target.suffix == ".md" and anchor not in anchors(target.read_text(encoding="utf-8")):
                yield number, f"link to '{link}': no such heading"


def undocumented_packages(folder):
    """Debian packages named in ./dev that docs/dependencies.md does not explain."""
    script = (folder / "dev").read_text(encoding="utf-8")
    lists = re.findall(r"^\w+_packages=\(([^)]*)\)", script, re.MULTILINE)
    packages = " ".join(lists).split()
    assert packages, "the package lists of ./dev have changed their form"
    page = (folder / "docs" / "dependencies.md").read_text(encoding="utf-8")
    return [package for package in packages if f"`{package}`" not in page]


def lost_pages(folder):
    """Pages below docs/ that docs/index.md links neither by name nor by their folder."""
    index = folder / "docs" / "index.md"
    linked = {(index.parent / link.partition("#")[0]).resolve() for link in LINK.findall(index.read_text(encoding="utf-8"))}
    for page in sorted((folder / "docs").rglob("*.md")):
        if page != index and page.resolve() not in linked and not linked & set(page.resolve().parents):
            yield page.relative_to(folder)


def pages(folder):
    for page in sorted(folder.rglob("*.md")):
        if not re.match(r"(build|out)(-|/)|\.", page.relative_to(folder).as_posix()):
            yield page


def main(folder):
    found = 0
    for page in pages(folder):
        for number, why in broken_links(page):
            print(f"{page.relative_to(folder)}:{number}: {why}")
            found += 1
    for page in lost_pages(folder):
        print(f"{page}: not linked from docs/index.md")
        found += 1
    for package in undocumented_packages(folder):
        print(f"docs/dependencies.md: says nothing of the package `{package}` that ./dev installs")
        found += 1
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))

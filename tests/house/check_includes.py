#!/usr/bin/env python3
"""Includes run one way, models <- core <- gis_io <- app and inside a layer from folder to folder, and each outside library
stays behind its wall.

    check_includes.py SOURCE_FOLDER

Prints every offending line and exits with 1 when there is one.
"""
import re
import sys
from pathlib import Path

LAYERS = ["models", "core", "gis_io", "app"]

# Inside a layer a folder includes only folders that stand before it. docs/architecture.md tells what they are for.
FOLDERS = {
    "models": """base numeric atmosphere substances release dispersion explosion fire harm catalogue""".split(),
    "core": """grid geometry criteria study accidents effects kernels risk zones rating decision runs""".split(),
    "gis_io": """environment gdal projection read/text read/config read/layers read/packs read/tables read/rasters read/register read/context read/cases
        read/project write/text write/provenance write/vectors write/rasters write/styles write/pictures
        write/tables write/office write/results write/cases write/pages write/sheets products""".split(),
}

# (what is included, where it may be, how the rule reads)
WALLS = [
    (r"(gdal|ogr|cpl_|vrt|proj)[\w/]*\.h", r"gis_io/.*\.cpp", "GDAL, OGR and PROJ only in .cpp files of gis_io"),
    (r"geos[\w/]*\.h|geos/.*", r"core/geometry/.*\.cpp", "GEOS only in .cpp files of core/geometry"),
    (r"(cairo|pango/|fontconfig/)[\w/-]*\.h", r"gis_io/write/pictures/.*\.cpp", "Cairo, Pango and Fontconfig only in .cpp files of gis_io/write/pictures"),
    (r"omp\.h", r"core/grid/.*\.cpp", "OpenMP only in .cpp files of core/grid"),
    (r"nlohmann/.*|toml\+\+/.*", r"(gis_io|app)/.*\.cpp", "JSON and TOML libraries only in .cpp files of gis_io and app"),
    (r"CLI/.*", r"app/.*", "the command line library only in app"),
]
INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]')


def folder_of(path):
    """The place of a file in the order of its layer: "grid", "read/layers", or the name of a file that stands alone."""
    parts = path.parts[1:]
    if len(parts) == 1:
        return parts[0].split(".")[0]
    if len(parts) > 2 and parts[0] in ("read", "write"):
        return "/".join(parts[:2])
    return parts[0]


def wrong_folder(path, included):
    """Why the file may not include the other one of its layer; None: it may."""
    layer = path.parts[0]
    order = FOLDERS.get(layer)
    if order is None or included.parts[0] != layer or len(included.parts) < 2:
        return None
    mine, theirs = folder_of(path), folder_of(included)
    for folder in (mine, theirs):
        if folder not in order:
            return f"{layer}/{folder} has no place in the order of folders (tests/house/check_includes.py)"
    if order.index(theirs) > order.index(mine):
        return f"{layer}/{mine} may not include {layer}/{theirs}: {' <- '.join(order)}"
    return None


def offences(path, text):
    """Yields (line number, why) for the file `path`, relative to the source folder."""
    layer = path.parts[0]
    if path.suffix == ".hpp" and not path.stem.endswith("-inl") and "#pragma once" not in text.splitlines():
        yield 1, "a header begins with #pragma once"
    for number, line in enumerate(text.splitlines(), 1):
        if re.match(r"^\s*#\s*pragma\s+omp\b", line) and not re.fullmatch(r"core/grid/.*\.cpp", path.as_posix()):
            yield number, "OpenMP only in .cpp files of core/grid"
        match = INCLUDE.match(line)
        if not match:
            continue
        included = match.group(1)
        target = included.split("/")[0]
        if target in LAYERS and LAYERS.index(target) > LAYERS.index(layer):
            yield number, f"{layer} may not include {target}: {' <- '.join(LAYERS)}"
        why = wrong_folder(path, Path(included))
        if why:
            yield number, why
        for pattern, place, rule in WALLS:
            if re.fullmatch(pattern, included) and not re.fullmatch(place, path.as_posix()):
                yield number, f"<{included}>: {rule}"
        if included.startswith(".."):
            yield number, f'"{included}": includes are written from the top folder'


def main(folder):
    found = 0
    for layer in LAYERS:
        for path in sorted((folder / layer).rglob("*.[ch]pp")):
            relative = path.relative_to(folder)
            for number, why in offences(relative, path.read_text(encoding="utf-8")):
                print(f"{relative}:{number}: {why}")
                found += 1
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))

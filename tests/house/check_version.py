#!/usr/bin/env python3
"""The version is said once, and the changelog agrees with it.

    check_version.py SOURCE_FOLDER [PROGRAM]

The newest part of CHANGELOG.md is [Unreleased], or the version of CMakeLists.txt; no released part is newer than that; the
program, where it is given, says the same. Prints every fault and exits with 1 when there is one.
"""
import re
import subprocess
import sys
from pathlib import Path


def numbers(version):
    return tuple(int(part) for part in version.split("."))


def faults(cmake, changelog, said):
    """Yields what does not fit, of three texts; `said` is None where no program is asked."""
    found = re.search(r"^project\(sise VERSION (\d+\.\d+\.\d+)\b", cmake, re.MULTILINE)
    if not found:
        yield "CMakeLists.txt: no project(sise VERSION major.minor.patch ...)"
        return
    version = found.group(1)
    parts = re.findall(r"^## \[([^\]]+)\]", changelog, re.MULTILINE)
    released = [part for part in parts if part != "Unreleased"]
    if not parts:
        yield "CHANGELOG.md: no part"
    elif parts[0] not in ("Unreleased", version):
        yield f"CHANGELOG.md: the newest part is {parts[0]}, the version in CMakeLists.txt {version}"
    for part in released:
        if not re.fullmatch(r"\d+\.\d+\.\d+", part):
            yield f"CHANGELOG.md: '{part}' is no version"
        elif numbers(part) > numbers(version):
            yield f"CHANGELOG.md: {part} is newer than {version} in CMakeLists.txt"
    if said is not None and said != f"sise {version}":
        yield f"the program says '{said}', CMakeLists.txt {version}"


def main(folder, program=None):
    said = None
    if program:
        said = subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout.strip()
    found = list(faults((folder / "CMakeLists.txt").read_text(encoding="utf-8"),
                        (folder / "CHANGELOG.md").read_text(encoding="utf-8"), said))
    print("\n".join(found), end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), *sys.argv[2:]))

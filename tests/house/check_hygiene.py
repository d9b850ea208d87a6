#!/usr/bin/env python3
"""No committed text carries paths of the machine it was written on, unfinished marks, or broken text.

    check_hygiene.py SOURCE_FOLDER

Prints every offending line and exits with 1 when there is one.
"""
import re
import subprocess
import sys
from pathlib import Path

TEXT = {".cpp", ".hpp", ".py", ".sh", ".cmake", ".txt", ".md", ".toml", ".json", ".csv", ".geojson", ".qml", ".in", ""}

# Built from parts, so that this file does not find itself.
RULES = [
    (re.compile(r"(?<![\w.:/$}])/" + r"(home|root|work|farm|mnt|Users|build)/\w"), "a path of one machine"),
    (re.compile(r"(?<![\w.:/$}])/" + r"tmp/\w"), "a path of one machine; ask for a temporary folder"),
    (re.compile(r"\b(TO" + r"DO|FIX" + r"ME|X" + r"XX)\b"), "finish it, or write an issue"),
    (re.compile("[<]{7} |[>]{7} "), "a merge conflict"),
    (re.compile("\ufffd"), "a character that was lost in a wrong encoding"),
]


def offences(text):
    """Yields (line number, why)."""
    for number, line in enumerate(text.splitlines(), 1):
        for pattern, why in RULES:
            if pattern.search(line):
                yield number, why


def committed(folder):
    """Paths that git tracks; in an unpacked archive, everything except build folders."""
    listing = subprocess.run(["git", "-C", folder, "ls-files", "-z"], capture_output=True, check=False)
    if listing.returncode == 0 and listing.stdout:
        return [Path(name) for name in listing.stdout.decode().split("\0") if name]
    return [path.relative_to(folder) for path in sorted(folder.rglob("*"))
            if path.is_file() and not re.match(r"(build|out)(-|/|$)|\.git/", path.relative_to(folder).as_posix())]


def main(folder):
    found = 0
    for relative in committed(folder):
        path = folder / relative
        if relative.suffix not in TEXT or not path.is_file():
            continue
        try:
            text = path.read_bytes().decode("utf-8")
        except UnicodeDecodeError as error:
            # Examples and test data may be in another encoding on purpose; code and pages may not.
            if relative.parts[0] not in ("examples", "tests") or relative.suffix in (".cpp", ".hpp", ".py", ".md"):
                print(f"{relative}: not UTF-8: {error}")
                found += 1
            continue
        for number, why in offences(text):
            print(f"{relative}:{number}: {why}")
            found += 1
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))

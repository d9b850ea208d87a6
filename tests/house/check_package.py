#!/usr/bin/env python3
"""The Debian package brings what the program tells people to install.

    check_package.py SOURCE_FOLDER

Shared libraries are found by dpkg-shlibdeps; what the program only looks for while it runs, such as fonts, is named by its own
remedies ("apt-get install ..."), and has to stand among what the package depends on or recommends. Prints every fault and exits
with 1 when there is one.
"""
import re
import sys
from pathlib import Path


def told(source):
    """Packages that a message of this source names."""
    found = re.findall(r"apt-get install ([a-z0-9.+ -]+)", source)
    return {package for names in found for package in names.split()}


def brought(cmake):
    lists = re.findall(r'CPACK_DEBIAN_PACKAGE_(?:DEPENDS|RECOMMENDS) "([^"]*)"', cmake)
    return {package.strip() for packages in lists for package in packages.split(",")}


def main(folder):
    sources = [path for layer in ("models", "core", "gis_io", "app") for path in sorted((folder / layer).rglob("*.cpp"))]
    named = set().union(*(told(path.read_text(encoding="utf-8")) for path in sources))
    if not named:
        print("no message says `apt-get install` any more: this check looks at nothing")
        return 1
    missing = sorted(named - brought((folder / "cmake" / "SisePackage.cmake").read_text(encoding="utf-8")))
    for package in missing:
        print(f"cmake/SisePackage.cmake: the package does not bring {package}, which a message asks people to install")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))

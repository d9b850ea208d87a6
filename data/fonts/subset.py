#!/usr/bin/env python3
"""Takes from GNU Unifont the glyphs that preview pictures need: Latin-1, mathematical signs and GB 2312.

    subset.py UNIFONT.hex > unifont-gb2312.hex

UNIFONT.hex is the font's source of Debian's package "unifont" (version 15.0.01). Run again only to change the selection.
"""
import sys


def wanted():
    """Code points: printable Latin-1, a few signs, and all of GB 2312 (6,763 Chinese characters, punctuation, Greek)."""
    points = set(range(0x20, 0x7F)) | set(range(0xA0, 0x100)) | {ord(c) for c in "≤≥≠−–—…·²³₂₃₄µσΔ"}
    for high in range(0xA1, 0xF8):
        for low in range(0xA1, 0xFF):
            try:
                points.add(ord(bytes((high, low)).decode("gb2312")))
            except UnicodeDecodeError:
                pass
    return points


def main(path):
    points = wanted()
    with open(path, encoding="ascii") as font:
        for line in font:
            if int(line.split(":")[0], 16) in points:
                sys.stdout.write(line)


if __name__ == "__main__":
    main(sys.argv[1])

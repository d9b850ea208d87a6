#!/usr/bin/env python3
"""How the cost of `sise societal` grows with the number of units, as processor time of the whole process.

    python3 benchmarks/district/societal.py build/sise [--units 500 5000]

The bundled district first, then made-up districts (generate.py, beside this file) with so many units; `sise map` of the same
project stands beside. Figures go to standard output, as a table.
"""
import argparse
import math
import pathlib
import random
import resource
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
BUNDLED = HERE.parent.parent / "examples" / "binjiang" / "project.toml"


def measured(command):
    """Processor seconds of a command, and the most memory that any command took so far, MiB."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, after.ru_maxrss / 1024


def add_people(project):
    """700,000 people in forty places of different size, on cells of 100 m over the whole district."""
    text = project.read_text(encoding="utf-8")
    west, south, east, north = map(float, text.split("bounds = [")[1].split("]")[0].split(","))
    columns, rows = round((east - west) / 100), round((north - south) / 100)
    draw = random.Random(4)
    places = [(draw.uniform(0, columns), draw.uniform(0, rows), draw.uniform(3, 15)) for _ in range(40)]
    weights = [[sum(math.exp(-((c - x) ** 2 + (r - y) ** 2) / (2 * s * s)) for x, y, s in places) for c in range(columns)]
               for r in range(rows)]
    scale = 700_000 / sum(map(sum, weights))
    grid = "\n".join(" ".join(f"{scale * w:.3f}" for w in line) for line in weights)
    (project.parent / "people.asc").write_text(
        f"ncols {columns}\nnrows {rows}\nxllcorner {west}\nyllcorner {south}\ncellsize 100\n{grid}\n", encoding="utf-8")
    project.write_text(text + '\n[population]\nraster = "people.asc"\ncrs = "EPSG:4549"\nunit = "per_cell"\n',
                       encoding="utf-8")


def row(sise, project, name, folder):
    curves, memory = measured([sise, "societal", project, "-o", folder / "societal", "--overwrite", "--quiet"])
    whole_map, _ = measured([sise, "map", project, "-o", folder / "map", "--overwrite", "--quiet"])
    print(f"| {name} | {curves:.1f} | {memory:.0f} | {whole_map:.1f} |", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sise")
    parser.add_argument("--units", type=int, nargs="*", default=[500, 5000])
    wishes = parser.parse_args()
    print("| district | societal, CPU s | peak MiB so far | map, CPU s |\n| --- | --- | --- | --- |", flush=True)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        row(wishes.sise, BUNDLED, "bundled, 60 units", folder)
        for units in wishes.units:
            district = folder / "district"
            subprocess.run([sys.executable, HERE / "generate.py", district, "--units", str(units), "--targets", "10",
                            "--proposals", "1"], check=True, stdout=subprocess.DEVNULL)
            add_people(district / "project.toml")
            row(wishes.sise, district / "project.toml", f"{units} units", folder)


if __name__ == "__main__":
    main()

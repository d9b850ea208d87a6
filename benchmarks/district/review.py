#!/usr/bin/env python3
"""What `sise review` costs against the bundled district beside its map, as processor time of the whole process.

    python3 benchmarks/district/review.py build/sise [--proposals 300] [--parcels 1000]

Proposals are homes for 40 to 400 people, scattered around the chemical park; the plan is a net of parcels of 150 m over the
same ground with codes of homes, schools, shops, offices, industry and green. Figures go to standard output, as a table.
"""
import argparse
import json
import math
import pathlib
import random
import resource
import subprocess
import tempfile

BUNDLED = pathlib.Path(__file__).resolve().parent.parent.parent / "examples" / "binjiang" / "project.toml"
MIDDLE = (120.0508, 31.9990)  # of the district around the chemical park, degrees
CODES = ["070102", "080403", "0901", "0902", "100102", "1401"]


def processor_seconds(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, stdout=subprocess.DEVNULL)
    if done.returncode not in (0, 5):
        raise SystemExit(f"{command}: exit code {done.returncode}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def degrees(east_m, north_m):
    return (round(MIDDLE[0] + east_m / (111_320 * math.cos(math.radians(MIDDLE[1]))), 7),
            round(MIDDLE[1] + north_m / 110_900, 7))


def square(east_m, north_m, size_m):
    corners = [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)]
    return {"type": "Polygon", "coordinates": [[degrees(east_m + size_m * x, north_m + size_m * y) for x, y in corners]]}


def collection(features):
    return json.dumps({"type": "FeatureCollection",
                       "features": [{"type": "Feature", "properties": p, "geometry": g} for p, g in features]})


def proposals(count):
    draw = random.Random(7)
    return collection([({"id": f"P{i:04d}", "kind": "development", "use": "residential", "people": draw.randint(40, 400)},
                        square(draw.uniform(-3000, 3000), draw.uniform(-3000, 3000), draw.uniform(30, 120)))
                       for i in range(count)])


def plan(count):
    across = math.ceil(math.sqrt(count))
    return collection([({"id": f"L{i:04d}", "YDYHFLDM": CODES[i % len(CODES)]},
                        square(160 * (i % across - across / 2), 160 * (i // across - across / 2), 150))
                       for i in range(count)])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sise")
    parser.add_argument("--proposals", type=int, default=300)
    parser.add_argument("--parcels", type=int, default=1000)
    wishes = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "proposals.geojson").write_text(proposals(wishes.proposals), encoding="utf-8")
        (folder / "plan.geojson").write_text(plan(wishes.parcels), encoding="utf-8")
        rest = ["--overwrite", "--quiet", "--threads", "1", "-o"]
        print("| run | CPU s |\n| --- | --- |", flush=True)
        for title, command in [
                ("map", ["map", BUNDLED]),
                (f"review of {wishes.proposals} proposals", ["review", BUNDLED, "--proposals", folder / "proposals.geojson"]),
                (f"review of a plan of {wishes.parcels} parcels",
                 ["review", BUNDLED, "--plan", folder / "plan.geojson", "--scheme", "ydyh_2023"])]:
            seconds = processor_seconds([wishes.sise, *command, *rest, folder / "out"])
            print(f"| {title} | {seconds:.1f} |", flush=True)


if __name__ == "__main__":
    main()

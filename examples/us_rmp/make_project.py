#!/usr/bin/python3
"""Makes a project from a list of US facilities that hold regulated chemicals (EPA Risk Management Program).

    make_project.py FACILITIES.csv -o FOLDER [--state IA | --bbox WEST SOUTH EAST NORTH] [--cell METRES]

FACILITIES.csv has the columns facility_id, name, city, state, county_fips, lat, lon, naics, chemical, quantity_kg. Where a
row lists several chemicals as "A {10001} • B {20000} • C", the numbers in braces are pounds as filed and quantity_kg belongs
to the last one. Writes project.toml, units.csv, scenarios.csv and wind_rose.csv into FOLDER.

The rule for scenarios, one vessel per chemical and facility:

- worst case: the whole quantity in ten minutes (40 CFR 68.25 (c) for toxic gases), 6e-6 per year;
- a 25 mm hole: 4 kg/s, or the quantity within 30 minutes when that is less, 1e-4 per year.

Frequencies are of the size of API 581's for a pressure vessel, recalled. Only toxic gases get scenarios; solutions, evaporating
liquids and flammables are units that Sise reports as not computed. The weather is EPA's pair: D with 3 m/s and F with
1.5 m/s, here 70 % and 30 %, all directions alike. That says where to look first, and nothing about a facility's real risk.
"""
import argparse
import csv
import math
import os
import re
import sys

from osgeo import osr

osr.UseExceptions()
POUND_KG = 0.45359237
# As filed, up to the bracket with the systematic name -> our substance. Solutions are left out on purpose.
TOXIC_GASES = {"Ammonia (anhydrous)": "ammonia", "Chlorine": "chlorine", "Sulfur dioxide (anhydrous)": "sulfur_dioxide",
               "Hydrogen chloride (anhydrous)": "hydrogen_chloride", "Hydrogen sulfide": "hydrogen_sulfide",
               "Hydrogen fluoride/Hydrofluoric acid (conc 50% or greater)": "hydrogen_fluoride", "Phosgene": "phosgene"}
MARGIN_M = 5000.0


def chemicals(text, last_quantity_kg):
    """(name as filed, kg) for every chemical of one row."""
    parts = [part.strip() for part in text.split("•")]
    for position, part in enumerate(parts):
        match = re.fullmatch(r"(.*?)\s*\{(\d+)\}", part)
        name = re.sub(r"\s*\[.*", "", match.group(1) if match else part)
        if match:
            yield name, float(match.group(2)) * POUND_KG
        elif position == len(parts) - 1:
            yield name, last_quantity_kg


def selected(facilities, state, bbox):
    for row in facilities:
        longitude, latitude = float(row["lon"]), float(row["lat"])
        if state and row["state"] != state:
            continue
        if bbox and not (bbox[0] <= longitude <= bbox[2] and bbox[1] <= latitude <= bbox[3]):
            continue
        yield row, longitude, latitude


def utm(longitudes, latitudes):
    """EPSG code of the UTM zone in the middle, and the facilities' bounds in it."""
    zone = math.floor((sum(longitudes) / len(longitudes) + 180) / 6) + 1
    code = 32600 + zone
    wgs84, grid = osr.SpatialReference(), osr.SpatialReference()
    wgs84.ImportFromEPSG(4326)
    grid.ImportFromEPSG(code)
    for reference in (wgs84, grid):
        reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    transformation = osr.CoordinateTransformation(wgs84, grid)
    points = [transformation.TransformPoint(x, y) for x, y in zip(longitudes, latitudes)]
    eastings, northings = [p[0] for p in points], [p[1] for p in points]
    return code, (min(eastings), min(northings), max(eastings), max(northings))


def write_table(path, header, rows):
    with open(path, "w", newline="", encoding="utf-8") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(header)
        table.writerows(rows)


PROJECT = """\
title = "US facilities: {what}"

[grid]
crs = "EPSG:{code}"
cell_m = {cell}
bounds = [{bounds}]

[weather]
wind_rose = "wind_rose.csv"

[units]
source = "units.csv"
crs = "EPSG:4326"
lon = "lon"
lat = "lat"

[scenarios]
source = "scenarios.csv"
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("facilities")
    parser.add_argument("-o", "--output", required=True)
    parser.add_argument("--state")
    parser.add_argument("--bbox", nargs=4, type=float, metavar=("WEST", "SOUTH", "EAST", "NORTH"))
    parser.add_argument("--cell", type=float, default=100.0)
    arguments = parser.parse_args()
    with open(arguments.facilities, newline="", encoding="utf-8") as file:
        found = list(selected(csv.DictReader(file), arguments.state, arguments.bbox))
    if not found:
        sys.exit("no facility there: try another --state or --bbox")

    units, scenarios = [], []
    for row, longitude, latitude in found:
        for number, (name, kg) in enumerate(chemicals(row["chemical"], float(row["quantity_kg"])), 1):
            unit_id = f"{row['facility_id']}-{number}"
            substance = TOXIC_GASES.get(name, "")
            units.append([unit_id, name, row["name"], substance, f"{kg / 1000:.3f}", "existing", longitude, latitude])
            if substance:
                scenarios.append([unit_id, f"{unit_id}-worst", "toxic", 6e-6, f"{kg / 600:.4g}", 600])
                rate = min(4.0, kg / 1800)
                scenarios.append([unit_id, f"{unit_id}-25mm", "toxic", 1e-4, f"{rate:.4g}", 1800])

    code, (west, south, east, north) = utm([x for _, x, _ in found], [y for _, _, y in found])
    bounds = ", ".join(f"{value:.1f}" for value in (west - MARGIN_M, south - MARGIN_M, east + MARGIN_M, north + MARGIN_M))
    os.makedirs(arguments.output, exist_ok=True)
    path = lambda name: os.path.join(arguments.output, name)  # noqa: E731
    write_table(path("units.csv"),
                ["id", "name", "enterprise", "substance", "inventory_t", "status", "lon", "lat"], units)
    write_table(path("scenarios.csv"),
                ["unit_id", "case_id", "kind", "frequency_per_year", "rate_kg_s", "duration_s"], scenarios)
    write_table(path("wind_rose.csv"), ["from_deg", "stability", "speed_m_s", "frequency"],
                [["", "D", 3.0, 0.7], ["", "F", 1.5, 0.3]])
    with open(path("project.toml"), "w", encoding="utf-8") as file:
        file.write(PROJECT.format(what=arguments.state or "a box", code=code, cell=arguments.cell, bounds=bounds))
    print(f"{len(found)} facilities, {len(units)} units, {len(scenarios)} scenarios: {path('project.toml')}")


if __name__ == "__main__":
    main()

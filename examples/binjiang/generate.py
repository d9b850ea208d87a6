#!/usr/bin/python3
"""Writes the layers of the bundled district.

    generate.py [FOLDER]        default: the folder of this script

Needs Debian's python3, python3-gdal and python3-numpy; no network. The same program gives the same layers; a test
regenerates them and compares.

    district.gpkg        border, EPSG:4549
    river.gpkg           the river, as a background for maps
    units.shp            60 hazardous units as footprints; text in GBK, without .cpg; EPSG:4549
    boundaries.gpkg      the ground of each of the 25 enterprises, EPSG:4549
    scenarios.xlsx       the 10 scenarios that three enterprises state themselves (stated.py)
    targets.gpkg         300 protected targets, points and polygons, EPSG:4490 (degrees)
    population.tif       people per cell of 100 m, EPSG:4549
    wind_rose.csv        16 directions x 6 stability classes
    proposals.geojson    a school and a plant that somebody wants to build
    parks.geojson        the ground of the chemical park and of the port
    plan_a.geojson, plan_b.geojson    two variants of a land-use plan around the chemical park
    register/            townships, enterprises, risk points and hidden dangers for `sise rate` (register.py)

project.toml and incident.toml are written by hand.
"""
import csv
import json
import math
import os
import random
import sys

sys.dont_write_bytecode = True
import geography  # noqa: E402
import inventory  # noqa: E402
import layers  # noqa: E402
from osgeo import ogr  # noqa: E402
from register import write_register  # noqa: E402
from stated import STATED  # noqa: E402
from targets import make_targets  # noqa: E402

PEOPLE = 700000
CELL_M = 100.0
FOOTPRINT_M = {"常压储罐": (36, 36), "仓库": (60, 30), "压力容器": (18, 12), "装卸码头": (90, 14), "金属冶炼": (80, 36),
               "爆炸物库": (24, 16), "低温储罐": (50, 50), "工艺管道": (120, 6)}
TEXT, REAL = ogr.OFTString, ogr.OFTReal
DETAIL_FIELDS = {"containment": (TEXT, 20), "isolation": (TEXT, 12), "present": (REAL, 0)}  # whole numbers but the share


def grid(points):
    return [geography.absolute(x, y) for x, y in points]


def place_enterprises(rng, border):
    """(enterprise, ring of its ground, turn in degrees) in metres from the centre."""
    placed = []
    for enterprise in inventory.ENTERPRISES:
        turn = rng.uniform(-18, 18)
        ring = geography.rectangle(enterprise.east, enterprise.north, enterprise.width, enterprise.height, turn)
        for east, north in ring:
            assert geography.inside(border, east, north) and geography.on_land(east, north), enterprise.name
        placed.append((enterprise, ring, turn))
    return placed


def place_units(placed):
    """(unit id, unit, enterprise, ring of its footprint): units stand in one row along their enterprise's ground."""
    found = []
    for enterprise, _, turn in placed:
        c, s = math.cos(math.radians(turn)), math.sin(math.radians(turn))
        count = len(enterprise.units)
        for index, unit in enumerate(enterprise.units):
            along = enterprise.width * ((index + 0.5) / count - 0.5) * 0.9
            across = enterprise.height * (0.18 if index % 2 else -0.18)
            width, height = FOOTPRINT_M.get(unit.kind, (20, 14))
            ring = geography.rectangle(enterprise.east + c * along - s * across, enterprise.north + s * along + c * across,
                                       min(width, 0.8 * enterprise.width / count), height, turn)
            found.append((f"U{len(found) + 1:03d}", unit, enterprise, ring))
    return found


def write_units(path, units):
    fields = [("编号", TEXT, 8), ("名称", TEXT, 60), ("企业", TEXT, 60), ("行业", TEXT, 20), ("类型", TEXT, 20),
              ("物质", TEXT, 40), ("储量", REAL, 14), ("物态", TEXT, 20), ("温度", REAL, 10), ("表压", REAL, 12),
              ("状态", TEXT, 10),
              *((column, *DETAIL_FIELDS.get(name, (REAL, 14))) for name, column in inventory.COLUMNS.items())]
    rows = [(layers.polygon(grid(ring)),
             [unit_id, unit.name, enterprise.name, enterprise.sector, unit.kind, unit.substance or None,
              unit.inventory_kg, unit.state, unit.temperature_c, unit.gauge_kpa, enterprise.status,
              *(unit.details.get(name) for name in inventory.COLUMNS)])
            for unit_id, unit, enterprise, ring in units]
    layers.write_layer("ESRI Shapefile", path, "units", fields, rows, crs_name=layers.GRID_CRS,
                       geometry_type=ogr.wkbPolygon, options=["ENCODING=GBK", "DBF_DATE_LAST_UPDATE=2026-01-01"])
    layers.without_code_page(path)


def write_boundaries(path, placed):
    rows = [(layers.polygon(grid(ring)), [enterprise.name, enterprise.sector]) for enterprise, ring, _ in placed]
    layers.write_layer("GPKG", path, "boundaries", [("企业", TEXT, 0), ("行业", TEXT, 0)], rows,
                       crs_name=layers.GRID_CRS, geometry_type=ogr.wkbPolygon)


def write_scenarios(path, units):
    fields = [("单元编号", TEXT, 0), ("情景编号", TEXT, 0), ("类型", TEXT, 0), ("频率", REAL, 0), ("物质", TEXT, 0),
              ("速率", REAL, 0), ("时长", REAL, 0), ("高度", REAL, 0), ("TNT当量", REAL, 0), ("质量", REAL, 0),
              ("液池直径", REAL, 0), ("射流方向", REAL, 0), ("爆源强度", ogr.OFTInteger, 0), ("绝压", REAL, 0)]
    rows = []
    for unit_id, unit, _, _ in units:
        for case in STATED.get(unit.name, []):
            rows.append((None, [unit_id, f"{unit_id}-{case['case']}", case["kind"], case["frequency"],
                                case.get("substance"), case.get("rate"), case.get("duration"), case.get("height"),
                                case.get("tnt"), case.get("mass"), case.get("pool"), case.get("direction"),
                                case.get("blast_class"), case.get("pressure")]))
    assert len(rows) == sum(map(len, STATED.values())), len(rows)
    layers.write_layer("XLSX", path, "情景", fields, rows)
    layers.without_clock(path)


def write_targets(path, targets):
    to_cgcs = layers.to_degrees("EPSG:4490")
    rows = []
    for target in targets:
        ring = [to_cgcs(p) for p in grid(target.ring)]
        geometry = layers.polygon(ring) if len(ring) > 1 else layers.point(ring[0])
        rows.append((geometry, [target.id, target.name, target.class_name, target.people]))
    fields = [("编号", TEXT, 0), ("名称", TEXT, 0), ("防护类别", TEXT, 0), ("人数", ogr.OFTInteger, 0)]
    layers.write_layer("GPKG", path, "targets", fields, rows, crs_name="EPSG:4490", geometry_type=ogr.wkbUnknown)


def write_wind_rose(path):
    """Easterly monsoon in summer, north-westerly in winter; stable nights with little wind."""
    speeds = {"A": 1.6, "B": 2.1, "C": 3.3, "D": 4.2, "E": 2.6, "F": 1.6}
    shares = {"A": 0.04, "B": 0.11, "C": 0.16, "D": 0.44, "E": 0.12, "F": 0.13}
    weights = {}
    for sector in range(16):
        angle = math.radians(22.5 * sector)
        summer, winter = math.exp(1.1 * math.cos(angle - math.radians(115))), math.exp(0.9 * math.cos(angle - math.radians(335)))
        for stability, share in shares.items():
            night = 1.25 if stability in "EF" and 6 <= sector <= 10 else 1.0
            weights[sector, stability] = share * night * (0.6 * summer + 0.4 * winter)
    total = sum(weights.values())
    parts = {key: round(1e5 * weight / total) for key, weight in weights.items()}
    parts[max(parts, key=parts.get)] += 100000 - sum(parts.values())  # the rounding goes where it matters least
    with open(path, "w", newline="", encoding="utf-8") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["from_deg", "stability", "speed_m_s", "frequency"])
        for (sector, stability), part in parts.items():
            table.writerow([22.5 * sector, stability, speeds[stability], f"{part / 1e5:.5f}"])


def write_proposals(path):
    to_wgs84 = layers.to_degrees("EPSG:4326")

    def feature(ring, **properties):
        corners = [list(to_wgs84(p)) for p in grid(ring)]
        return {"type": "Feature", "properties": properties,
                "geometry": {"type": "Polygon", "coordinates": [[*corners, corners[0]]]}}

    collection = {"type": "FeatureCollection", "features": [
        feature(geography.rectangle(6130, 8080, 220, 160, 8), id="P1", kind="development", name="滨江新城九年一贯制学校",
                **{"class": "高敏感防护目标"}, people=1800),
        feature(geography.rectangle(9900, 5900, 40, 24, -5), id="P2", kind="unit", name="硝基胍中转库",
                enterprise="滨江启翎含能材料有限公司", unit_kind="爆炸物库", substance="硝基胍", inventory_t=2.0, status="new"),
    ]}
    with open(path, "w", encoding="utf-8") as file:
        json.dump(collection, file, ensure_ascii=False, indent=1)
        file.write("\n")


def write_parks(path):
    """The ground of the chemical park and of the port, as a planner draws it around their enterprises."""
    to_wgs84 = layers.to_degrees("EPSG:4326")
    parks = [("CP", "滨江化工园区", [(5900, 6900), (8000, 6200), (11300, 5000), (11400, 5800), (9400, 7700), (7300, 8700),
                                     (5900, 8650)]),
             ("PT", "滨江港区", [(4150, 8600), (5800, 8700), (5800, 9150), (4150, 9050)])]
    features = []
    for park_id, name, ring in parks:
        corners = [list(to_wgs84(p)) for p in grid(ring)]
        features.append({"type": "Feature", "properties": {"编号": park_id, "名称": name},
                         "geometry": {"type": "Polygon", "coordinates": [[*corners, corners[0]]]}})
    with open(path, "w", encoding="utf-8") as file:
        json.dump({"type": "FeatureCollection", "features": features}, file, ensure_ascii=False, indent=1)
        file.write("\n")


def plan_uses(column, row, variant):
    """Code, name and what is known of one of 12 x 12 parcels; variant B keeps homes and schools away from the park."""
    near = column >= 3 and row >= 7
    if (column, row) in ((2, 3), (9, 2), (4, 9)):
        return ("1402", "防护绿地", {}) if near and variant == "b" else ("080403", "中小学用地", {})
    if (column, row) == (7, 4):
        return "16", "留白用地", {}
    if (column, row) == (6, 1):
        return "1304", "供燃气用地", {}
    pattern = (3 * column + 5 * row + column * row) % 9
    if near:
        code, name = (("100102", "二类工业用地"), ("1402", "防护绿地"), ("070102", "二类城镇住宅用地"),
                      ("1207", "城镇村道路用地"))[pattern % 4]
        if variant == "b" and code == "070102":
            code, name = "1401", "公园绿地"
        return code, name, {"people_shift": 60 + 10 * pattern} if code == "100102" else {}
    code, name = (("070102", "二类城镇住宅用地"), ("090101", "零售商业用地"), ("070102", "二类城镇住宅用地"),
                  ("1207", "城镇村道路用地"), ("1401", "公园绿地"), ("0902", "商务金融用地"), ("100101", "一类工业用地"),
                  ("0703", "农村宅基地"), ("1402", "防护绿地"))[pattern]
    known = {"people": 180 + 40 * row, "households": 60 + 13 * row} if code == "070102" and row % 3 else {}
    return code, name, {"people": 24} if code == "0703" else known


def write_plan(path, variant):
    to_wgs84 = layers.to_degrees("EPSG:4326")
    features = []
    for row in range(12):
        for column in range(12):
            code, name, known = plan_uses(column, row, variant)
            ring = geography.rectangle(5600 + 400 * column, 4500 + 350 * row, 380, 330, 0)
            corners = [list(to_wgs84(p)) for p in grid(ring)]
            properties = {"地块编号": f"L{row + 1:02}{column + 1:02}", "YDYHFLDM": code, "YDYHFLMC": name, **known}
            features.append({"type": "Feature", "properties": properties,
                             "geometry": {"type": "Polygon", "coordinates": [[*corners, corners[0]]]}})
    with open(path, "w", encoding="utf-8") as file:
        lines = ",\n".join(json.dumps(feature, ensure_ascii=False, separators=(",", ":")) for feature in features)
        file.write('{"type":"FeatureCollection","features":[\n' + lines + "\n]}\n")


def main(folder):
    rng = random.Random(4)
    border = geography.outline(rng)
    settlements = geography.TOWNS + geography.villages(rng, border)
    placed = place_enterprises(rng, border)
    units = place_units(placed)
    assert (len(placed), len(units)) == (25, 60)
    no_homes = [(e.east, e.north, math.hypot(e.width, e.height) / 2) for e, _, _ in placed]
    people, corner = geography.people_per_cell(rng, border, settlements, no_homes, CELL_M, PEOPLE)
    targets = make_targets(rng, border, people, corner, CELL_M, no_homes)

    def path(name):
        full = os.path.join(folder, name)
        if os.path.exists(full):
            os.remove(full)
        return full

    write_area = lambda name, ring: layers.write_layer(  # noqa: E731
        "GPKG", path(name + ".gpkg"), name, [("名称", TEXT, 0)], [(layers.polygon(grid(ring)), [name])],
        crs_name=layers.GRID_CRS, geometry_type=ogr.wkbPolygon)
    write_area("district", border)
    write_area("river", geography.river_ring())
    write_units(path("units.shp"), units)
    write_boundaries(path("boundaries.gpkg"), placed)
    write_scenarios(path("scenarios.xlsx"), units)
    write_targets(path("targets.gpkg"), targets)
    layers.write_raster(path("population.tif"), people, geography.absolute(*corner), CELL_M)
    write_wind_rose(path("wind_rose.csv"))
    write_proposals(path("proposals.geojson"))
    write_parks(path("parks.geojson"))
    for variant in "ab":
        write_plan(path(f"plan_{variant}.geojson"), variant)
    write_register(os.path.join(folder, "register"), border, placed)


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else os.path.dirname(os.path.abspath(__file__)))

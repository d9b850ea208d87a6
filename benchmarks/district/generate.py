#!/usr/bin/env python3
"""A district of the size a prefecture's bureau has, made up and always the same for one seed.

    python3 benchmarks/district/generate.py out/district                      # the whole: 5,000 units
    python3 benchmarks/district/generate.py out/small --units 500 --seed 3

Writes project.toml with units, scenarios, wind rose and targets, and proposals.geojson. By default: 4,880 enterprises
with 5,000 units that can harm people outside their fence, 20,000 accidents of every kind (four for each unit), 3,000
protected targets and 300 proposed developments on 25 km by 20 km, a wind rose of 16 directions in 6 weathers, cells of
10 m. Units gather in a dozen parks with a few spread between; no two units are alike. Flammable gas leaves through
standard holes at standard pressures, so jets repeat; everything else differs from unit to unit.

Nothing here stands for a real place, plant or accident.
"""
import argparse
import json
import math
import pathlib
import random

WIDTH_M, HEIGHT_M = 25_000.0, 20_000.0
WEST_M, SOUTH_M = 500_000.0, 3_540_000.0  # CGCS2000, central meridian 120 E
WEATHERS = [("A", 1.6), ("B", 2.1), ("C", 3.3), ("D", 4.2), ("E", 2.6), ("F", 1.6)]
SHARES = [0.05, 0.12, 0.18, 0.40, 0.13, 0.12]
TOXIC = ["液氯", "液氨", "氯化氢", "硫化氢", "二氧化硫", "光气"]
GASES = ["丙烷", "甲烷", "乙烯"]
LIQUIDS = ["正己烷", "苯", "甲醇"]
CLASSES = ["高敏感防护目标", "重要防护目标", "一般防护目标一类", "一般防护目标二类", "一般防护目标三类"]


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--units", type=int, default=5000)
    parser.add_argument("--targets", type=int, default=3000)
    parser.add_argument("--proposals", type=int, default=300)
    parser.add_argument("--cell", type=float, default=10.0, help="edge of a cell, m")
    parser.add_argument("--sectors", type=int, default=16)
    parser.add_argument("--weathers", type=int, default=6, help="6, or a multiple of 6")
    parser.add_argument("--kinds", default="toxic,gas,liquid,mixed,explosive", help="of units, shared out in turn")
    parser.add_argument("--dispersion", default="passive", help="as [model] dispersion; dense clouds cost far more")
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def rose(sectors, weathers):
    """Two favoured directions; more weathers than six repeat these at other speeds."""
    lines = ["from_deg,stability,speed_m_s,frequency"]
    rows = []
    repeats = max(1, weathers // 6)
    for w, (stability, speed) in enumerate(WEATHERS[:weathers]):
        for n in range(repeats):
            for k in range(sectors):
                angle = 2 * math.pi * k / sectors
                weight = 1.3 + math.cos(angle - 0.4 * w) + 0.6 * math.cos(2 * angle + 0.3 * n)
                rows.append([360.0 * k / sectors, stability, round(speed * (1 + 0.35 * n), 2),
                             SHARES[w] / repeats * max(weight, 0.02) / sectors])
    total = sum(row[3] for row in rows)
    for row in rows:
        row[3] = round(row[3] / total, 9)
    rows[-1][3] += 1.0 - sum(row[3] for row in rows)
    lines += [f"{a:.6g},{b},{c},{d:.12g}" for a, b, c, d in rows]
    return lines


class District:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.parks = [(self.random.uniform(0.06, 0.94) * WIDTH_M, self.random.uniform(0.06, 0.94) * HEIGHT_M,
                       self.random.uniform(500, 1800)) for _ in range(12)]

    def spot(self, scattered=0.3):
        r = self.random
        if r.random() < scattered:
            x, y = r.uniform(0, WIDTH_M), r.uniform(0, HEIGHT_M)
        else:
            park = r.choice(self.parks)
            x, y = r.gauss(park[0], park[2]), r.gauss(park[1], park[2])
        inside = lambda value, end: min(max(value, 50.0), end - 50.0)
        return WEST_M + inside(x, WIDTH_M), SOUTH_M + inside(y, HEIGHT_M)

    def about(self, middle, spread=2.0):
        """A value around `middle`, to four digits: never twice the same in practice."""
        return float(f"{middle * math.exp(self.random.gauss(0, math.log(spread) / 2)):.4g}")

    def box(self, x, y, low, high):
        half_x, half_y = self.random.uniform(low, high) / 2, self.random.uniform(low, high) / 2
        return [[x - half_x, y - half_y], [x + half_x, y - half_y], [x + half_x, y + half_y], [x - half_x, y + half_y],
                [x - half_x, y - half_y]]


COLUMNS = ("unit_id,case_id,kind,frequency_per_year,substance,rate_kg_s,duration_s,height_m,tnt_kg,mass_kg,"
           "pool_diameter_m,blast_class,flammable_mass_kg,pressure_abs_kPa").split(",")


def cases_of(district, unit, kind, substance):
    """Four accidents, the likelier the smaller."""
    d = district
    cases = []

    def add(what, frequency, **fields):
        cases.append({"unit_id": unit, "case_id": f"{unit}-{len(cases) + 1}", "kind": what,
                      "frequency_per_year": d.about(frequency, 3.0), "substance": substance, **fields})

    def toxic(rate, frequency):
        add("toxic", frequency, rate_kg_s=d.about(rate), duration_s=d.about(900, 1.6),
            height_m=d.random.choice([1, 1, 1, 3, 5, 10]))

    if kind == "toxic":
        for rate, frequency in [(0.05, 1e-4), (0.4, 3e-5), (2.0, 5e-6), (8.0, 1e-6)]:
            toxic(rate, frequency)
    elif kind == "gas":
        hole_rate = {25: 0.9, 50: 3.6, 100: 14.4}[d.random.choice([25, 50, 100])]
        add("jet_fire", 2e-5, rate_kg_s=hole_rate * d.random.choice([0.6, 1.0, 1.6]), duration_s=1800, height_m=1,
            pressure_abs_kPa=d.random.choice([500, 900, 1600]))
        add("flash_fire", 5e-6, rate_kg_s=d.about(8), duration_s=600, height_m=1)
        add("vce", 3e-6, rate_kg_s=d.about(8), duration_s=600, height_m=1, blast_class=d.random.choice([5, 6, 7]))
        add("fireball", 1e-6, mass_kg=d.about(6000))
    elif kind == "liquid":
        add("pool_fire", 3e-5, pool_diameter_m=d.about(8, 1.4), duration_s=1800)
        add("pool_fire", 6e-6, pool_diameter_m=d.about(22, 1.5), duration_s=1800)
        add("flash_fire", 3e-6, rate_kg_s=d.about(3), duration_s=1200, height_m=1)
        add("vce", 2e-6, rate_kg_s=d.about(3), duration_s=1200, height_m=1)
    elif kind == "mixed":
        toxic(0.3, 3e-5)
        toxic(3.0, 3e-6)
        add("flash_fire", 2e-6, rate_kg_s=d.about(4), duration_s=600, height_m=1)
        add("vce", 1e-6, rate_kg_s=d.about(4), duration_s=600, height_m=1, blast_class=6)
    else:
        for tnt, frequency in [(30, 3e-5), (150, 1e-5), (600, 2e-6), (2500, 3e-7)]:
            add("explosion", frequency, tnt_kg=d.about(tnt))
    return cases


def substance_of(district, kind):
    if kind == "toxic":
        return district.random.choice(TOXIC)
    if kind == "gas":
        return district.random.choice(GASES)
    if kind == "liquid":
        return district.random.choice(LIQUIDS)
    return "硫化氢" if kind == "mixed" else "梯恩梯"


def write_csv(path, columns, rows):
    lines = [",".join(columns)]
    lines += [",".join(str(row.get(column, "")) for column in columns) for row in rows]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def features(rows):
    return {"type": "FeatureCollection",
            "features": [{"type": "Feature", "properties": properties,
                          "geometry": {"type": "Polygon", "coordinates": [ring]}} for properties, ring in rows]}


def main():
    args = arguments()
    d = District(args.seed)
    args.folder.mkdir(parents=True, exist_ok=True)
    kinds = args.kinds.split(",")
    enterprises = max(1, round(args.units * 4880 / 5000))
    units, cases = [], []
    for i in range(args.units):
        kind = kinds[i % len(kinds)]
        substance = substance_of(d, kind)
        x, y = d.spot()
        name = f"U{i + 1:05d}"
        units.append({"id": name, "name": f"单元{i + 1}", "enterprise": f"企业{i % enterprises + 1:04d}",
                      "substance": substance, "inventory_t": d.about(20, 3.0), "status": "existing",
                      "x": round(x, 2), "y": round(y, 2)})
        cases += cases_of(d, name, kind, substance)
    write_csv(args.folder / "units.csv", list(units[0]), units)
    write_csv(args.folder / "scenarios.csv", COLUMNS, cases)
    (args.folder / "wind_rose.csv").write_text("\n".join(rose(args.sectors, args.weathers)) + "\n")
    targets = []
    for i in range(args.targets):
        targets.append(({"id": f"T{i + 1:04d}", "name": f"目标{i + 1}", "class": CLASSES[i % len(CLASSES)],
                         "people": d.random.randint(20, 3000)}, d.box(*d.spot(0.7), 30, 150)))
    proposals = []
    for i in range(args.proposals):
        proposals.append(({"id": f"P{i + 1:03d}", "kind": "development", "name": f"拟建{i + 1}",
                           "class": CLASSES[i % len(CLASSES)], "people": 500}, d.box(*d.spot(0.6), 60, 250)))
    for name, rows in [("targets", targets), ("proposals", proposals)]:
        layer = features(rows)
        layer["crs"] = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::4549"}}
        (args.folder / f"{name}.geojson").write_text(json.dumps(layer, ensure_ascii=False), encoding="utf-8")
    (args.folder / "project.toml").write_text(f"""title = "Made-up district"

[grid]
crs = "EPSG:4549"
cell_m = {args.cell}
bounds = [{WEST_M}, {SOUTH_M}, {WEST_M + WIDTH_M}, {SOUTH_M + HEIGHT_M}]

[weather]
wind_rose = "wind_rose.csv"
roughness_m = 0.5

[model]
dispersion = "{args.dispersion}"

[units]
source = "units.csv"
x = "x"
y = "y"
crs = "EPSG:4549"

[scenarios]
source = "scenarios.csv"

[targets]
source = "targets.geojson"
crs = "EPSG:4549"
""", encoding="utf-8")
    print(f"{len(units)} units, {len(cases)} accidents, {args.targets} targets, {args.proposals} proposals")


if __name__ == "__main__":
    main()

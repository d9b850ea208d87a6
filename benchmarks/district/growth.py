#!/usr/bin/env python3
"""How the cost of `sise map` grows with units, cells, weathers and directions, as processor time, drawn as an SVG.

    python3 benchmarks/district/growth.py build/sise --bounds build/benchmarks/bench_core_risk \\
        -o docs/method/district_growth.svg

Each run is a made-up district (generate.py, beside this file) with one number changed; time is user and system time of the
whole process, reading and writing included. The bounds are measured in the same run: how many normal distributions,
exponentials and cells a second this machine does. Figures also go to standard output, as a table.
"""
import argparse
import json
import pathlib
import resource
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
BASE = {"units": 500, "cell": 10.0, "weathers": 6, "sectors": 16}
SERIES = [
    ("units", "units", [250, 500, 1000, 2000, 5000], lambda v: v),
    ("cells", "cell", [40.0, 20.0, 10.0, 5.0], lambda v: 25_000 * 20_000 / v**2),
    ("weathers", "weathers", [6, 12, 24], lambda v: v),
    ("directions", "sectors", [8, 16, 36], lambda v: v),
]
COLOURS = {"units": "#0072b2", "cells": "#d55e00", "weathers": "#009e73", "directions": "#cc79a7"}


def processor_seconds(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def one_run(sise, folder, numbers):
    district = folder / "district"
    subprocess.run([sys.executable, HERE / "generate.py", district, "--units", str(numbers["units"]), "--targets", "10",
                    "--proposals", "1", "--cell", str(numbers["cell"]), "--weathers", str(numbers["weathers"]),
                    "--sectors", str(numbers["sectors"])], check=True, stdout=subprocess.DEVNULL)
    return processor_seconds([sise, "map", district / "project.toml", "-o", folder / "map", "--overwrite", "--quiet"])


def bounds(program):
    """Rates from the benchmark's own counters."""
    if not program:
        return {}
    out = subprocess.run([program, "--benchmark_format=json", "--benchmark_filter=^(bound_.*|memory_bound)"], check=True,
                         capture_output=True, text=True).stdout
    rates = {}
    for row in json.loads(out)["benchmarks"]:
        for key, value in row.items():
            if key.endswith("/s"):
                rates[row["name"].split("/")[0]] = (value, key)
    return rates


def chart(results, rates):
    """Relative cost over relative size, both axes logarithmic; a dashed line shows where cost grows like size."""
    import math
    width, height, left, top, right, bottom = 720, 440, 70, 30, 190, 60
    x_low, x_high, y_low, y_high = 0.4, 16.0, 0.4, 16.0
    x = lambda v: left + (width - left - right) * math.log(v / x_low) / math.log(x_high / x_low)
    y = lambda v: height - bottom - (height - top - bottom) * math.log(v / y_low) / math.log(y_high / y_low)
    s = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" font-family="sans-serif" font-size="13">',
         f'<rect width="{width}" height="{height}" fill="white"/>']
    for v in (0.5, 1, 2, 4, 8, 16):
        s.append(f'<line x1="{x(v):.1f}" y1="{top}" x2="{x(v):.1f}" y2="{height - bottom}" stroke="#ddd"/>')
        s.append(f'<text x="{x(v):.1f}" y="{height - bottom + 18}" text-anchor="middle">{v:g}</text>')
        s.append(f'<line x1="{left}" y1="{y(v):.1f}" x2="{width - right}" y2="{y(v):.1f}" stroke="#ddd"/>')
        s.append(f'<text x="{left - 8}" y="{y(v) + 4:.1f}" text-anchor="end">{v:g}</text>')
    s.append(f'<line x1="{x(0.4):.1f}" y1="{y(0.4):.1f}" x2="{x(16):.1f}" y2="{y(16):.1f}" stroke="#888" stroke-dasharray="5 4"/>')
    for n, (name, points) in enumerate(results.items()):
        size0, cost0 = next((size, cost) for size, cost, is_base in points if is_base)
        inside = [(size / size0, cost / cost0) for size, cost, _ in points if x_low <= size / size0 <= x_high]
        path = " ".join(f"{x(a):.1f},{y(max(b, y_low)):.1f}" for a, b in inside)
        s.append(f'<polyline points="{path}" fill="none" stroke="{COLOURS[name]}" stroke-width="2.5"/>')
        s += [f'<circle cx="{x(a):.1f}" cy="{y(max(b, y_low)):.1f}" r="4" fill="{COLOURS[name]}"/>' for a, b in inside]
        s.append(f'<text x="{width - right + 14}" y="{top + 22 + 24 * n}" fill="{COLOURS[name]}">{name} / '
                 f'{dict(units="单元", cells="网格", weathers="天气", directions="风向")[name]}</text>')
    s.append(f'<text x="{width - right + 14}" y="{top + 22 + 24 * len(results)}" fill="#888">in proportion / 成正比</text>')
    middle = (left + width - right) / 2
    s.append(f'<text x="{middle}" y="{height - 18}" text-anchor="middle">size over that of 500 units, 5 M cells, 6 weathers, '
             f'16 directions / 规模之比</text>')
    s.append(f'<text x="18" y="{(top + height - bottom) / 2}" text-anchor="middle" transform="rotate(-90 18 '
             f'{(top + height - bottom) / 2})">processor time / 处理器时间之比</text>')
    return "\n".join(s + ["</svg>"]) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("sise", type=pathlib.Path)
    parser.add_argument("--bounds", type=pathlib.Path)
    parser.add_argument("-o", "--output", type=pathlib.Path, required=True)
    args = parser.parse_args()
    results = {}
    base_cost = None
    with tempfile.TemporaryDirectory() as folder:
        for name, key, values, size in SERIES:
            for value in values:
                numbers = dict(BASE, **{key: value})
                is_base = value == BASE[key]
                cost = base_cost if is_base and base_cost else one_run(args.sise.resolve(), pathlib.Path(folder), numbers)
                base_cost = cost if is_base else base_cost
                results.setdefault(name, []).append((size(value), cost, is_base))
                print(f"| {name} | {size(value):.0f} | {cost:.1f} |", flush=True)
    rates = bounds(args.bounds)
    for name, (value, unit) in rates.items():
        print(f"| {name} | {value:.3g} {unit} | |")
    args.output.write_text(chart(results, rates), encoding="utf-8")


if __name__ == "__main__":
    main()

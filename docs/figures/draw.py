#!/usr/bin/env python3
"""Draws the figures of docs/models: asks the program itself along a line of points and plots what it answers as SVG.

    draw.py SISE OUTPUT_FOLDER

What is drawn stands in figures.json beside this script: per figure the model, the swept key of `at` with its range, the output
to plot and the cases whose curves are compared. The same program gives the same bytes; a test compares them.
"""
import json
import math
import subprocess
import sys
import tempfile
from pathlib import Path

POINTS = 241
WIDTH, HEIGHT = 680, 420
LEFT, RIGHT, TOP, BOTTOM = 78, 660, 58, 350
COLOURS = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#111111"]  # told apart by the colour-blind too
DASHES = ["", "8 4", "2 3", "10 3 2 3", "5 5", "1 2"]


class Axis:
    """Maps values to pixels; knows its ticks."""

    def __init__(self, low, high, first, last, log):
        self.low, self.high, self.first, self.last, self.log = low, high, first, last, log

    def at(self, value):
        if self.log:
            share = math.log(value / self.low) / math.log(self.high / self.low)
        else:
            share = (value - self.low) / (self.high - self.low)
        return self.first + share * (self.last - self.first)

    def ticks(self):
        """Pairs of value and whether it carries a label."""
        if not self.log:
            step = nice_step(self.high - self.low)
            first, last = math.ceil(self.low / step - 1e-9), math.floor(self.high / step + 1e-9)
            return [(i * step, True) for i in range(first, last + 1)]
        decades = math.log10(self.high / self.low)
        labelled = (1, 2, 5) if decades <= 2.5 else (1,)
        found = []
        for power in range(math.floor(math.log10(self.low)), math.ceil(math.log10(self.high)) + 1):
            for digit in range(1, 10):
                value = float(f"{digit}e{power}")
                if self.low * (1 - 1e-9) <= value <= self.high * (1 + 1e-9):
                    found.append((value, digit in labelled))
        return found


def nice_step(span):
    raw = span / 5.0
    unit = 10.0 ** math.floor(math.log10(raw))
    return next(step * unit for step in (1.0, 2.0, 2.5, 5.0, 10.0) if step * unit >= raw * (1 - 1e-9))


def sweep(figure):
    low, high = figure["x"]["range"]
    share = [i / (POINTS - 1) for i in range(POINTS)]
    if figure["x"].get("log"):
        return [float(f"{low * (high / low) ** s:.6g}") for s in share]
    return [float(f"{low + (high - low) * s:.6g}") for s in share]


def cases_of(figure):
    for curve in figure["curves"]:
        case = {"model": figure["model"], **figure.get("case", {})}
        for group in ("source", "weather", "options"):
            merged = {**figure.get("case", {}).get(group, {}), **curve.get(group, {})}
            if merged:
                case[group] = merged
        if "substance" in curve:
            case["substance"] = curve["substance"]
        case["id"] = f"{figure['file']}: {curve['label']}"
        fixed = {**figure.get("at", {}), **curve.get("at", {})}
        case["at"] = [{**fixed, figure["x"]["key"]: x} for x in sweep(figure)]
        yield case


def answers_of(sise, figures):
    """One run of `sise eval` for all figures."""
    cases = [case for figure in figures for case in cases_of(figure)]
    with tempfile.TemporaryDirectory() as folder:
        question, answer = Path(folder) / "cases.json", Path(folder) / "answers.json"
        question.write_text(json.dumps(cases), encoding="utf-8")
        subprocess.run([sise, "eval", str(question), "-o", str(answer), "--quiet"], check=False)
        answers = json.loads(answer.read_text(encoding="utf-8"))
    wrong = [f"{one['id']}: {one['error']['message']}" for one in answers if "error" in one]
    if wrong:
        raise SystemExit("\n".join(wrong))
    return iter(answers)


def points_of(figure, answer):
    """Runs of neighbouring points that have a value within the plot; a gap where the model gives none."""
    y = figure["y"]
    run, runs = [], []
    for x, values in zip(sweep(figure), answer["values"]):
        value = values.get(y["output"])
        scaled = None if value is None else value * y.get("scale", 1.0)
        if scaled is not None and y["range"][0] <= scaled <= y["range"][1]:
            run.append((x, scaled))
        elif run:
            runs.append(run)
            run = []
    return runs + [run] if run else runs


def label(value):
    if value == 0:
        return "0"
    if 1e-3 <= abs(value) < 1e5:
        return f"{value:.6g}"
    return f"1e{round(math.log10(value))}"


def text(x, y, words, anchor="middle", size=13, extra=""):
    words = words.replace("&", "&amp;").replace("<", "&lt;")
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-size="{size}"{extra}>{words}</text>'


def grid(horizontal, vertical):
    lines = []
    for value, labelled in horizontal.ticks():
        x = horizontal.at(value)
        colour = "#c8c8c8" if labelled else "#ececec"
        lines.append(f'<line x1="{x:.1f}" y1="{TOP}" x2="{x:.1f}" y2="{BOTTOM}" stroke="{colour}"/>')
        if labelled:
            lines.append(text(x, BOTTOM + 18, label(value)))
    for value, labelled in vertical.ticks():
        y = vertical.at(value)
        colour = "#c8c8c8" if labelled else "#ececec"
        lines.append(f'<line x1="{LEFT}" y1="{y:.1f}" x2="{RIGHT}" y2="{y:.1f}" stroke="{colour}"/>')
        if labelled:
            lines.append(text(LEFT - 8, y + 4.5, label(value), "end"))
    lines.append(f'<rect x="{LEFT}" y="{TOP}" width="{RIGHT - LEFT}" height="{BOTTOM - TOP}" fill="none" stroke="#444"/>')
    return lines


def legend(figure):
    """Upper right, or where the figure says."""
    right = figure.get("legend", "right") == "right"
    rows = len(figure["curves"]) + len(figure.get("marks", []))
    wide = max(len(curve["label"]) for curve in figure["curves"] + figure.get("marks", []))
    width = 48 + 6.9 * wide
    x = RIGHT - 10 - width if right else LEFT + 10
    y = TOP + 10 if figure.get("legend_at", "top") == "top" else BOTTOM - 18 - 19 * rows
    lines = [f'<rect x="{x:.1f}" y="{y}" width="{width:.1f}" height="{8 + 19 * rows}" fill="#fff" fill-opacity="0.85"/>']
    entries = [(c["label"], COLOURS[i], DASHES[i], 2.2) for i, c in enumerate(figure["curves"])]
    entries += [(m["label"], "#777777", "4 3", 1.2) for m in figure.get("marks", [])]
    for i, (name, colour, dash, thick) in enumerate(entries):
        row = y + 18 + 19 * i
        lines.append(f'<line x1="{x + 6:.1f}" y1="{row - 4}" x2="{x + 36:.1f}" y2="{row - 4}" stroke="{colour}" '
                     f'stroke-width="{thick}" stroke-dasharray="{dash}"/>')
        lines.append(text(x + 42, row, name, "start"))
    return lines


def svg(figure, answers):
    horizontal = Axis(*figure["x"]["range"], LEFT, RIGHT, figure["x"].get("log", False))
    vertical = Axis(*figure["y"]["range"], BOTTOM, TOP, figure["y"].get("log", False))
    lines = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" '
             f'font-family="Noto Sans CJK SC, Noto Sans SC, Microsoft YaHei, DejaVu Sans, sans-serif" fill="#222">',
             f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
             text((LEFT + RIGHT) / 2, 22, figure["title"][0], size=15),
             text((LEFT + RIGHT) / 2, 43, figure["title"][1], size=14)]
    lines += grid(horizontal, vertical)
    for mark in figure.get("marks", []):
        y = vertical.at(mark["value"])
        lines.append(f'<line x1="{LEFT}" y1="{y:.1f}" x2="{RIGHT}" y2="{y:.1f}" stroke="#777777" stroke-width="1.2" '
                     f'stroke-dasharray="4 3"/>')
    for i, _ in enumerate(figure["curves"]):
        for run in points_of(figure, next(answers)):
            path = " ".join(f"{horizontal.at(x):.1f},{vertical.at(y):.1f}" for x, y in run)
            lines.append(f'<polyline points="{path}" fill="none" stroke="{COLOURS[i]}" stroke-width="2.2" '
                         f'stroke-dasharray="{DASHES[i]}"/>')
    lines += legend(figure)
    lines.append(text((LEFT + RIGHT) / 2, HEIGHT - 26, figure["x"]["label"]))
    middle = (TOP + BOTTOM) / 2
    lines.append(text(20, middle, figure["y"]["label"], extra=f' transform="rotate(-90 20 {middle:.1f})"'))
    return "\n".join(lines + ["</svg>"]) + "\n"


def main(sise, folder):
    figures = json.loads((Path(__file__).parent / "figures.json").read_text(encoding="utf-8"))
    answers = answers_of(sise, figures)
    Path(folder).mkdir(parents=True, exist_ok=True)
    for figure in figures:
        Path(folder, figure["file"] + ".svg").write_text(svg(figure, answers), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])

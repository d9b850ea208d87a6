#!/usr/bin/env python3
"""Writes the synthetic record of a weather station that the page of `sise rose` reads.

    generate.py [FOLDER]

One year of hours at 31.95 N, 119.95 E in Beijing time, as a Chinese station's table looks: GB18030, Chinese column names,
16 points of the compass, C for calm, 999999 for what is missing, and three days without any row. The same seed always
gives the same bytes. Nothing in it was measured.
"""
import csv
import datetime
import math
import os
import random
import sys

POINTS = ["N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE", "S", "SSW", "SW", "WSW", "W", "WNW", "NW", "NNW"]
MISSING = 999999
START = datetime.datetime(2023, 1, 1)
HOURS = 365 * 24
OUTAGE = range(24 * 200, 24 * 203)


def weather(rng):
    """Yields point, speed in m/s, total and low cloud in tenths: sea winds in summer, north-westerlies in winter, a breeze
    that rises with the sun, clouds that come and go within days."""
    cloud, turn = 5.0, 0.0
    for hour in range(HOURS):
        season = math.cos(2 * math.pi * (hour / 24 - 15) / 365)  # 1 in January, -1 in July
        daily = math.cos(2 * math.pi * (hour % 24 - 14) / 24)
        cloud = min(10.4, max(-0.4, cloud + rng.gauss(0.03 * (5.5 - cloud), 1.1)))
        turn += rng.gauss(-0.06 * turn, 14.0)
        centre = 335.0 if season > 0.25 + rng.gauss(0, 0.3) else 120.0
        speed = max(0.0, 2.4 + 0.4 * season + 0.9 * daily + rng.gauss(0, 1.3))
        total = round(max(0.0, min(10.0, cloud)))
        low = round(total * rng.uniform(0.3, 1.0)) if total else 0
        yield POINTS[round((centre + turn) / 22.5) % 16], round(speed, 1), total, low


def main(folder):
    rng = random.Random(11)
    with open(os.path.join(folder, "record.csv"), "w", newline="", encoding="gb18030") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["时间(北京时)", "风向", "风速(m/s)", "总云量", "低云量"])
        for hour, (point, speed, total, low) in enumerate(weather(rng)):
            if hour in OUTAGE:
                continue
            if speed < 0.3:
                point, speed = "C", 0.0
            if rng.random() < 0.004:
                speed = MISSING
            if rng.random() < 0.004:
                total = low = MISSING
            time = START + datetime.timedelta(hours=hour)
            table.writerow([time.strftime("%Y-%m-%d %H:%M"), point, speed, total, low])


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else os.path.dirname(os.path.abspath(__file__)))

#!/usr/bin/env python3
"""Writes a made-up register of the real size: 230,000 risk points in eight files with eight dictionaries, dirty as registers are.

    register.py FOLDER [--points N] [--seed S]

Then: sise rate FOLDER/project.toml -o OUT. No packages are needed. Shares of what is wrong follow a city's published tables: 2.6 % old codes
of 15 digits, 0.2 % wrong check digits, 6 % coordinates of two decimals, 8 % elsewhere (most at one map's default centre), slipped decimals, 3 %
contradictory flags, renamed firms, brackets of both widths, doubled rows, placeholders for names.
"""
import argparse
import csv
import math
import os
import random

SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
WIDTH, HEIGHT, TOWNS_X, TOWNS_Y, GRID = 60000, 40000, 7, 4, 1000
X0, Y0 = 470000, 3480000
FIRMS = 4880
# office, share of the points, sector, heading of the level, dictionary, codes from the worst, encoding
OFFICES = [("chemicals", 0.09, "危险化学品", "riskLevel", "riskLevel_national", "0123", "utf-8"),
           ("metal", 0.03, "金属冶炼", "RISK_CLASS", "t_aqfxfxdy", "1234", "gb18030"),
           ("dust", 0.05, "粉尘涉爆", "风险等级", "szs_enterprise_risk", "12  ", "utf-8"),
           ("ammonia", 0.02, "液氨制冷", "level", "level_2_5_8_10", ("10", "8", "5", "2"), "utf-8"),
           ("fire", 0.44, "消防", "risk_level", "map_front_end", "1234", "utf-8"),
           ("equipment", 0.26, "特种设备", "等级", "canonical", "4321", "gb18030"),
           ("traffic", 0.04, "交通运输", "政府评级", "st_enterprise_rating_information_filling", "ABCD", "utf-8"),
           ("construction", 0.07, "建筑施工", "分类", "classic_abcd", "DCBA", "utf-8")]


def credit_code(number):
    organisation = f"MA{number:06d}"
    weights = (3, 7, 9, 10, 5, 8, 4, 2)
    rest = 11 - sum(w * (ord(c) - 55 if c.isalpha() else int(c)) for w, c in zip(weights, organisation)) % 11
    code = "91329900" + organisation + {10: "X", 11: "0"}.get(rest, str(rest))
    return code + SIGNS[-sum(SIGNS.index(c) * pow(3, i, 31) for i, c in enumerate(code)) % 31]


def old_code(number):
    digits, product = f"329900{number:08d}", 10
    for c in digits:
        total = (product + int(c)) % 10 or 10
        product = total * 2 % 11
    return digits + str((11 - product) % 10)


def degrees(x, y):
    """Near enough to EPSG:4549 for a made-up place."""
    latitude = 31.6229 + (y - 3500000) / 110870
    return 120 + (x - 500000) / (111320 * math.cos(math.radians(latitude))), latitude


class Firm:
    def __init__(self, rng, number):
        self.number, self.code = number, credit_code(number)
        self.name = f"滨江{rng.choice('恒盛同丰晶启嘉永')}{rng.choice('澄岚屹埠翎禾泽源')}{number:04d}{rng.choice(('化工', '机械', '纺织', '食品', '物流'))}有限公司"
        self.x, self.y = X0 + rng.uniform(0, WIDTH), Y0 + rng.uniform(0, HEIGHT)
        self.town = town(self.x, self.y)
        self.address = f"{self.town}工业路{rng.randint(1, 4000)}号"
        self.former = f"滨江第{number}厂" if rng.random() < 0.01 else ""

    def written_code(self, rng):
        draw = rng.random()
        if draw < 0.026:
            return old_code(self.number)
        if draw < 0.028:
            return self.code[:-1] + SIGNS[(SIGNS.index(self.code[-1]) + 1) % 31]
        return "" if draw < 0.04 else self.code

    def written_name(self, rng):
        draw = rng.random()
        if draw < 0.005:
            return "无"
        if draw < 0.03:
            return self.name.replace("有限公司", "（集团）有限公司")
        return self.former if self.former and draw < 0.3 else self.name


def town(x, y):
    column, row = int((x - X0) * TOWNS_X / WIDTH), int((y - Y0) * TOWNS_Y / HEIGHT)
    return f"第{min(row, TOWNS_Y - 1) * TOWNS_X + min(column, TOWNS_X - 1) + 1}镇"


def coordinates(rng, firm):
    """Texts of longitude and latitude, right and wrong."""
    x, y = (min(max(v + rng.gauss(0, 80), low + 1), high - 1)
            for v, low, high in ((firm.x, X0, X0 + WIDTH), (firm.y, Y0, Y0 + HEIGHT)))
    longitude, latitude = degrees(x, y)
    draw = rng.random()
    if draw < 0.03:
        return "", ""
    if draw < 0.09:
        return f"{longitude:.2f}", f"{latitude:.2f}"
    if draw < 0.15:
        return "118.760000", "33.060000"
    if draw < 0.152:
        return f"{longitude / 10:.6f}", f"{latitude:.6f}"
    if draw < 0.154:
        return f"{latitude:.6f}", f"{longitude:.6f}"
    if draw < 0.164:
        return f"{longitude + 3:.6f}", f"{latitude:.6f}"
    return f"{longitude:.6f}", f"{latitude:.6f}"


def write(path, header, rows, encoding="utf-8"):
    with open(path, "w", newline="", encoding=encoding) as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(header)
        table.writerows(rows)


def point_rows(rng, office, count, firms):
    name, _, sector, _, _, codes, _ = office
    for i in range(count):
        firm = rng.choice(firms)
        longitude, latitude = coordinates(rng, firm)
        level = codes[rng.choices(range(4), (1, 4, 20, 75))[0]]
        factors = ("", "", "")
        if name == "chemicals":
            factors = (rng.choice((0.2, 0.5, 1, 3)), rng.choice((1, 2, 3, 6)), rng.choice((1, 3, 7, 15)))
            if rng.random() < 0.002:
                factors = (4, *factors[1:])
        deleted, valid = ("1", "0") if rng.random() < 0.03 else ("1", "1") if rng.random() < 0.05 else ("0", "0")
        row = [f"{name[0].upper()}{i:06d}", firm.written_name(rng), firm.written_code(rng), f"{sector}部位{i % 37}", level.strip(), *factors,
               longitude, latitude, firm.town, firm.address, deleted, valid, "甲员"]
        yield row
        if rng.random() < 0.001:
            yield row


def squares(nx, ny, name):
    for j in range(ny):
        for i in range(nx):
            x, y = X0 + WIDTH * i / nx, Y0 + HEIGHT * j / ny
            w, h = WIDTH / nx, HEIGHT / ny
            ring = ", ".join(f"{a!r} {b!r}" for a, b in ((x, y), (x + w, y), (x + w, y + h), (x, y + h), (x, y)))
            yield [f"{j * nx + i + 1:06d}", name(j * nx + i + 1), f"POLYGON (({ring}))"]


def project(folder, counts):
    lines = ['title = "Register of the real size"', "[grid]", 'crs = "EPSG:4549"', "cell_m = 500.0",
             f"bounds = [{X0}.0, {Y0}.0, {X0 + WIDTH}.0, {Y0 + HEIGHT}.0]", "[register]", "date = 2026-03-16"]
    for name, _, sector, heading, dictionary, _, encoding in OFFICES:
        lines += ["[[register.points]]", f'source = "points_{name}.csv"', 'crs = "EPSG:4490"', f'sector = "{sector}"',
                  f'encoding = "{"GBK" if encoding == "gb18030" else "UTF-8"}"']
        if name == "chemicals":
            lines += ['point_method = "lec_ge"']
        lines += ["[register.points.fields]", f'level = "{heading}"', "[register.points.dictionary]", f'level = "{dictionary}"']
    lines += ["[register.enterprises]", 'source = "enterprises.csv"', 'crs = "EPSG:4490"', "[register.hidden_dangers]",
              'source = "hidden_dangers.csv"', "[register.hidden_dangers.dictionary]", 'level = "st_fxsb"', "[areas.townships]",
              'source = "townships.csv"', 'wkt = "wkt"', 'crs = "EPSG:4549"', 'id = "code"', 'name = "name"']
    second = ["[areas.grid]", 'source = "grid.csv"', 'wkt = "wkt"', 'crs = "EPSG:4549"', 'id = "code"', 'name = "name"']
    for file, text in (("project.toml", lines), ("two_sets.toml", lines + second)):
        with open(os.path.join(folder, file), "w", encoding="utf-8") as out:
            out.write("\n".join(text) + "\n")
    print(f"{sum(counts)} points in {len(counts)} files")


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder")
    arguments.add_argument("--points", type=int, default=230000)
    arguments.add_argument("--seed", type=int, default=1)
    options = arguments.parse_args()
    rng = random.Random(options.seed)
    os.makedirs(options.folder, exist_ok=True)
    firms = [Firm(rng, number) for number in range(1, FIRMS + 1)]
    counts = [round(office[1] * options.points) for office in OFFICES]
    for office, count in zip(OFFICES, counts):
        write(os.path.join(options.folder, f"points_{office[0]}.csv"),
              ["风险编号", "企业名称", "统一社会信用代码", "风险点", office[3], "L", "E", "C", "经度", "纬度", "所在镇", "详细地址", "删除标识", "数据有效无效", "责任人"],
              point_rows(rng, office, count, firms), office[6])
    rows = []
    for firm in firms:
        longitude, latitude = coordinates(rng, firm)
        rows.append([firm.written_code(rng) or firm.code, firm.name, firm.former, firm.town, firm.address, longitude, latitude,
                     rng.randint(5, 2000), rng.choice(("一级", "二级", "三级", "无"))])
    write(os.path.join(options.folder, "enterprises.csv"),
          ["统一社会信用代码", "企业名称", "曾用名", "所在镇", "详细地址", "经度", "纬度", "从业人员数量", "标准化等级"], rows)
    write(os.path.join(options.folder, "hidden_dangers.csv"),
          ["隐患编号", "企业名称", "统一社会信用代码", "隐患等级", "检查时间", "期限整改时间", "验收时间", "整改状态"],
          ([f"H{i:06d}", firm.name, firm.code, rng.choices("12", (488, 12))[0], "2026-01-15", rng.choices(("2026-02-15", "2026-04-01", "2026-01-01"), (50, 45, 5))[0],
            *(("2026-02-01", "已销号") if rng.random() < 0.9 else ("", "整改中"))] for i, firm in ((i, rng.choice(firms)) for i in range(20000))))
    write(os.path.join(options.folder, "townships.csv"), ["code", "name", "wkt"], squares(TOWNS_X, TOWNS_Y, lambda n: f"第{n}镇"))
    write(os.path.join(options.folder, "grid.csv"), ["code", "name", "wkt"],
          squares(WIDTH // GRID, HEIGHT // GRID, lambda n: f"网格{n}"))
    project(options.folder, counts)


if __name__ == "__main__":
    main()

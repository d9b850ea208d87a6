"""The register of Binjiang: 12 townships, 25 enterprises, 1,200 risk points of four offices and 300 hidden dangers; and the classes of flood.

Each office writes its own headings, codes and factors, as offices do. Grades, places and dates are drawn from `random.Random`; no number says
anything about a real firm. Credit codes are sound and of a division that does not exist.
"""
import csv
import datetime
import math
import os
import random

import geography
import layers
from osgeo import ogr

DATE = datetime.date(2026, 3, 16)
POINTS_PER_ENTERPRISE = 48
DANGERS = 300
SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
# West to east: the eastern edge of a column of townships, and the northern edges of those in it (metres from the centre).
COLUMNS = [(-6900, [-3100, 2700]), (-800, [-4300, 1600]), (5300, [-2500, 4100]), (None, [-3600, 3300])]
TOWN_NAMES = ["西埠镇", "临洲街道", "柳堰镇", "南圩镇", "城中街道", "河湾街道", "石梁镇", "新港街道", "江口镇", "东圩镇", "双塔镇", "化工园区"]
# How far from the bank a flood of each class reaches, metres.
FLOOD_BANDS = [("高", 300), ("较高", 900), ("中", 2000), ("较低", 4500), ("低", 0)]
PLACES = {"危险化学品": ["储罐区", "装卸站", "反应工段", "精馏工段", "泵房", "仓库"], "金属冶炼": ["熔炼炉", "浇铸区", "吊运通道", "循环水泵房"],
          "涉爆粉尘": ["除尘系统", "料仓", "打磨车间", "输送管道"], "涉氨制冷": ["制冷机房", "储氨器", "速冻间", "冷库"],
          "消防": ["配电间", "疏散通道", "消防泵房", "充电区"], "特种设备": ["锅炉", "压力容器", "行车", "电梯"],
          "交通运输": ["停车场", "装卸泊位", "维修间", "充装台"], "建筑施工": ["深基坑", "塔吊", "高支模", "临时用电"]}
ACCIDENTS = ["火灾", "其他爆炸", "中毒和窒息", "机械伤害", "触电", "高处坠落", "灼烫", "物体打击"]


def credit_code(number):
    """A sound unified social credit code (GB 32100, GB 11714)."""
    organisation = f"MA{number:06d}"
    weights = (3, 7, 9, 10, 5, 8, 4, 2)
    rest = 11 - sum(w * (ord(c) - 55 if c.isalpha() else int(c)) for w, c in zip(weights, organisation)) % 11
    code = "91329900" + organisation + {10: "X", 11: "0"}.get(rest, str(rest))
    total = sum(SIGNS.index(c) * pow(3, i, 31) for i, c in enumerate(code))
    return code + SIGNS[-total % 31]


def townships(border):
    """(code, name, geometry in metres of the grid): cut along straight lines, so that neighbours share their edges exactly."""
    district = layers.polygon([geography.absolute(x, y) for x, y in border])
    far = 20000
    towns = []
    west = -far
    for east, cuts in COLUMNS:
        edges = [-far, *cuts, far]
        for south, north in zip(edges, edges[1:]):
            box = [(west, south), (east or far, south), (east or far, north), (west, north)]
            shape = district.Intersection(layers.polygon([geography.absolute(x, y) for x, y in box]))
            if shape.GetGeometryType() == ogr.wkbMultiPolygon:
                shape = max((shape.GetGeometryRef(i).Clone() for i in range(shape.GetGeometryCount())), key=lambda g: g.Area())
            towns.append((f"329900{len(towns) + 1:03d}", TOWN_NAMES[len(towns)], shape))
        west = east
    return towns


def flood_areas(border):
    """(number, class, geometry): bands along the river, farther from the bank the milder; the last one is the rest of the district."""
    rest = layers.polygon([geography.absolute(x, y) for x, y in border])
    easts = range(-17000, 17001, 250)
    far = [geography.absolute(17000, 20000), geography.absolute(-17000, 20000)]
    areas = []
    for number, (level, reach) in enumerate(FLOOD_BANDS, 1):
        bank = [geography.absolute(x, geography.river_middle(x) - geography.RIVER_HALF_WIDTH_M - reach * (1 + 0.35 * math.sin(x / 1900))) for x in easts]
        flooded = layers.polygon([(round(x, 1), round(y, 1)) for x, y in bank + far]) if reach else rest
        areas.append((f"H{number}", level, ogr.ForceToMultiPolygon(rest.Intersection(flooded))))
        rest = rest.Difference(flooded)
    return areas


def town_of(towns, position):
    place = layers.point(position)
    return next((name for _, name, shape in towns if shape.Contains(place)), TOWN_NAMES[4])


def write_table(path, header, rows, encoding="utf-8"):
    with open(path, "w", newline="", encoding=encoding) as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(header)
        table.writerows(rows)


def inside(rng, enterprise, turn):
    """A place on the ground of an enterprise."""
    along, across = enterprise.width * rng.uniform(-0.45, 0.45), enterprise.height * rng.uniform(-0.45, 0.45)
    c, s = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    return geography.absolute(enterprise.east + c * along - s * across, enterprise.north + s * along + c * across)


class Points:
    """The rows of four offices, each in its own words."""

    def __init__(self, rng, to_degrees):
        self.rng, self.to_degrees = rng, to_degrees
        self.chemicals, self.industry, self.equipment, self.fire = [], [], [], []
        self.ids = []

    def place(self, enterprise, turn):
        """Longitude and latitude as texts: most measured, some coarse, some missing."""
        longitude, latitude = self.to_degrees(inside(self.rng, enterprise, turn))
        draw = self.rng.random()
        if draw < 0.80:
            return f"{longitude:.6f}", f"{latitude:.6f}"
        return (f"{longitude:.2f}", f"{latitude:.2f}") if draw < 0.85 else ("", "")

    def add(self, number, enterprise, code, turn, town):
        rng = self.rng
        name = rng.choice(PLACES[enterprise.sector])
        point = f"FX{number:05d}"
        longitude, latitude = self.place(enterprise, turn)
        accident = rng.choice(ACCIDENTS)
        reviewed = DATE - datetime.timedelta(days=rng.randint(10, 400))
        self.ids.append(point)
        if enterprise.sector == "危险化学品":
            factors = (rng.choices((0.2, 0.5, 1, 3, 6), (2, 6, 8, 3, 1))[0], rng.choices((1, 2, 3, 6), (2, 3, 5, 4))[0],
                       rng.choices((1, 3, 7, 15, 40), (2, 6, 6, 4, 1))[0])
            better = (min(factors[0], rng.choice((0.2, 0.5, 1))), factors[1], factors[2])
            self.chemicals.append([point, enterprise.name, code, name, *factors, *better, accident, longitude, latitude, town, reviewed])
        elif enterprise.sector in ("金属冶炼", "涉爆粉尘", "涉氨制冷"):
            likely, severe = rng.choices((1, 2, 3, 4), (5, 6, 4, 1))[0], rng.choices((1, 2, 3, 4, 5), (2, 5, 6, 3, 1))[0]
            missing = rng.random() < 0.02
            self.industry.append([point, enterprise.name, code, enterprise.sector, name, likely, "" if missing else severe, accident,
                                  longitude, latitude, town])
        elif enterprise.sector == "特种设备":
            level = rng.choices("1234", (1, 3, 9, 20))[0]
            self.equipment.append([point, enterprise.name, code, name, level, longitude, latitude, reviewed])
        else:
            level = rng.choices(("重大风险", "较大风险", "一般风险", "低风险"), (1, 4, 14, 40))[0]
            self.fire.append([point, enterprise.name, enterprise.sector, name, level, longitude, latitude, town])

    def write(self, folder):
        write_table(os.path.join(folder, "points_chemicals.csv"),
                    ["风险点编号", "企业名称", "统一社会信用代码", "风险点", "L", "E", "C", "L(控制后)", "E(控制后)", "C(控制后)", "可能导致的事故类型",
                     "经度", "纬度", "所在镇", "评估日期"], self.chemicals)
        write_table(os.path.join(folder, "points_industry.csv"),
                    ["风险编码号", "单位名称", "社会信用代码", "行业领域", "部位", "L(可能性)", "S(严重性)", "主要事故类别", "JD", "WD", "镇街"],
                    self.industry, "gb18030")
        write_table(os.path.join(folder, "points_equipment.csv"),
                    ["编号", "company_name", "UUITNO", "RISK_UNIT_NAME", "RISK_CLASS", "lng", "lat", "FPRQ"], self.equipment)
        write_table(os.path.join(folder, "points_fire.csv"),
                    ["风险编号", "单位名称", "领域", "风险点名称", "风险等级", "经度", "纬度", "街道、乡镇"], self.fire)


def write_enterprises(path, rng, placed, towns, to_degrees):
    """One firm has no coordinates; another is known by a former name."""
    rows = []
    for number, (enterprise, _, _) in enumerate(placed, 1):
        position = geography.absolute(enterprise.east, enterprise.north)
        longitude, latitude = to_degrees(position)
        standard = rng.choices(("一级", "二级", "三级", "无"), (1, 3, 12, 6))[0]
        accident = rng.choices(("无", "无亡", "1起亡人"), (18, 4, 1))[0]
        penalty = rng.choices(("无", "警告", "罚款"), (14, 4, 4))[0]
        known = number != 23
        rows.append([credit_code(number), enterprise.name, "滨江第一化肥厂" if "化肥" in enterprise.name else "", enterprise.sector,
                     town_of(towns, position), f"{longitude:.6f}" if known else "", f"{latitude:.6f}" if known else "",
                     rng.randint(20, 900), standard, accident, penalty, penalty, "是", rng.choices(("是", "否"), (22, 3))[0],
                     rng.choices(("正常", "临时停产"), (23, 2))[0]])
    write_table(path, ["统一社会信用代码", "企业名称", "曾用名", "行业领域", "所在镇", "经度", "纬度", "从业人员数量", "标准化等级", "36月事故", "12月处罚",
                       "12月执法", "应报告", "已报告", "生产状态"], rows)


def write_dangers(path, rng, placed, ids):
    rows = []
    for number in range(1, DANGERS + 1):
        firm = rng.randrange(len(placed))
        major = number % 25 == 0
        found = DATE - datetime.timedelta(days=rng.randint(5, 180))
        deadline = found + datetime.timedelta(days=rng.choice((7, 15, 30, 60)))
        draw = rng.random()
        closed = found + datetime.timedelta(days=rng.randint(1, 25)) if draw < 0.72 else deadline + datetime.timedelta(days=9)
        is_open = draw > 0.84 or closed > DATE
        point = ids[firm * POINTS_PER_ENTERPRISE + rng.randrange(POINTS_PER_ENTERPRISE)] if rng.random() < 0.7 else ""
        state = rng.choice(("整改中", "待验收")) if is_open else "已销号"
        rows.append([f"YH{number:04d}", placed[firm][0].name, credit_code(firm + 1), point, "2" if major else "1", found, deadline,
                     "" if is_open else closed, state, "是" if major else "否"])
    write_table(path, ["隐患编号", "企业名称", "统一社会信用代码", "风险点编号", "隐患等级", "检查时间", "期限整改时间", "验收时间", "整改状态", "挂牌督办"], rows)


def write_register(folder, border, placed):
    """`placed` as generate.place_enterprises gives it."""
    rng = random.Random(12)
    os.makedirs(folder, exist_ok=True)
    for name in os.listdir(folder):
        os.remove(os.path.join(folder, name))
    to_degrees = layers.to_degrees("EPSG:4490")
    towns = townships(border)
    layers.write_layer("GPKG", os.path.join(folder, "townships.gpkg"), "townships", [("镇街代码", ogr.OFTString, 0), ("镇街", ogr.OFTString, 0)],
                       [(shape, [code, name]) for code, name, shape in towns], crs_name=layers.GRID_CRS, geometry_type=ogr.wkbPolygon)
    layers.write_layer("GPKG", os.path.join(folder, "flood.gpkg"), "flood", [("编号", ogr.OFTString, 0), ("风险等级", ogr.OFTString, 0)],
                       [(shape, [number, level]) for number, level, shape in flood_areas(border)], crs_name=layers.GRID_CRS,
                       geometry_type=ogr.wkbMultiPolygon)
    points = Points(rng, to_degrees)
    for firm, (enterprise, _, turn) in enumerate(placed):
        town = town_of(towns, geography.absolute(enterprise.east, enterprise.north))
        for index in range(POINTS_PER_ENTERPRISE):
            points.add(firm * POINTS_PER_ENTERPRISE + index + 1, enterprise, credit_code(firm + 1), turn, town)
    points.write(folder)
    write_enterprises(os.path.join(folder, "enterprises.csv"), rng, placed, towns, to_degrees)
    write_dangers(os.path.join(folder, "hidden_dangers.csv"), rng, placed, points.ids)

"""Who stands where in Binjiang: 25 made-up enterprises with 60 hazardous units.

Every name is invented. Positions are metres east and north of the district's centre. A unit's `cases` says how its
scenarios are made (see scenarios.py).
"""
from collections import namedtuple

Enterprise = namedtuple("Enterprise", "name sector east north width height status units")
# inventory_kg is the design maximum; gauge_kpa the working gauge pressure; temperature_c the working temperature.
Unit = namedtuple("Unit", "name kind substance inventory_kg state temperature_c gauge_kpa cases")

LIQUEFIED, COLD, LIQUID, GAS, SOLID = "加压液化", "低温液化", "常温液体", "气体", "固体"


def tank(name, substance, inventory_kg, gauge_kpa, kind="压力容器", state=LIQUEFIED, temperature_c=20, cases="toxic"):
    """A vessel, or another kind of equipment, from which a toxic substance can leak."""
    return Unit(name, kind, substance, inventory_kg, state, temperature_c, gauge_kpa, cases)


def burst(name, kind, substance, inventory_kg, tnt_kg, state=SOLID, temperature_c=20, gauge_kpa=0):
    """A unit that can explode; `tnt_kg` is the stated TNT equivalent of its largest explosion."""
    return Unit(name, kind, substance, inventory_kg, state, temperature_c, gauge_kpa, ("explosion", tnt_kg))


def fuel(name, kind, substance, inventory_kg, state, gauge_kpa=0, temperature_c=20, pool_m=None):
    """A unit that can burn: a flammable gas, or a liquid whose largest pool is `pool_m` across."""
    cases = ("pool", pool_m) if pool_m else "gas"
    return Unit(name, kind, substance, inventory_kg, state, temperature_c, gauge_kpa, cases)


HAZCHEM, METAL, DUST, AMMONIA = "危险化学品", "金属冶炼", "涉爆粉尘", "涉氨制冷"
FIRE, SPECIAL, TRAFFIC, CONSTRUCTION = "消防", "特种设备", "交通运输", "建筑施工"

ENTERPRISES = [
    # --- the chemical park, along the river in the north-east ---------------------------------------------------------
    Enterprise("滨江恒澄氯碱有限公司", HAZCHEM, 6900, 8300, 560, 420, "现有", [
        tank("液氯储罐一", "液氯", 50000, 600),
        tank("液氯储罐二", "液氯", 50000, 600),
        tank("液氯充装站", "液氯", 10000, 800, kind="气瓶库"),
        tank("氯化氢合成炉", "氯化氢", 800, 50, kind="反应器", state=GAS, temperature_c=60),
        tank("氯化氢输送管", "氯化氢", 400, 150, kind="工艺管道", state=GAS, temperature_c=40),
        fuel("氢气柜", "压力容器", "氢气", 900, GAS, 300),
    ]),
    Enterprise("滨江晶岚氟材料有限公司", HAZCHEM, 7900, 7950, 420, 360, "现有", [
        tank("无水氟化氢储罐", "氟化氢", 40000, 100),
        tank("氟化反应釜", "氟化氢", 3000, 400, kind="反应器", temperature_c=80),
        tank("氟化氢卸车站", "氟化氢", 20000, 250, kind="泵"),
    ]),
    Enterprise("滨江同屹异氰酸酯有限公司", HAZCHEM, 8750, 7230, 620, 420, "现有", [
        tank("光气合成器", "光气", 1200, 250, kind="反应器", state=GAS, temperature_c=60),
        tank("光化反应釜", "光气", 2500, 300, kind="反应器", temperature_c=90),
        tank("液氯缓冲罐", "液氯", 30000, 700),
        fuel("甲苯储罐", "常压储罐", "甲苯", 800000, LIQUID, pool_m=40),
    ]),
    Enterprise("滨江丰埠化肥有限公司", HAZCHEM, 6300, 7350, 620, 460, "现有", [
        tank("液氨球罐一", "液氨", 400000, 900),
        tank("液氨球罐二", "液氨", 400000, 900),
        tank("氨合成塔", "氨", 6000, 14000, kind="塔器", state=GAS, temperature_c=420),
        burst("硝酸铵仓库", "仓库", "硝酸铵", 60000, 9000),
    ]),
    Enterprise("滨江泽淳硫化工有限公司", HAZCHEM, 7450, 6950, 420, 340, "现有", [
        tank("液体二氧化硫储罐", "二氧化硫", 60000, 350),
        tank("二氧化硫转化管廊", "二氧化硫", 1500, 120, kind="工艺管道", state=GAS, temperature_c=120),
    ]),
    Enterprise("滨江瀚川石化有限公司", HAZCHEM, 9700, 6450, 820, 620, "现有", [
        tank("酸性气管线", "硫化氢", 600, 500, kind="工艺管道", state=GAS, temperature_c=40),
        tank("脱硫再生塔", "硫化氢", 1500, 900, kind="塔器", state=GAS, temperature_c=110),
        fuel("汽油储罐", "常压储罐", "汽油", 7500000, LIQUID, pool_m=60),
        fuel("液化气球罐", "压力容器", "液化石油气", 900000, LIQUEFIED, 800),
    ]),
    Enterprise("滨江禾硕农化有限公司", HAZCHEM, 8450, 6500, 420, 340, "现有", [
        tank("液氯钢瓶间", "液氯", 8000, 600, kind="气瓶库"),
        tank("氯化氢吸收塔", "氯化氢", 300, 100, kind="塔器", state=GAS, temperature_c=50),
        fuel("甲醇储罐", "常压储罐", "甲醇", 600000, LIQUID, pool_m=36),
    ]),
    Enterprise("滨江启翎含能材料有限公司", HAZCHEM, 10900, 5400, 520, 460, "新建", [
        tank("液氨储槽", "液氨", 30000, 900),
        tank("二氧化硫钢瓶间", "二氧化硫", 6000, 300, kind="气瓶库"),
        burst("硝基胍成品库", "爆炸物库", "硝基胍", 6000, 3000),
    ]),
    # --- the port -----------------------------------------------------------------------------------------------------
    Enterprise("滨江港液体化工码头有限公司", HAZCHEM, 4500, 8880, 620, 260, "现有", [
        tank("液氨装卸码头", "液氨", 60000, 700, kind="装卸码头", state=COLD, temperature_c=-30),
        fuel("甲醇中转储罐", "常压储罐", "甲醇", 4000000, LIQUID, pool_m=50),
        fuel("汽油装卸码头", "装卸码头", "汽油", 200000, LIQUID, pool_m=25),
    ]),
    Enterprise("滨江港盛燃气储运有限公司", HAZCHEM, 5500, 8900, 460, 300, "现有", [
        fuel("低温液化气储罐", "低温储罐", "液化石油气", 8000000, COLD, 10, -42),
        fuel("液化气装卸臂", "装卸码头", "液化石油气", 20000, LIQUEFIED, 900),
    ]),
    # --- metal, dust, cold stores: the industrial estates around the town -----------------------------------------------
    Enterprise("滨江铸恒特钢有限公司", METAL, 2100, 5900, 900, 560, "现有", [
        burst("电炉钢水跨", "金属冶炼", "", 90000, 60, state=LIQUID, temperature_c=1600),
        tank("转炉煤气柜", "一氧化碳", 9000, 5, state=GAS),
    ]),
    Enterprise("滨江铭铎铝业有限公司", METAL, 600, 5300, 520, 420, "现有", [
        burst("深井铸造线", "金属冶炼", "", 25000, 120, state=LIQUID, temperature_c=720),
        burst("铝粉收尘间", "涉爆粉尘", "铝粉", 300, 25),
    ]),
    Enterprise("滨江木森家具有限公司", DUST, -3600, 4700, 360, 280, "现有", [
        burst("砂光收尘器", "涉爆粉尘", "木粉", 150, 6),
        burst("木粉料仓", "涉爆粉尘", "木粉", 4000, 30),
    ]),
    Enterprise("滨江谷润粮食加工有限公司", DUST, -7200, 7300, 420, 260, "现有", [
        burst("淀粉烘干收尘系统", "涉爆粉尘", "玉米淀粉粉尘", 500, 20),
        burst("淀粉筒仓", "涉爆粉尘", "玉米淀粉粉尘", 30000, 80),
    ]),
    Enterprise("滨江镁臻轮毂有限公司", DUST, -800, -7900, 340, 260, "现有", [
        burst("镁铝抛光收尘间", "涉爆粉尘", "镁粉", 120, 12),
    ]),
    Enterprise("滨江鲜洲水产冷链有限公司", AMMONIA, -9700, 6900, 320, 240, "现有", [
        tank("高压贮氨器", "液氨", 12000, 1400, kind="涉氨制冷", temperature_c=35),
        tank("低压循环桶", "液氨", 5000, 200, kind="涉氨制冷", state=COLD, temperature_c=-15),
    ]),
    Enterprise("滨江牧禾肉类食品有限公司", AMMONIA, -8300, -3600, 340, 240, "现有", [
        tank("高压贮氨器", "液氨", 9000, 1400, kind="涉氨制冷", temperature_c=35),
        tank("速冻间蒸发机组", "液氨", 2500, 200, kind="涉氨制冷", state=COLD, temperature_c=-30),
    ]),
    Enterprise("滨江乐沅乳品有限公司", AMMONIA, 3900, -6100, 300, 220, "现有", [
        tank("高压贮氨器", "液氨", 6000, 1400, kind="涉氨制冷", temperature_c=35),
    ]),
    # --- fire, construction, special equipment, traffic -----------------------------------------------------------------
    Enterprise("滨江安堡化工品仓储有限公司", FIRE, 5300, 6500, 460, 320, "现有", [
        fuel("甲类仓库", "仓库", "丙酮", 300000, LIQUID, pool_m=22),
        fuel("涂料仓库", "仓库", "甲苯", 400000, LIQUID, pool_m=22),
    ]),
    Enterprise("滨江隧通建设工程有限公司", CONSTRUCTION, -5900, -9100, 260, 220, "现有", [
        burst("工地民用爆炸物品库", "爆炸物库", "梯恩梯", 2000, 1500),
        burst("乙炔瓶棚", "气瓶库", "乙炔", 300, 4, state=GAS, gauge_kpa=1500),
    ]),
    Enterprise("滨江元昌气体充装有限公司", SPECIAL, 2900, 3900, 300, 240, "现有", [
        burst("乙炔充装间", "气瓶库", "乙炔", 2000, 18, state=GAS, gauge_kpa=1500),
        burst("氩氮气瓶库", "气瓶库", "氮气", 3000, 3, state=GAS, gauge_kpa=15000),
    ]),
    Enterprise("滨江汇暖热电有限公司", SPECIAL, -1900, 7600, 520, 360, "现有", [
        burst("高压蒸汽锅炉", "压力容器", "", 60000, 150, state=LIQUID, temperature_c=320, gauge_kpa=9800),
        tank("脱硝液氨储罐", "液氨", 45000, 900),
    ]),
    Enterprise("滨江顺途危货停车场", TRAFFIC, 4300, 2300, 320, 260, "现有", [
        tank("液氯槽车泊位", "液氯", 20000, 700),
        fuel("汽油槽车泊位", "仓库", "汽油", 60000, LIQUID, pool_m=16),
    ]),
    Enterprise("滨江城北加油加气站", TRAFFIC, -2600, 1900, 120, 90, "现有", [
        fuel("加油加气设施", "加油加气站", "汽油", 60000, LIQUID, pool_m=12),
    ]),
    Enterprise("滨江自来水有限公司取水厂", HAZCHEM, -4500, 7150, 320, 240, "现有", [
        tank("加氯间", "液氯", 4000, 600, kind="气瓶库"),
    ]),
]

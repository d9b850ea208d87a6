"""Who stands where in Binjiang: 25 made-up enterprises with 60 hazardous units.

Every name is invented. Positions are metres east and north of the district's centre. A unit's record is what an office has of
it: what it holds, how much and in which state, and of some its bund, connections, valves and transfers. Scenarios follow
from these records; of three units the enterprise's own assessment gives them (stated.py).
"""
from collections import namedtuple

Enterprise = namedtuple("Enterprise", "name sector east north width height status units")
# inventory_kg is the design maximum; gauge_kpa the working gauge pressure; temperature_c the working temperature.
Unit = namedtuple("Unit", "name kind substance inventory_kg state temperature_c gauge_kpa details")

LIQUEFIED, COLD, LIQUID, GAS, SOLID = "加压液化", "低温液化", "常温液体", "气体", "固体"
# What else a record may say of a unit: the layer's column.
COLUMNS = {"bund_m2": "围堰面积", "connection_mm": "接管直径", "diameter_mm": "管径", "length_m": "管道长度",
           "containment": "包容形式", "isolation": "切断方式", "transfers": "年装卸数", "hours": "年装卸时", "volume_m3": "容积",
           "present": "在场比例"}


def unit(name, kind, substance, inventory_kg, state, gauge_kpa=0, temperature_c=20, **details):
    assert set(details) <= set(COLUMNS), name
    return Unit(name, kind, substance, inventory_kg, state, temperature_c, gauge_kpa, details)


HAZCHEM, METAL, DUST, AMMONIA = "危险化学品", "金属冶炼", "涉爆粉尘", "涉氨制冷"
FIRE, SPECIAL, TRAFFIC, CONSTRUCTION = "消防", "特种设备", "交通运输", "建筑施工"

ENTERPRISES = [
    # --- the chemical park, along the river in the north-east ---------------------------------------------------------
    Enterprise("滨江恒澄氯碱有限公司", HAZCHEM, 6900, 8300, 560, 420, "现有", [
        unit("液氯储罐一", "压力容器", "液氯", 50000, LIQUEFIED, 600, connection_mm=50, isolation="automatic"),
        unit("液氯储罐二", "压力容器", "液氯", 50000, LIQUEFIED, 600, connection_mm=50, isolation="remote"),
        unit("液氯槽车充装站", "装卸码头", "液氯", 10000, LIQUEFIED, 800, containment="软管, 汽车", connection_mm=40, transfers=120,
             hours=240, isolation="automatic"),
        unit("氯化氢合成炉", "反应器", "氯化氢", 800, GAS, 50, 60, connection_mm=150),
        unit("氯化氢输送管", "工艺管道", "氯化氢", 400, GAS, 150, 40, diameter_mm=150, length_m=320),
        unit("氢气柜", "压力容器", "氢气", 900, GAS, 300, connection_mm=100),
    ]),
    Enterprise("滨江晶岚氟材料有限公司", HAZCHEM, 7900, 7950, 420, 360, "现有", [
        unit("无水氟化氢储罐", "压力容器", "氟化氢", 40000, LIQUEFIED, 100, connection_mm=50, isolation="remote"),
        unit("氟化反应釜", "反应器", "氟化氢", 3000, LIQUEFIED, 650, 80, connection_mm=50),
        unit("氟化氢卸车站", "泵", "氟化氢", 20000, LIQUEFIED, 250, connection_mm=50, isolation="remote"),
    ]),
    Enterprise("滨江同屹异氰酸酯有限公司", HAZCHEM, 8750, 7230, 620, 420, "现有", [
        unit("光气合成器", "反应器", "光气", 1200, GAS, 250, 60, connection_mm=100, isolation="automatic"),
        unit("光化反应釜", "反应器", "光气", 2500, LIQUEFIED, 300, 40, connection_mm=80, isolation="automatic"),
        unit("液氯缓冲罐", "压力容器", "液氯", 30000, LIQUEFIED, 700),
        unit("甲苯储罐", "常压储罐", "甲苯", 800000, LIQUID, bund_m2=1250, connection_mm=150),
    ]),
    Enterprise("滨江丰埠化肥有限公司", HAZCHEM, 6300, 7350, 620, 460, "现有", [
        unit("液氨球罐一", "压力容器", "液氨", 400000, LIQUEFIED, 900, connection_mm=100, isolation="remote"),
        unit("液氨球罐二", "压力容器", "液氨", 400000, LIQUEFIED, 900, connection_mm=100, isolation="remote"),
        unit("氨合成塔", "塔器", "氨", 6000, GAS, 14000, 420, connection_mm=150),
        unit("硝酸铵仓库", "仓库", "硝酸铵", 60000, SOLID),
    ]),
    Enterprise("滨江泽淳硫化工有限公司", HAZCHEM, 7450, 6950, 420, 340, "现有", [
        unit("液体二氧化硫储罐", "压力容器", "二氧化硫", 60000, LIQUEFIED, 350, connection_mm=50, isolation="manual"),
        unit("二氧化硫转化管廊", "工艺管道", "二氧化硫", 1500, GAS, 120, 120, diameter_mm=400, length_m=180),
    ]),
    Enterprise("滨江瀚川石化有限公司", HAZCHEM, 9700, 6450, 820, 620, "现有", [
        unit("酸性气管线", "工艺管道", "硫化氢", 600, GAS, 500, 40, diameter_mm=200, length_m=450),
        unit("脱硫再生塔", "塔器", "硫化氢", 1500, GAS, 900, 110, connection_mm=150),
        unit("汽油储罐", "常压储罐", "汽油", 7500000, LIQUID, bund_m2=2800, connection_mm=300),
        unit("液化气球罐", "压力容器", "液化石油气", 900000, LIQUEFIED, 800, connection_mm=150, isolation="automatic"),
    ]),
    Enterprise("滨江禾硕农化有限公司", HAZCHEM, 8450, 6500, 420, 340, "现有", [
        unit("液氯钢瓶间", "气瓶库", "液氯", 8000, LIQUEFIED, 600),
        unit("氯化氢吸收塔", "塔器", "氯化氢", 300, GAS, 100, 50, connection_mm=100),
        unit("甲醇储罐", "常压储罐", "甲醇", 600000, LIQUID, bund_m2=1000, connection_mm=100),
    ]),
    Enterprise("滨江启翎含能材料有限公司", HAZCHEM, 10900, 5400, 520, 460, "新建", [
        unit("液氨储槽", "压力容器", "液氨", 30000, LIQUEFIED, 900, connection_mm=50, isolation="automatic"),
        unit("二氧化硫钢瓶间", "气瓶库", "二氧化硫", 6000, LIQUEFIED, 300),
        unit("硝基胍成品库", "爆炸物库", "硝基胍", 6000, SOLID),
    ]),
    # --- the port -----------------------------------------------------------------------------------------------------
    Enterprise("滨江港液体化工码头有限公司", HAZCHEM, 4500, 8880, 620, 260, "现有", [
        unit("液氨装卸码头", "装卸码头", "液氨", 60000, COLD, 700, -30, containment="船", connection_mm=100, transfers=6, hours=60,
             isolation="automatic"),
        unit("甲醇中转储罐", "常压储罐", "甲醇", 4000000, LIQUID, bund_m2=2000, connection_mm=250),
        unit("汽油装卸码头", "装卸码头", "汽油", 200000, LIQUID, containment="船", connection_mm=200, transfers=60, hours=600),
    ]),
    Enterprise("滨江港盛燃气储运有限公司", HAZCHEM, 5500, 8900, 460, 300, "现有", [
        unit("低温液化气储罐", "低温储罐", "液化石油气", 8000000, COLD, 10, -42, containment="全包容", bund_m2=2500, connection_mm=200),
        unit("液化气装卸臂", "装卸码头", "液化石油气", 20000, LIQUEFIED, 900, containment="装卸臂, 汽车", connection_mm=80, transfers=800,
             hours=640, isolation="automatic"),
    ]),
    # --- metal, dust, cold stores: the industrial estates around the town -----------------------------------------------
    Enterprise("滨江铸恒特钢有限公司", METAL, 2100, 5900, 900, 560, "现有", [
        unit("电炉钢水跨", "金属冶炼", "", 90000, LIQUID, temperature_c=1600),
        unit("转炉煤气柜", "压力容器", "一氧化碳", 9000, GAS, 5, connection_mm=800),
    ]),
    Enterprise("滨江铭铎铝业有限公司", METAL, 600, 5300, 520, 420, "现有", [
        unit("深井铸造线", "金属冶炼", "", 25000, LIQUID, temperature_c=720),
        unit("铝粉收尘间", "涉爆粉尘", "铝粉", 300, SOLID, volume_m3=60),
    ]),
    Enterprise("滨江木森家具有限公司", DUST, -3600, 4700, 360, 280, "现有", [
        unit("砂光收尘器", "涉爆粉尘", "木粉", 150, SOLID, volume_m3=30, containment="泄爆"),
        unit("木粉料仓", "涉爆粉尘", "木粉", 4000, SOLID, volume_m3=80, containment="筒仓"),
    ]),
    Enterprise("滨江谷润粮食加工有限公司", DUST, -7200, 7300, 420, 260, "现有", [
        unit("淀粉烘干收尘系统", "涉爆粉尘", "玉米淀粉粉尘", 500, SOLID, volume_m3=90, containment="泄爆"),
        unit("淀粉筒仓", "涉爆粉尘", "玉米淀粉粉尘", 30000, SOLID, volume_m3=300, containment="筒仓"),
    ]),
    Enterprise("滨江镁臻轮毂有限公司", DUST, -800, -7900, 340, 260, "现有", [
        unit("镁铝抛光收尘间", "涉爆粉尘", "镁粉", 120, SOLID),
    ]),
    Enterprise("滨江鲜洲水产冷链有限公司", AMMONIA, -9700, 6900, 320, 240, "现有", [
        unit("高压贮氨器", "涉氨制冷", "液氨", 12000, LIQUEFIED, 1400, 35, diameter_mm=65, length_m=120),
        unit("低压循环桶", "涉氨制冷", "液氨", 5000, COLD, 200, -15),
    ]),
    Enterprise("滨江牧禾肉类食品有限公司", AMMONIA, -8300, -3600, 340, 240, "现有", [
        unit("高压贮氨器", "涉氨制冷", "液氨", 9000, LIQUEFIED, 1400, 35, diameter_mm=50, length_m=90),
        unit("速冻间蒸发机组", "涉氨制冷", "液氨", 2500, COLD, 200, -30),
    ]),
    Enterprise("滨江乐沅乳品有限公司", AMMONIA, 3900, -6100, 300, 220, "现有", [
        unit("高压贮氨器", "涉氨制冷", "液氨", 6000, LIQUEFIED, 1400, 35),
    ]),
    # --- fire, construction, special equipment, traffic -----------------------------------------------------------------
    Enterprise("滨江安堡化工品仓储有限公司", FIRE, 5300, 6500, 460, 320, "现有", [
        unit("甲类仓库", "仓库", "丙酮", 300000, LIQUID, bund_m2=380, containment="level_1"),
        unit("涂料仓库", "仓库", "甲苯", 400000, LIQUID, bund_m2=380, containment="level_1"),
    ]),
    Enterprise("滨江隧通建设工程有限公司", CONSTRUCTION, -5900, -9100, 260, 220, "现有", [
        unit("工地民用爆炸物品库", "爆炸物库", "梯恩梯", 2000, SOLID),
        unit("乙炔瓶棚", "气瓶库", "乙炔", 300, GAS, 1500),
    ]),
    Enterprise("滨江元昌气体充装有限公司", SPECIAL, 2900, 3900, 300, 240, "现有", [
        unit("乙炔充装间", "气瓶库", "乙炔", 2000, GAS, 1500),
        unit("氩氮气瓶库", "气瓶库", "氮气", 3000, GAS, 15000),
    ]),
    Enterprise("滨江汇暖热电有限公司", SPECIAL, -1900, 7600, 520, 360, "现有", [
        unit("高压蒸汽锅炉", "压力容器", "", 60000, LIQUID, 9800, 320),
        unit("脱硝液氨储罐", "压力容器", "液氨", 45000, LIQUEFIED, 900, connection_mm=50, isolation="remote"),
    ]),
    Enterprise("滨江顺途危货停车场", TRAFFIC, 4300, 2300, 320, 260, "现有", [
        unit("液氯槽车泊位", "压力容器", "液氯", 20000, LIQUEFIED, 700, connection_mm=50, present=0.3),
        unit("汽油槽车泊位", "仓库", "汽油", 60000, LIQUID, bund_m2=200, present=0.6),
    ]),
    Enterprise("滨江城北加油加气站", TRAFFIC, -2600, 1900, 120, 90, "现有", [
        unit("加油加气设施", "加油加气站", "汽油", 60000, LIQUID, transfers=300),
    ]),
    Enterprise("滨江自来水有限公司取水厂", HAZCHEM, -4500, 7150, 320, 240, "现有", [
        unit("加氯间", "气瓶库", "液氯", 4000, LIQUEFIED, 600),
    ]),
]

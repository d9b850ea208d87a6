"""300 protected targets of every class of GB 36894-2018, where people are."""
import itertools
from collections import namedtuple

import geography

# `ring` has one point for a target drawn as a point; `class_name` is written as offices write it, long and short.
Target = namedtuple("Target", "id name class_name people ring")

# what, class, count, people from-to, size in metres (0: a point)
KINDS = [
    ("小学", "高敏感防护目标", 34, (600, 1800), 160), ("中学", "高敏感防护目标", 16, (900, 2600), 220),
    ("幼儿园", "高敏感", 22, (120, 420), 0), ("医院", "高敏感防护目标", 8, (300, 2000), 180),
    ("敬老院", "高敏感", 10, (60, 240), 0), ("变电站", "重要防护目标", 12, (5, 20), 90),
    ("博物馆", "重要防护目标", 4, (100, 600), 110), ("文物保护点", "重要", 14, (10, 80), 0),
    ("小区", "一般防护目标一类", 70, (800, 6000), 240), ("购物中心", "一般防护目标一类", 12, (800, 4000), 150),
    ("体育馆", "一类", 6, (500, 3000), 130), ("村民组", "一般防护目标二类", 40, (30, 95), 0),
    ("办公楼", "一般防护目标二类", 18, (120, 600), 60), ("超市", "二类", 10, (60, 290), 0),
    ("零散居民点", "一般防护目标三类", 16, (6, 29), 0), ("社区商店", "三类", 8, (5, 40), 0),
]
# What a village has; a share of these stands in the villages that the plants have grown towards.
OF_VILLAGES = {"小学", "幼儿园", "敬老院", "村民组", "零散居民点", "社区商店", "小区", "变电站"}
IN_OLD_VILLAGES = 0.2
FIRST, SECOND = "望临澄文安永新东西南北青云桃柳石金长平福", "江河塘桥湾庄渡圩港墩泾浜坊亭里洲"


def make_targets(random, border, people, corner, cell_m, no_homes):
    """Targets stand in cells with people, the denser the likelier; none stands on an enterprise's ground."""
    rows, columns = people.shape
    cells = [(row, column) for row in range(rows) for column in range(columns) if people[row, column] > 0]
    # The root lets villages have their share beside the towns.
    summed = list(itertools.accumulate(float(people[cell]) ** 0.5 for cell in cells))
    names = [a + b for a in FIRST for b in SECOND]
    random.shuffle(names)
    found = []
    for what, class_name, count, (fewest, most), size in KINDS:
        for _ in range(count):
            if what in OF_VILLAGES and random.random() < IN_OLD_VILLAGES:
                village_east, village_north, spread = random.choice(geography.OLD_VILLAGES)
                east = village_east + random.uniform(-spread, spread)
                north = village_north + random.uniform(-spread, spread)
            else:
                row, column = random.choices(cells, cum_weights=summed)[0]
                east = corner[0] + (column + random.random()) * cell_m
                north = corner[1] - (row + random.random()) * cell_m
            ring = [(round(east, 1), round(north, 1))]
            if size:
                turn, stretch = random.uniform(0, 90), random.uniform(0.6, 1.0)
                outline = geography.rectangle(east, north, size, size * stretch, turn)
                clear = all(geography.inside(border, x, y) and geography.on_land(x, y) for x, y in outline) and all(
                    abs(east - x) + abs(north - y) > radius + size for x, y, radius in no_homes)
                ring = outline if clear else ring
            name = names[len(found)] + what
            found.append(Target(f"T{len(found) + 1:03d}", name, class_name, random.randint(fewest, most), ring))
    assert len(found) == 300, len(found)
    return found

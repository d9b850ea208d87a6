"""The land of Binjiang: a river in the north, an outline, two towns and many villages.

Coordinates are metres of EPSG:4549 (CGCS2000 / 3-degree Gauss-Krueger CM 120E). Everything follows from formulas and from
`random.Random`, whose sequence Python guarantees.
"""
import math

import numpy

CENTRE = (497000.0, 3537000.0)
RIVER_HALF_WIDTH_M = 900.0
AREA_M2 = 500e6

# Places people live: east, north of the centre, spread (m), share of the people.
TOWNS = [(-2500, -500, 2600, 0.52), (4800, -3200, 1500, 0.13), (-9000, 1500, 1200, 0.08), (8800, 1200, 1100, 0.06),
         (1500, -8600, 1000, 0.05)]
# Villages that the plants have grown towards, and which the map should find.
OLD_VILLAGES = [(5600, 7950, 160), (7000, 6200, 170), (9500, 6000, 180), (10900, 6700, 150), (-5100, 6700, 170),
                (-6600, 7000, 160), (1300, 6500, 190), (-9300, 6400, 160), (3300, -5800, 200), (2500, 4300, 180)]


def river_middle(east):
    """Northing of the river's middle line, which is the district's northern border."""
    return 9600 + 900 * math.sin(2 * math.pi * east / 17000 + 0.6) + 350 * math.sin(2 * math.pi * east / 7300 + 2.0)


def absolute(east, north):
    return CENTRE[0] + east, CENTRE[1] + north


def _outline(scale, wobble):
    points = []
    for step in range(720):
        angle = 2 * math.pi * step / 720
        radius = 1 + sum(a * math.sin(k * angle + phase) for k, a, phase in wobble)
        east = scale * 14300 * radius * math.cos(angle)
        north = scale * 12300 * radius * math.sin(angle)
        points.append((east, min(north, river_middle(east))))
    return points


def ring_area(points):
    following = points[1:] + points[:1]
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(points, following))) / 2


def outline(random):
    """The district's border as (east, north) without the closing point, about 500 km2."""
    wobble = [(k, 0.16 / k * random.uniform(0.5, 1.0), random.uniform(0, 2 * math.pi)) for k in range(2, 24)]
    low, high = 0.5, 1.5
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (middle, high) if ring_area(_outline(middle, wobble)) < AREA_M2 else (low, middle)
    # Tenths of a metre, as a surveyor's border has them.
    return [(round(x, 1), round(y, 1)) for x, y in _outline(low, wobble)]


def river_ring():
    """The river as a polygon somewhat longer than the district."""
    easts = range(-17000, 17001, 250)
    south = [(float(x), round(river_middle(x) - RIVER_HALF_WIDTH_M, 1)) for x in easts]
    north = [(float(x), round(river_middle(x) + RIVER_HALF_WIDTH_M, 1)) for x in reversed(easts)]
    return south + north


def on_land(east, north):
    return north < river_middle(east) - RIVER_HALF_WIDTH_M


def inside(points, east, north):
    """Whether a point lies in a ring (even-odd rule)."""
    result = False
    for (x1, y1), (x2, y2) in zip(points, points[1:] + points[:1]):
        if (y1 > north) != (y2 > north) and east < (x2 - x1) * (north - y1) / (y2 - y1) + x1:
            result = not result
    return result


def rectangle(east, north, width, height, turn_deg):
    """Corners of a turned rectangle, counter-clockwise, in decimetres."""
    c, s = math.cos(math.radians(turn_deg)), math.sin(math.radians(turn_deg))
    corners = ((-width / 2, -height / 2), (width / 2, -height / 2), (width / 2, height / 2), (-width / 2, height / 2))
    return [(round(east + c * x - s * y, 1), round(north + s * x + c * y, 1)) for x, y in corners]


def villages(random, border):
    """(east, north, spread, share of the people): 60 villages anywhere on dry ground, and the old ones near the plants."""
    found = []
    while len(found) < 60:
        east, north = random.uniform(-14500, 14500), random.uniform(-12500, 9000)
        if inside(border, east, north) and on_land(east, north + 400):
            found.append((east, north, random.uniform(150, 320), random.uniform(0.0012, 0.0026)))
    return found + [(east, north, spread, 0.0012) for east, north, spread in OLD_VILLAGES]


def people_per_cell(random, border, settlements, no_homes, cell_m, total):
    """Whole people per cell, north row first, with the raster's (west, north) corner relative to the centre.

    `no_homes` holds (east, north, radius) of places without homes.
    """
    west = cell_m * math.floor(min(x for x, _ in border) / cell_m)
    top = cell_m * math.ceil(max(y for _, y in border) / cell_m)
    columns = math.ceil((max(x for x, _ in border) - west) / cell_m)
    rows = math.ceil((top - min(y for _, y in border)) / cell_m)
    east = west + (numpy.arange(columns) + 0.5) * cell_m
    north = top - (numpy.arange(rows) + 0.5) * cell_m
    density = numpy.zeros((rows, columns))
    for x, y, spread, share in settlements:
        bell_x, bell_y = numpy.exp(-((east - x) / spread) ** 2 / 2), numpy.exp(-((north - y) / spread) ** 2 / 2)
        density += share / spread**2 * numpy.outer(bell_y, bell_x)
    for row in range(rows):
        for column in range(columns):
            x, y = float(east[column]), float(north[row])
            roughness = random.uniform(0.4, 1.6)
            lived_in = on_land(x, y + 100) and inside(border, x, y) and all(
                math.hypot(x - px, y - py) > radius for px, py, radius in no_homes)
            density[row, column] *= roughness if lived_in else 0.0
    return numpy.rint(density * (total / density.sum())).astype(numpy.uint16), (west, top)

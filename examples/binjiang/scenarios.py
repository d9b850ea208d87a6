"""From a hazardous unit to its scenarios, by rules that stand here and nowhere else.

Toxic units get five cases. Liquid leaves a hole by Bernoulli's law, m = 0.62 A sqrt(2 rho p), with p the gauge pressure;
only the share that flashes or is carried off as droplets counts, the rest is taken as a pool that the bund holds. Gas
leaves at sonic speed, m = 0.62 A p_abs sqrt(gamma M / R T (2 / (gamma + 1))^((gamma + 1) / (gamma - 1))), gamma 1.3.
A release ends when the unit is empty and after 30 minutes at the latest. Frequencies are generic leak frequencies of the
kind of the API 581 table, times five pieces of equipment: a unit stands for its vessel with the pumps, lines and valves
around it. A filling or unloading line is a case of its own. Explosions get three cases, the full TNT equivalent being the
rarest.

Fires and vapour clouds follow from the same holes, with the ignition probabilities that AQ/T 3046-2013 gives as an
example: at once by the size of the leak, and late with 0.3, six in ten as a flash fire and four as an explosion. A
flammable gas burns as a jet from the 25 mm and the 100 mm hole; the cloud of the 100 mm hole burns late; a pressurised
vessel that bursts makes a fireball of a third of a large store. A flammable liquid burns as a small and a large pool; what
evaporates from a large pool of petrol burns late. LPG counts as propane, the vapour of petrol as hexane.

All of it is made up to be life-like. It is not a risk assessment of anything.
"""
import math

# Density of the liquid (kg/m3) and the airborne share of what comes out under pressure at about 20 C.
LIQUIDS = {"液氯": (1410, 0.40), "液氨": (610, 0.40), "氟化氢": (970, 0.12), "光气": (1380, 0.20), "二氧化硫": (1380, 0.30),
           "液化石油气": (500, 0.50)}
MOLAR_MASS_KG = {"氯化氢": 0.0365, "硫化氢": 0.0341, "氨": 0.0170, "光气": 0.0989, "二氧化硫": 0.0641, "一氧化碳": 0.0280,
                 "氢气": 0.0020}
# What stands for a mixture.
STAND_IN = {"液化石油气": "丙烷", "汽油": "正己烷"}

HOLES_MM = {"5mm": 5, "25mm": 25, "100mm": 100}
# Per year: 5 mm, 25 mm, 100 mm, rupture, transfer line.
FREQUENCIES = {
    "压力容器": (4e-5, 1e-4, 1e-5, 6e-6, 3e-5),
    "反应器": (1e-4, 3e-4, 3e-5, 2e-5, 2e-5),
    "塔器": (8e-5, 2e-4, 2e-5, 6e-6, 1e-5),
    "气瓶库": (4e-4, 5e-5, 4e-6, 2e-6, 1e-4),
    "工艺管道": (3e-4, 1e-4, 2e-5, 8e-6, 1e-5),
    "泵": (6e-3, 5e-4, 1e-4, 1e-5, 5e-5),
    "装卸码头": (1e-3, 2e-4, 3e-5, 5e-6, 1e-4),
    "涉氨制冷": (2e-4, 1e-4, 1e-5, 6e-6, 1e-5),
    "常压储罐": (4e-5, 1e-4, 1e-5, 2e-5, 1e-5),
    "低温储罐": (4e-5, 1e-4, 1e-5, 2e-6, 1e-5),
    "仓库": (1e-4, 5e-5, 5e-6, 1e-6, 1e-5),
    "加油加气站": (1e-3, 2e-4, 1e-5, 1e-6, 1e-4),
}
PIECES = 5
LONGEST_S = 1800.0
DISCHARGE = 0.62
ATMOSPHERE_PA = 101325.0
LATE_IGNITION, FLASH_SHARE = 0.3, 0.6
LIQUID_IGNITION = 0.065
BURST_TO_FIREBALL = 0.02  # of the ruptures: a vessel in a fire that nobody puts out
PETROL_EVAPORATION_KG_M2_S = 0.003
LARGE_STORE_KG = 100000


def two_digits(value):
    """Rounded to two significant digits: an invented number should not look measured."""
    return float(f"{value:.1e}")


def leak_kg_s(unit, hole_m):
    """Airborne rate through a hole of the diameter `hole_m`."""
    area = math.pi / 4 * hole_m**2
    if unit.state == "气体":
        gamma, gas_constant = 1.3, 8.314
        absolute_pa = unit.gauge_kpa * 1000 + ATMOSPHERE_PA
        choke = gamma * (2 / (gamma + 1)) ** ((gamma + 1) / (gamma - 1))
        kelvin = unit.temperature_c + 273.15
        return DISCHARGE * area * absolute_pa * math.sqrt(choke * MOLAR_MASS_KG[unit.substance] / (gas_constant * kelvin))
    density, airborne = LIQUIDS[unit.substance]
    # Even a vessel at its vapour pressure has some head of liquid over the hole.
    pressure_pa = max(unit.gauge_kpa * 1000, 20000)
    return airborne * DISCHARGE * area * math.sqrt(2 * density * pressure_pa)


def toxic_cases(unit):
    airborne = 1.0 if unit.state == "气体" else LIQUIDS[unit.substance][1]
    available_kg = airborne * unit.inventory_kg
    # Only one cylinder or wagon leaks at a time where many stand together.
    if unit.kind == "气瓶库":
        available_kg = airborne * min(unit.inventory_kg, 1000)
    rates = {name: leak_kg_s(unit, mm / 1000) for name, mm in HOLES_MM.items()}
    rates["破裂"] = available_kg / 600.0  # empties in ten minutes
    rates["装卸管"] = leak_kg_s(unit, 0.012)
    for (name, rate), frequency in zip(rates.items(), FREQUENCIES[unit.kind]):
        rate = two_digits(min(rate, available_kg / 60.0))
        duration = min(LONGEST_S, 300.0 if name == "装卸管" else LONGEST_S, available_kg / rate)
        yield {"case": name, "kind": "toxic", "frequency": two_digits(PIECES * frequency),
               "substance": unit.substance, "rate": rate, "duration": max(60.0, float(round(duration))), "height": 1.0 if name != "破裂" else 2.0}


def explosion_cases(unit, tnt_kg):
    for name, share, frequency in (("局部", 0.1, 1e-4), ("半量", 0.5, 3e-5), ("全量", 1.0, 1e-5)):
        yield {"case": name, "kind": "explosion", "frequency": frequency, "tnt": two_digits(share * tnt_kg)}


def ignition_at_once(rate):
    """Of a reactive gas, by the rate of the leak in kg/s."""
    return 0.2 if rate < 10 else 0.5 if rate < 100 else 0.7


def late_cases(name, frequency, substance, rate, blast_class):
    """A cloud that finds a flame when it has spread."""
    common = {"substance": substance, "rate": two_digits(rate), "duration": 600.0, "height": 1.0}
    yield {"case": name + "闪火", "kind": "flash_fire", "frequency": two_digits(frequency * FLASH_SHARE), **common}
    yield {"case": name + "云爆", "kind": "vce", "frequency": two_digits(frequency * (1 - FLASH_SHARE)),
           "blast_class": blast_class, **common}


def gas_cases(unit):
    frequencies = dict(zip(HOLES_MM, FREQUENCIES[unit.kind]))
    substance = STAND_IN.get(unit.substance, unit.substance)
    airborne = 1.0 if unit.state == "气体" else LIQUIDS[unit.substance][1]
    absolute_kpa = float(round(unit.gauge_kpa + 101))
    for name in ("25mm", "100mm"):
        cloud = min(leak_kg_s(unit, HOLES_MM[name] / 1000), unit.inventory_kg * airborne / 60.0)
        jet = cloud / airborne  # droplets burn with the vapour
        at_once = ignition_at_once(jet)
        leaks = PIECES * frequencies[name]
        yield {"case": name + "喷射火", "kind": "jet_fire", "frequency": two_digits(leaks * at_once),
               "substance": substance, "rate": two_digits(jet), "duration": 600.0, "height": 1.0,
               "pressure": absolute_kpa, **({"direction": 60.0} if unit.kind == "装卸码头" else {})}
        if name == "100mm":
            yield from late_cases(name, leaks * (1 - at_once) * LATE_IGNITION, substance, cloud,
                                  8 if unit.substance == "氢气" else 7)
    if unit.state == "加压液化":
        share = 1 / 3 if unit.inventory_kg > LARGE_STORE_KG else 1.0
        yield {"case": "火球", "kind": "fireball", "substance": substance, "mass": two_digits(share * unit.inventory_kg),
               "frequency": two_digits(PIECES * FREQUENCIES[unit.kind][3] * BURST_TO_FIREBALL), "pressure": 1700.0}


def pool_cases(unit, largest_m):
    small, large = FREQUENCIES[unit.kind][1:3]
    for name, diameter, leaks in (("小池火", min(10.0, largest_m / 2), small), ("大池火", float(largest_m), large)):
        yield {"case": name, "kind": "pool_fire", "frequency": two_digits(PIECES * leaks * LIQUID_IGNITION),
               "substance": unit.substance, "duration": 1800.0, "pool": diameter}
    if unit.substance == "汽油":
        rate = PETROL_EVAPORATION_KG_M2_S * math.pi / 4 * largest_m**2
        yield from list(late_cases("大池", PIECES * large * (1 - LIQUID_IGNITION) * LATE_IGNITION,
                                   STAND_IN[unit.substance], rate, 6))[:1]


def cases_of(unit):
    """The scenarios of one unit as dictionaries."""
    if unit.cases == "toxic":
        return list(toxic_cases(unit))
    if unit.cases == "gas":
        return list(gas_cases(unit))
    effect, size = unit.cases
    return list(pool_cases(unit, size) if effect == "pool" else explosion_cases(unit, size))

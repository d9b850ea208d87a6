"""From a hazardous unit to its scenarios, by rules that stand here and nowhere else.

Toxic units get five cases. Liquid leaves a hole by Bernoulli's law, m = 0.62 A sqrt(2 rho p), with p the gauge pressure;
only the share that flashes or is carried off as droplets counts, the rest is taken as a pool that the bund holds. Gas
leaves at sonic speed, m = 0.62 A p_abs sqrt(gamma M / R T (2 / (gamma + 1))^((gamma + 1) / (gamma - 1))), gamma 1.3.
A release ends when the unit is empty and after 30 minutes at the latest. Frequencies are generic leak frequencies of the
kind of the API 581 table, times five pieces of equipment: a unit stands for its vessel with the pumps, lines and valves
around it. A filling or unloading line is a case of its own. Explosions get three cases, the full TNT equivalent being the
rarest.

All of it is made up to be life-like. It is not a risk assessment of anything.
"""
import math

# Density of the liquid (kg/m3) and the airborne share of what comes out under pressure at about 20 C.
LIQUIDS = {"液氯": (1410, 0.40), "液氨": (610, 0.40), "氟化氢": (970, 0.12), "光气": (1380, 0.20), "二氧化硫": (1380, 0.30)}
MOLAR_MASS_KG = {"氯化氢": 0.0365, "硫化氢": 0.0341, "氨": 0.0170, "光气": 0.0989, "二氧化硫": 0.0641}

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
}
PIECES = 5
LONGEST_S = 1800.0
DISCHARGE = 0.62
ATMOSPHERE_PA = 101325.0


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


def cases_of(unit):
    """The scenarios of one unit as dictionaries; none for a unit whose effects are not computed yet."""
    if unit.cases is None:
        return []
    if unit.cases == "toxic":
        return list(toxic_cases(unit))
    return list(explosion_cases(unit, unit.cases[1]))

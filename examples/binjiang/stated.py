"""Scenarios of three units as their enterprises' own safety assessments might give them: made up, like all of Binjiang.

Rows of [scenarios] replace what would be generated from the record of the unit that they name:

- a chlorine vessel whose assessment counts its own shut-off and its inspected welds;
- the LPG sphere, whose sprinklers and drains the generic frequencies do not know;
- a steam boiler, of which no record makes scenarios.
"""

TOXIC = {"substance": "液氯", "height": 1.0}
LPG = {"substance": "丙烷", "height": 1.0}  # the main component of the gas

STATED = {
    "液氯储罐一": [
        {"case": "接管小孔", "kind": "toxic", "frequency": 2.0e-5, "rate": 0.5, "duration": 120.0, **TOXIC},
        {"case": "接管断裂", "kind": "toxic", "frequency": 3.0e-6, "rate": 12.0, "duration": 120.0, **TOXIC},
        {"case": "接管断裂切断失效", "kind": "toxic", "frequency": 3.0e-8, "rate": 12.0, "duration": 1800.0, **TOXIC},
        {"case": "破裂", "kind": "toxic", "frequency": 3.0e-7, "rate": 83.0, "duration": 600.0, **TOXIC},
    ],
    "液化气球罐": [
        {"case": "喷射火", "kind": "jet_fire", "frequency": 1.0e-5, "rate": 8.0, "duration": 600.0, "pressure": 901.0,
         "direction": 60.0, **LPG},
        {"case": "闪火", "kind": "flash_fire", "frequency": 4.0e-6, "rate": 8.0, "duration": 600.0, **LPG},
        {"case": "云爆", "kind": "vce", "frequency": 2.0e-6, "rate": 8.0, "duration": 600.0, "blast_class": 7, **LPG},
        {"case": "火球", "kind": "fireball", "frequency": 3.0e-7, "mass": 300000.0, "pressure": 1700.0, **LPG},
    ],
    "高压蒸汽锅炉": [
        {"case": "局部", "kind": "explosion", "frequency": 1.0e-4, "tnt": 15.0},
        {"case": "全量", "kind": "explosion", "frequency": 1.0e-5, "tnt": 150.0},
    ],
}

#!/usr/bin/python3
"""The two example scripts make the projects they promise, from small made-up inputs.

    scripts_make_projects.py FOLDER_OF_THE_EXAMPLES
"""
import csv
import json
import math
import subprocess
import sys
import tempfile
import tomllib
import unittest
from pathlib import Path

from osgeo import gdal, ogr, osr

gdal.UseExceptions()
EXAMPLES = Path(sys.argv.pop(1))
FACILITIES = """facility_id,name,city,state,county_fips,lat,lon,naics,chemical,quantity_kg
1,North Cold Store,Town,IA,19001,42.0,-93.0,49312,Ammonia (anhydrous),18000
2,South Works,Town,IA,19001,41.5,-93.2,32518,"Propane {10000} • Chlorine",9000
3,Far Works,Town,CA,06001,38.0,-121.0,32518,Chlorine,9000
"""


def table(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def run(script, *arguments):
    return subprocess.run([sys.executable, EXAMPLES / script, *arguments], capture_output=True, text=True, check=False)


class Facilities(unittest.TestCase):
    def test_project(self):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            (folder / "in.csv").write_text(FACILITIES, encoding="utf-8")
            done = run("us_rmp/make_project.py", folder / "in.csv", "-o", folder / "out", "--state", "IA")
            self.assertEqual(done.returncode, 0, done.stderr)
            with open(folder / "out" / "project.toml", "rb") as file:
                project = tomllib.load(file)
            self.assertEqual(project["grid"]["crs"], "EPSG:32615")
            units = {row["id"]: row for row in table(folder / "out" / "units.csv")}
            self.assertEqual(set(units), {"1-1", "2-1", "2-2"})
            self.assertEqual(units["2-1"]["inventory_t"], "4.536", "braces are pounds")
            self.assertEqual(units["2-1"]["substance"], "", "a flammable is not computed")
            scenarios = {row["case_id"]: row for row in table(folder / "out" / "scenarios.csv")}
            self.assertEqual(set(scenarios), {"1-1-worst", "1-1-25mm", "2-2-worst", "2-2-25mm"})
            self.assertEqual(float(scenarios["1-1-worst"]["rate_kg_s"]), 30.0)
            self.assertEqual(float(scenarios["1-1-25mm"]["rate_kg_s"]), 4.0)

    def test_nowhere(self):
        with tempfile.TemporaryDirectory() as name:
            (Path(name) / "in.csv").write_text(FACILITIES, encoding="utf-8")
            done = run("us_rmp/make_project.py", Path(name) / "in.csv", "-o", Path(name) / "out", "--state", "ZZ")
            self.assertNotEqual(done.returncode, 0)
            self.assertIn("no facility there", done.stderr)


class Moved(unittest.TestCase):
    def test_every_enterprise_is_inside_the_new_border(self):
        ring = [[117.2 + 0.07 * math.cos(k * math.pi / 6), 33.4 + 0.06 * math.sin(k * math.pi / 6)] for k in range(12)]
        border = {"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {}, "geometry": {
            "type": "Polygon", "coordinates": [[*ring, ring[0]]]}}]}
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            (folder / "border.geojson").write_text(json.dumps(border), encoding="utf-8")
            done = run("moved_district/move_units.py", folder / "border.geojson", "-o", folder / "out")
            self.assertEqual(done.returncode, 0, done.stderr)
            with open(folder / "out" / "project.toml", "rb") as file:
                project = tomllib.load(file)
            self.assertEqual(project["grid"]["crs"], "EPSG:4548", "the zone of 117 E")
            self.assertEqual(project["grid"]["area"], "boundary.geojson")
            outline = ogr.CreateGeometryFromJson(json.dumps(border["features"][0]["geometry"]))
            grounds = ogr.Open(str(folder / "out" / "boundaries.gpkg"))
            layer = grounds.GetLayer(0)
            degrees = osr.SpatialReference()
            degrees.SetFromUserInput("OGC:CRS84")
            outline.Transform(osr.CoordinateTransformation(degrees, layer.GetSpatialRef()))
            self.assertEqual(layer.GetFeatureCount(), 25)
            for feature in layer:
                self.assertTrue(outline.Contains(feature.GetGeometryRef()), feature.GetField(0))


if __name__ == "__main__":
    unittest.main()

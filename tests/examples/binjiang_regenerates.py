#!/usr/bin/python3
"""The committed layers of the bundled district are what its generator writes, and the district is what it claims to be.

    binjiang_regenerates.py FOLDER_OF_THE_DISTRICT

Text files are compared byte by byte, binary layers by content: another version of SQLite or zlib may pack the same layer
differently.
"""
import collections
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from osgeo import gdal, ogr, osr

gdal.UseExceptions()
gdal.SetConfigOption("OGR_XLSX_HEADERS", "FORCE")
DISTRICT = Path(sys.argv.pop(1))
REGISTER = ["enterprises", "hidden_dangers", "points_chemicals", "points_equipment", "points_fire", "points_industry"]
TEXT = ["wind_rose.csv", "proposals.geojson", "parks.geojson", "plan_a.geojson", "plan_b.geojson", "units.prj", *(f"register/{name}.csv" for name in REGISTER)]
LAYERS = {"district.gpkg": 1, "river.gpkg": 1, "boundaries.gpkg": 25, "units.shp": 60, "scenarios.xlsx": 10,
          "targets.gpkg": 300, "register/townships.gpkg": 12, "register/flood.gpkg": 5}


def content(path):
    """Coordinate system, fields and features of a layer, geometries to a millimetre or 1e-8 degrees."""
    dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR, open_options=["ENCODING=GBK"] if path.suffix == ".shp" else [])
    layer = dataset.GetLayer(0)
    definition = layer.GetLayerDefn()
    fields = [(definition.GetFieldDefn(i).GetName(), definition.GetFieldDefn(i).GetTypeName())
              for i in range(definition.GetFieldCount())]
    crs = layer.GetSpatialRef().ExportToWkt() if layer.GetSpatialRef() else None
    features = []
    for feature in layer:
        geometry = feature.GetGeometryRef()
        shape = rounded(geometry) if geometry else None
        features.append((shape, [feature.GetField(i) for i in range(definition.GetFieldCount())]))
    return crs, fields, features


def rounded(geometry):
    if geometry.GetGeometryCount():
        return [rounded(geometry.GetGeometryRef(i)) for i in range(geometry.GetGeometryCount())]
    digits = 8 if abs(geometry.GetX(0)) < 400 else 3
    return [(round(geometry.GetX(i), digits), round(geometry.GetY(i), digits)) for i in range(geometry.GetPointCount())]


class Regenerated(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.made = Path(cls.folder.name)
        subprocess.run([sys.executable, DISTRICT / "generate.py", cls.made], check=True)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def test_text_files_are_equal(self):
        for name in TEXT:
            self.assertEqual((self.made / name).read_bytes(), (DISTRICT / name).read_bytes(), name)

    def test_layers_are_equal(self):
        for name, count in LAYERS.items():
            made, committed = content(self.made / name), content(DISTRICT / name)
            self.assertEqual(made, committed, name)
            self.assertEqual(len(committed[2]), count, name)

    def test_population_is_equal(self):
        made, committed = gdal.Open(str(self.made / "population.tif")), gdal.Open(str(DISTRICT / "population.tif"))
        self.assertEqual(made.GetGeoTransform(), committed.GetGeoTransform())
        self.assertEqual(made.GetProjection(), committed.GetProjection())
        self.assertTrue((made.ReadAsArray() == committed.ReadAsArray()).all())

    def test_nothing_is_made_that_is_not_committed(self):
        self.assertEqual([path.name for path in sorted(self.made.iterdir()) if not (DISTRICT / path.name).exists()], [])


class AsClaimed(unittest.TestCase):
    def test_area_and_people(self):
        district = ogr.Open(str(DISTRICT / "district.gpkg"))  # a layer lives only as long as its dataset
        feature = district.GetLayer(0).GetNextFeature()
        self.assertAlmostEqual(feature.GetGeometryRef().Area(), 500e6, delta=5e6)
        people = gdal.Open(str(DISTRICT / "population.tif")).ReadAsArray().sum()
        self.assertAlmostEqual(int(people), 700000, delta=7000)

    def test_enterprises_and_sectors(self):
        _, fields, features = content(DISTRICT / "units.shp")
        names = [name for name, _ in fields]
        column = lambda name: [values[names.index(name)] for _, values in features]  # noqa: E731
        self.assertEqual(len(set(column("企业"))), 25)
        self.assertEqual(len(set(column("行业"))), 8)

    def test_every_class_has_targets(self):
        _, _, features = content(DISTRICT / "targets.gpkg")
        classes = collections.Counter(values[2] for _, values in features)
        for word in ("高敏感", "重要", "一类", "二类", "三类"):
            self.assertGreaterEqual(sum(n for name, n in classes.items() if word in name), 20, word)

    def test_it_proves_the_borders(self):
        self.assertFalse((DISTRICT / "units.cpg").exists())
        self.assertEqual((DISTRICT / "units.dbf").read_bytes()[29], 0, "the table must not name its code page")
        crs = osr.SpatialReference(content(DISTRICT / "targets.gpkg")[0])
        self.assertEqual(crs.GetAuthorityCode(None), "4490")
        kinds = {type(shape[0]) for shape, _ in content(DISTRICT / "targets.gpkg")[2]}
        self.assertEqual(kinds, {tuple, list}, "points and polygons")

    def test_small(self):
        self.assertLess(sum(path.stat().st_size for path in DISTRICT.iterdir() if path.is_file()), 5e6)


if __name__ == "__main__":
    unittest.main()

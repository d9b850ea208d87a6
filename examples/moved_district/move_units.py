#!/usr/bin/python3
"""Moves the enterprises of Binjiang into another district's border, to try Sise on a real outline.

    move_units.py BOUNDARY.geojson -o FOLDER

BOUNDARY.geojson is in WGS84. Enterprises keep their places relative to the middle; one that would stand outside is drawn towards
the middle until its ground is inside, and its units go with it. Targets and people are shifted only. The result stands on the
3-degree Gauss-Krueger zone of CGCS2000 that holds the middle of the border. What comes out is a real border with invented
contents: good for trying, never for deciding.
"""
import argparse
import json
import os
import re
import shutil
import sys

sys.dont_write_bytecode = True
BINJIANG = os.path.join(os.path.dirname(os.path.abspath(__file__)), os.pardir, "binjiang")
sys.path.insert(0, BINJIANG)
import layers  # noqa: E402
from osgeo import gdal, ogr, osr  # noqa: E402


def read_border(path):
    with open(path, encoding="utf-8") as file:
        collection = json.load(file)
    border = ogr.Geometry(ogr.wkbMultiPolygon)
    for feature in collection["features"]:
        part = ogr.CreateGeometryFromJson(json.dumps(feature["geometry"]))
        border = border.Union(part)
    middle = border.Centroid()
    zone_code = 4534 + round((middle.GetX() - 75) / 3)  # EPSG:4534 has its central meridian at 75 E
    border.Transform(osr.CoordinateTransformation(layers.crs("EPSG:4326"), layers.crs(f"EPSG:{zone_code}")))
    return border, zone_code


def shifted(geometry, east, north):
    moved = geometry.Clone()
    for ring in [moved.GetGeometryRef(i) for i in range(moved.GetGeometryCount())] or [moved]:
        for i in range(ring.GetPointCount()):
            ring.SetPoint_2D(i, round(ring.GetX(i) + east, 3), round(ring.GetY(i) + north, 3))
    return moved


def read_layer(path, **options):
    dataset = gdal.OpenEx(path, gdal.OF_VECTOR, open_options=[f"{key}={value}" for key, value in options.items()])
    layer = dataset.GetLayer(0)
    definition = layer.GetLayerDefn()
    fields = [(d.GetName(), d.GetType(), d.GetWidth()) for d in map(definition.GetFieldDefn, range(definition.GetFieldCount()))]
    rows = [(feature.GetGeometryRef().Clone(), [feature.GetField(i) for i in range(len(fields))]) for feature in layer]
    return fields, rows


def enterprise_shifts(grounds, border, east, north):
    """Enterprise -> (east, north) that brings its ground inside the border."""
    middle, shifts = border.Centroid(), {}
    for ground, values in grounds:
        share = 0.0
        while True:
            centre = shifted(ground, east, north).Centroid()
            dx, dy = share * (middle.GetX() - centre.GetX()), share * (middle.GetY() - centre.GetY())
            if border.Contains(shifted(ground, east + dx, north + dy)) or share >= 1.0:
                break
            share += 0.02
        shifts[values[0]] = (east + dx, north + dy)
    return shifts


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("boundary")
    parser.add_argument("-o", "--output", required=True)
    arguments = parser.parse_args()
    border, zone_code = read_border(arguments.boundary)
    crs_name = f"EPSG:{zone_code}"
    os.makedirs(arguments.output, exist_ok=True)
    source = lambda name: os.path.join(BINJIANG, name)  # noqa: E731
    target = lambda name: os.path.join(arguments.output, name)  # noqa: E731
    for name in ("units.shp", "boundaries.gpkg", "targets.gpkg", "population.tif", "boundary.geojson"):
        if os.path.exists(target(name)):
            os.remove(target(name))

    _, district = read_layer(source("district.gpkg"))
    old, new = district[0][0].Centroid(), border.Centroid()
    # Whole cells of the population raster, so that it moves without resampling.
    east, north = (100 * round((b - a) / 100) for a, b in ((old.GetX(), new.GetX()), (old.GetY(), new.GetY())))

    fields, grounds = read_layer(source("boundaries.gpkg"))
    shifts = enterprise_shifts(grounds, border, east, north)
    layers.write_layer("GPKG", target("boundaries.gpkg"), "boundaries", fields,
                       [(shifted(g, *shifts[values[0]]), values) for g, values in grounds],
                       crs_name=crs_name, geometry_type=ogr.wkbPolygon)
    fields, units = read_layer(source("units.shp"), ENCODING="GBK")
    enterprise = [name for name, _, _ in fields].index("企业")
    layers.write_layer("ESRI Shapefile", target("units.shp"), "units", fields,
                       [(shifted(g, *shifts[values[enterprise]]), values) for g, values in units],
                       crs_name=crs_name, geometry_type=ogr.wkbPolygon, options=["ENCODING=GBK"])
    layers.without_code_page(target("units.shp"))

    fields, targets = read_layer(source("targets.gpkg"))
    to_grid = osr.CoordinateTransformation(layers.crs("EPSG:4490"), layers.crs(layers.GRID_CRS))
    for geometry, _ in targets:
        geometry.Transform(to_grid)
    layers.write_layer("GPKG", target("targets.gpkg"), "targets", fields,
                       [(shifted(g, east, north), values) for g, values in targets],
                       crs_name=crs_name, geometry_type=ogr.wkbUnknown)
    gdal.Translate(target("population.tif"), source("population.tif"), outputSRS=crs_name,
                   outputBounds=moved_bounds(source("population.tif"), east, north), creationOptions=["COMPRESS=DEFLATE"])
    for name in ("scenarios.xlsx", "wind_rose.csv"):
        shutil.copy(source(name), target(name))
    shutil.copy(arguments.boundary, target("boundary.geojson"))
    with open(source("project.toml"), encoding="utf-8") as file:
        project = file.read()
    project = project.replace("EPSG:4549", crs_name).replace("district.gpkg", "boundary.geojson")
    project = re.sub(r"^#.*\n", "", project, flags=re.MULTILINE)
    project = re.sub(r'^title = .*$', 'title = "Binjiang\'s enterprises in another border"', project, flags=re.MULTILINE)
    project = re.sub(r"\s+# CGCS2000.*$", "", project, flags=re.MULTILINE)
    with open(target("project.toml"), "w", encoding="utf-8") as file:
        file.write(project)
    print(f"{len(grounds)} enterprises, {len(units)} units on {crs_name}: {target('project.toml')}")


def moved_bounds(path, east, north):
    dataset = gdal.Open(path)
    west, size, _, top, _, _ = dataset.GetGeoTransform()
    return [west + east, top + north, west + east + size * dataset.RasterXSize, top + north - size * dataset.RasterYSize]


if __name__ == "__main__":
    main()

"""Writing layers with GDAL so that the same content gives the same bytes."""
import os
import re
import zipfile

from osgeo import gdal, ogr, osr

gdal.UseExceptions()
ogr.UseExceptions()
osr.UseExceptions()
# A GeoPackage records when it was changed; this one never does.
gdal.SetConfigOption("OGR_CURRENT_DATE", "2026-01-01T00:00:00.000Z")

GRID_CRS = "EPSG:4549"


def crs(name):
    reference = osr.SpatialReference()
    reference.SetFromUserInput(name)
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return reference


def to_degrees(target):
    """A function from grid coordinates to (longitude, latitude) in `target`, rounded to a millimetre or so."""
    transformation = osr.CoordinateTransformation(crs(GRID_CRS), crs(target))

    def convert(point):
        longitude, latitude, _ = transformation.TransformPoint(*point)
        return round(longitude, 8), round(latitude, 8)

    return convert


def polygon(points):
    ring = ogr.Geometry(ogr.wkbLinearRing)
    for x, y in [*points, points[0]]:
        ring.AddPoint_2D(x, y)
    result = ogr.Geometry(ogr.wkbPolygon)
    result.AddGeometry(ring)
    return result


def point(position):
    result = ogr.Geometry(ogr.wkbPoint)
    result.AddPoint_2D(*position)
    return result


def write_layer(driver, path, name, fields, rows, *, crs_name=None, geometry_type=ogr.wkbNone, options=()):
    """Writes rows of (geometry or None, values) with fields of (name, type, width)."""
    dataset = ogr.GetDriverByName(driver).CreateDataSource(path)
    layer = dataset.CreateLayer(name, crs(crs_name) if crs_name else None, geometry_type, list(options))
    for field_name, field_type, width in fields:
        definition = ogr.FieldDefn(field_name, field_type)
        if width:
            definition.SetWidth(width)
        layer.CreateField(definition)
    for geometry, values in rows:
        feature = ogr.Feature(layer.GetLayerDefn())
        if geometry is not None:
            feature.SetGeometry(geometry)
        for index, value in enumerate(values):
            if value is not None:
                feature.SetField(index, value)
        layer.CreateFeature(feature)
    layer = None
    dataset = None


def without_code_page(shapefile):
    """Leaves a Shapefile as many offices pass it on: GBK text, and nothing in it that says so."""
    stem = os.path.splitext(shapefile)[0]
    os.remove(stem + ".cpg")
    with open(stem + ".dbf", "r+b") as table:
        table.seek(29)
        table.write(b"\0")


def without_clock(workbook):
    """Rewrites an XLSX (a zip archive) with fixed dates."""
    with zipfile.ZipFile(workbook) as archive:
        parts = [(name, archive.read(name)) for name in archive.namelist()]
    with zipfile.ZipFile(workbook, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts:
            content = re.sub(rb"(<dcterms:\w+[^>]*>)[^<]*(</)", rb"\g<1>2026-01-01T00:00:00Z\g<2>", content)
            archive.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)


def write_raster(path, cells, corner, cell_m):
    rows, columns = cells.shape
    dataset = gdal.GetDriverByName("GTiff").Create(path, columns, rows, 1, gdal.GDT_UInt16,
                                                   ["COMPRESS=DEFLATE", "PREDICTOR=2", "TILED=YES"])
    dataset.SetProjection(crs(GRID_CRS).ExportToWkt())
    dataset.SetGeoTransform((corner[0], cell_m, 0, corner[1], 0, -cell_m))
    dataset.GetRasterBand(1).WriteArray(cells)
    dataset = None

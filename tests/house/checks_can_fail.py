#!/usr/bin/env python3
"""The checks of the house are worth something only if they find what they look for."""
import sys
import tempfile
import unittest
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).parent))
import check_docs  # noqa: E402
import check_figures  # noqa: E402
import check_hygiene  # noqa: E402
import check_includes  # noqa: E402
import check_package  # noqa: E402
import check_version  # noqa: E402


def includes(path, line):
    return [why for _, why in check_includes.offences(Path(path), line)]


class Includes(unittest.TestCase):
    def test_direction(self):
        self.assertTrue(includes("models/a.hpp", '#include "core/grid/raster.hpp"'))
        self.assertTrue(includes("core/a.cpp", '#  include "gis_io/read/packs/packs.hpp"'))
        self.assertFalse(includes("gis_io/a.cpp", '#include "core/grid/raster.hpp"'))
        self.assertFalse(includes("core/risk/a.cpp", '#include "core/grid/raster.hpp"'))

    def test_folders(self):
        self.assertTrue(includes("core/grid/a.hpp", '#include "core/geometry/geometry.hpp"'))
        self.assertFalse(includes("core/geometry/a.hpp", '#pragma once\n#include "core/grid/point.hpp"'))
        self.assertTrue(includes("models/release/a.cpp", '#include "models/dispersion/heavy_gas.hpp"'))
        self.assertTrue(includes("gis_io/read/layers/a.cpp", '#include "gis_io/read/project/sections.hpp"'))
        self.assertTrue(includes("gis_io/read/project/a.cpp", '#include "gis_io/write/vectors/feature.hpp"'))
        self.assertFalse(includes("gis_io/write/vectors/a.cpp", '#include "gis_io/projection.hpp"'))
        self.assertTrue(includes("core/attic/a.cpp", '#include "core/grid/raster.hpp"'))

    def test_guard(self):
        self.assertTrue(includes("core/risk/a.hpp", "// Says what it is.\n#include <vector>"))
        self.assertFalse(includes("core/risk/a.hpp", "// Says what it is.\n#pragma once"))

    def test_walls(self):
        self.assertTrue(includes("gis_io/a.hpp", "#pragma once\n#include <gdal_priv.h>"))
        self.assertTrue(includes("app/a.cpp", "#include <ogr_spatialref.h>"))
        self.assertFalse(includes("gis_io/write/rasters/a.cpp", "#include <gdal.h>"))
        self.assertTrue(includes("core/risk/a.cpp", "#include <geos_c.h>"))
        self.assertFalse(includes("core/geometry/a.cpp", "#include <geos_c.h>"))
        self.assertTrue(includes("core/risk/a.cpp", "#pragma omp parallel for"))
        self.assertFalse(includes("core/grid/a.cpp", "#include <omp.h>"))
        self.assertTrue(includes("gis_io/a.hpp", "#pragma once\n#include <nlohmann/json.hpp>"))
        self.assertTrue(includes("core/a.cpp", '#include "../grid/raster.hpp"'))


class Package(unittest.TestCase):
    def test_finds(self):
        self.assertEqual(check_package.told('{"apt-get install fonts-a fonts-b", "请运行 apt-get install fonts-a"}'),
                         {"fonts-a", "fonts-b"})
        self.assertEqual(check_package.brought('set(CPACK_DEBIAN_PACKAGE_DEPENDS "a, b")\n'
                                               'set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "fonts-a")\n'),
                         {"a", "b", "fonts-a"})


class Version(unittest.TestCase):
    CMAKE = "project(sise VERSION 1.2.0 LANGUAGES CXX)\n"

    def faults(self, changelog, said="sise 1.2.0"):
        return list(check_version.faults(self.CMAKE, changelog, said))

    def test_finds(self):
        self.assertTrue(self.faults("## [1.1.0] - 2026-01-01\n"))
        self.assertTrue(self.faults("## [Unreleased]\n## [1.10.0] - 2026-01-01\n"))
        self.assertTrue(self.faults("## [Unreleased]\n", "sise 1.1.9"))
        self.assertTrue(self.faults(""))

    def test_lets_pass(self):
        self.assertFalse(self.faults("## [Unreleased]\n## [1.2.0] - 2026-01-01\n"))
        self.assertFalse(self.faults("## [1.2.0] - 2026-01-01\n## [1.1.0] - 2025-01-01\n", None))


class Hygiene(unittest.TestCase):
    def test_finds(self):
        for line in ("see /" + "home/me/notes", '"/' + 'tmp/x"', "// TO" + "DO later", "<" * 7 + " HEAD", "\ufffd"):
            self.assertTrue(list(check_hygiene.offences(line)), line)

    def test_lets_pass(self):
        for line in ("#!/usr/bin/env bash", "https://example.org/home/page", "/dev/full", "$root/build/x", "a / b"):
            self.assertFalse(list(check_hygiene.offences(line)), line)


class Docs(unittest.TestCase):
    def test_links(self):
        with tempfile.TemporaryDirectory() as name:
            page = Path(name) / "page.md"
            page.write_text("# One thing\n[a](page.md#one-thing) [b](https://example.org) `[c](gone.md)`\n")
            self.assertEqual(list(check_docs.broken_links(page)), [])
            page.write_text("[a](gone.md)\n[b](#nowhere)\n")
            self.assertEqual([line for line, _ in check_docs.broken_links(page)], [1, 2])


class Figures(unittest.TestCase):
    def test_finds(self):
        with tempfile.TemporaryDirectory() as name:
            kept, drawn, pages = (Path(name) / part for part in ("kept", "drawn", "pages"))
            for folder in (kept, drawn, pages):
                folder.mkdir()
            for folder in (kept, drawn):
                (folder / "tnt.svg").write_text("<svg/>")
            (pages / "tnt.md").write_text("![x](../figures/tnt.svg)\n")
            self.assertEqual(list(check_figures.offences(kept, drawn, pages)), [])
            (drawn / "tnt.svg").write_text("<svg></svg>")
            (drawn / "new.svg").write_text("<svg/>")
            (kept / "old.svg").write_text("<svg/>")
            self.assertEqual(len(list(check_figures.offences(kept, drawn, pages))), 4)


if __name__ == "__main__":
    unittest.main()

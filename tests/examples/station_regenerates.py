#!/usr/bin/python3
"""The committed record of the made-up station is what its generator writes.

    station_regenerates.py FOLDER_OF_THE_STATION
"""
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

STATION = Path(sys.argv.pop(1))


class Regenerated(unittest.TestCase):
    def test_the_record_is_equal(self):
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([sys.executable, STATION / "generate.py", folder], check=True)
            self.assertEqual((Path(folder) / "record.csv").read_bytes(), (STATION / "record.csv").read_bytes())

    def test_it_has_what_its_page_promises(self):
        lines = (STATION / "record.csv").read_bytes().decode("gb18030").splitlines()
        self.assertEqual(len(lines), 1 + 365 * 24 - 72)
        for mark in (",C,", "999999", "时间(北京时)"):
            self.assertTrue(any(mark in line for line in lines), mark)


if __name__ == "__main__":
    unittest.main()

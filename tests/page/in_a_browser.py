#!/usr/bin/env python3
"""Opens the pages of real runs in Chromium and does with them what people do: look, click, search, measure, tick, print.

    in_a_browser.py SISE SOURCE_FOLDER [PICTURES]

Prints what is wrong and exits with 1; with 77, saying so, where there is no Chromium. With a third argument the pages are also
kept as pictures in that folder.
"""
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from browser import Browser, chromium

NASTY = ["</script><script>window.broken = 1</script>", "<img src=x onerror='window.broken = 1'>", "\"quotes' `and` ${more}",
         "\u202Eright to left \u0627\u0644\u0639\u0631\u0628\u064A\u0629", "🏭 工厂 & <b>co</b>", "很长的名字" * 60]

failures = []


def check(holds, what):
    if not holds:
        failures.append(what)
        print("wrong:", what)


def sise(program, *words, codes=(0,)):
    run = subprocess.run([program, *map(str, words), "--quiet"], capture_output=True, text=True, check=False)
    if run.returncode not in codes:
        sys.exit(f"sise {' '.join(map(str, words))}: exit code {run.returncode}\n{run.stderr}")


def nasty_project(folder):
    """Units, targets and proposals with names that would break a careless page."""
    (folder / "rose.csv").write_text("from_deg,stability,speed_m_s,frequency\n,D,3.0,1\n", encoding="utf-8")
    units = ["id,name,enterprise,kind,substance,inventory_t,status,x,y"]
    scenarios = ["unit_id,case_id,kind,frequency_per_year,substance,rate_kg_s,duration_s,height_m"]
    targets = ["id,class,name,people,x,y"]
    proposals = []
    for i, name in enumerate(NASTY):
        quoted = '"' + name.replace('"', '""') + '"'
        units.append(f"U{i},{quoted},{quoted},pressurised_vessel,chlorine,,existing,{500500 + 600 * i},3501000")
        scenarios.append(f"U{i},S1,toxic,2e-5,chlorine,0.5,1800,1")
        targets.append(f"T{i},general_1,{quoted},10,{500500 + 600 * i},3502500")
        proposals.append({"type": "Feature", "properties": {"id": f"P{i}", "name": name, "kind": "development", "class": "general_1"},
                          "geometry": {"type": "Point", "coordinates": [120.005 + 0.006 * i, 31.632]}})
    for name, lines in (("units.csv", units), ("scenarios.csv", scenarios), ("targets.csv", targets)):
        (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    (folder / "proposals.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": proposals}), encoding="utf-8")
    places = "crs = \"EPSG:4549\"\nx = \"x\"\ny = \"y\"\n"
    (folder / "project.toml").write_text(
        "title = \"<script>window.broken = 1</script> & co\"\n[grid]\ncrs = \"EPSG:4549\"\ncell_m = 50.0\n"
        "bounds = [500000.0, 3500000.0, 504000.0, 3504000.0]\n[weather]\nwind_rose = \"rose.csv\"\n"
        f"[units]\nsource = \"units.csv\"\n{places}[scenarios]\nsource = \"scenarios.csv\"\n[targets]\nsource = \"targets.csv\"\n{places}",
        encoding="utf-8")


def settled(browser, page, pictures, name, language):
    """Opens a page in a language, with nothing to complain of."""
    seconds = browser.open(f"{page.as_uri()}#lang={language}")
    time.sleep(0.3)
    check(browser.complaints() == [], f"{name}: {browser.complaints()}")
    check(browser.fetched() == [], f"{name} fetches {browser.fetched()}")
    if pictures:
        (pictures / f"{name}_{language}.png").write_bytes(browser.picture())
    return seconds


def popup(browser):
    return browser.value("(document.querySelector('.leaflet-popup-content') || {}).textContent || ''")


def centre_on(browser, layer, row):
    """Stops whatever moves the map and looks at a feature. Returns its shape, as the page calls it."""
    place = f"sise.layers.filter(function (l) {{ return l.name === '{layer}'; }})[0].features[{row}].shape"
    browser.value(f"sise.map.closePopup(); sise.map.stop(); sise.map.setView([({place}.box[0] + {place}.box[2]) / 2, "
                  f"({place}.box[1] + {place}.box[3]) / 2], 15, {{animate: false}}); 1")
    return place


def click_feature(browser, layer, row):
    """Clicks where the page draws a feature, whatever lies there. Returns what the page then tells."""
    place = centre_on(browser, layer, row)
    at = browser.value(f"(function () {{ var s = {place}, p = sise.map.latLngToContainerPoint([(s.box[0] + s.box[2]) / 2, (s.box[1] + s.box[3]) / 2]),"
                       " b = sise.map.getContainer().getBoundingClientRect(); return [b.x + p.x, b.y + p.y]; })()")
    browser.click(*at)
    return popup(browser)


def names_lie_apart(browser, name):
    boxes = browser.value("sise.names.written.map(function (w) { return w.box; })")
    over = [(a, b) for i, a in enumerate(boxes) for b in boxes[:i] if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]]
    check(not over, f"{name}: names over one another: {over}")
    size = browser.value("[sise.map.getSize().x, sise.map.getSize().y]")
    check(all(b[0] >= 0 and b[1] >= 0 and b[2] <= size[0] and b[3] <= size[1] for b in boxes), f"{name}: a name is cut off")
    return len(boxes)


def panel_is_whole(browser, name):
    """No word of the panel sticks out of it."""
    out = browser.value("(function () { var p = document.getElementById('panel'), r = p.getBoundingClientRect(), wide = [];"
                        "p.querySelectorAll('*').forEach(function (n) { var b = n.getBoundingClientRect();"
                        "if (b.width && b.right > r.right + 1) wide.push(n.textContent.slice(0, 40)); });"
                        "if (p.scrollWidth > p.clientWidth) wide.push('the panel itself'); return wide; })()")
    check(out == [], f"{name}: sticks out of the panel: {out}")


def the_map(browser, folder, pictures):
    page = folder / "map" / "index.html"
    for language in ("zh", "en"):
        settled(browser, page, pictures, "map", language)
        panel_is_whole(browser, f"map {language}")
        check(names_lie_apart(browser, f"map {language}") > 5, "the map has hardly any names")
    # The colours lie on the map: the picture's corners are where the data say.
    corners = browser.value("(function () { var i = document.querySelector('img.ground').getBoundingClientRect(), b = sise.map.getContainer()"
                            ".getBoundingClientRect(), g = sise.data.ground.bounds, n = sise.map.latLngToContainerPoint([g[2], g[1]]),"
                            "s = sise.map.latLngToContainerPoint([g[0], g[3]]);"
                            "return [i.left - b.left - n.x, i.top - b.top - n.y, i.right - b.left - s.x, i.bottom - b.top - s.y]; })()")
    check(all(abs(d) < 1.5 for d in corners), f"the colours lie beside the map by {corners} pixels")
    text = click_feature(browser, "units", 0)
    unit = json.loads((folder / "map" / "units.geojson").read_text(encoding="utf-8"))["features"][0]["properties"]
    check(unit["id"] in text and unit["name"] in text, f"a click on a unit tells {text[:200]!r}")
    check("per year" in text, "the card has no English words")
    # Layers off and on: what is not drawn is not found. The card that opened may still be moving the map.
    centre_on(browser, "units", 0)
    check(browser.value("sise.found(sise.map.getCenter()).some(function (f) { return f.layer.name === 'units'; })"), "the unit is not found")
    browser.click_on("#legend .layer label input")
    check(not browser.value("sise.layers[0].on"), "the first tick does nothing")
    check(not browser.value("sise.found(sise.map.getCenter()).some(function (f) { return f.layer.name === 'units'; })"),
          "a layer that is off is still found")
    browser.click_on("#legend .layer label input")
    check(browser.value("sise.layers[0].on"), "a layer cannot be ticked again")
    # Search.
    browser.click_on("#search")
    browser.type(unit["id"])
    check(browser.value("document.querySelectorAll('#found button').length") >= 1, "the search finds nothing")
    browser.click_on("#found button")
    check(unit["name"] in popup(browser), "what was found is not shown")
    # Language.
    browser.click_on("#language")
    check(browser.value("document.getElementById('print').textContent") == "打印", "the language does not change")
    # Measuring: two clicks on one parallel, against the haversine of the page's own map.
    browser.click_on("#measure")
    box = browser.value("(function () { var b = sise.map.getContainer().getBoundingClientRect(); return [b.x, b.y]; })()")
    browser.click(box[0] + 200, box[1] + 300)
    browser.click(box[0] + 500, box[1] + 300)
    told = browser.value("document.getElementById('measured').textContent")
    metres = browser.value("sise.map.distance(sise.map.containerPointToLatLng([200, 300]), sise.map.containerPointToLatLng([500, 300]))")
    number = float(told.split()[1]) * (1000 if "km" in told else 1)
    check(abs(number - metres) < 0.01 * metres, f"measured {told!r} for {metres} m")
    browser.click_on("#measure")
    check(browser.value("document.getElementById('measured').textContent") == "", "measuring does not end")
    browser.value("window.dispatchEvent(new Event('beforeprint')); 1")
    check(browser.value("Array.from(document.querySelectorAll('#map img.drawing')).filter(function (i) { return i.naturalWidth > 2000; }).length")
          == 3, "drawings do not go to paper as pictures")
    browser.value("window.dispatchEvent(new Event('afterprint')); 1")
    check(browser.value("document.querySelectorAll('#map img.drawing').length") == 0, "pictures for paper stay on the screen")
    paper = browser.paper()
    check(paper.startswith(b"%PDF") and len(paper) > 20000, "the page does not print")
    if pictures:
        (pictures / "map.pdf").write_bytes(paper)
    rows = browser.value("document.querySelectorAll('#shares tr').length")
    check(rows >= 5, f"the table of shares has {rows} rows")


def nasty_names(browser, folder, pictures):
    for run, layer in (("nasty-map", "units"), ("nasty-review", "decisions")):
        page = folder / run / "index.html"
        for language in ("zh", "en"):
            settled(browser, page, pictures, run, language)
            panel_is_whole(browser, f"{run} {language}")
        for row, name in enumerate(NASTY):
            text = click_feature(browser, layer, row)
            check(" ".join(name.split()) in " ".join(text.split()), f"{run}: a click on {name[:20]!r} tells {text[:120]!r}")
        names_lie_apart(browser, run)
        check(not browser.value("window.broken"), f"{run}: a name of the input has run")
        check(browser.value("document.querySelectorAll('#panel img, .leaflet-popup-content img, .leaflet-popup-content script').length") == 0,
              f"{run}: a name of the input became an element")
    check(browser.value("document.querySelector('.leaflet-popup-content table') !== null"), "decisions have no reasons")


def main(program, source, pictures):
    browser_program = chromium()
    if browser_program is None:
        print("skipped: there is no Chromium here (apt-get install chromium); what pages hold is tested without it")
        return 77
    example = source / "examples" / "binjiang"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sise(program, "map", example / "project.toml", "-o", folder / "map", "--set", "grid.cell_m=50.0")
        sise(program, "zones", example / "incident.toml", "-o", folder / "zones")
        sise(program, "rate", example / "project.toml", "-o", folder / "rate", codes=(0, 5))
        sise(program, "distances", example / "project.toml", "-o", folder / "distances")
        for command, more in (("capacity", ()), ("relocation", ("--prove", "1")), ("societal", ())):
            sise(program, command, example / "project.toml", *more, "-o", folder / command, "--set", "grid.cell_m=100.0", codes=(0, 5))
        nasty = folder / "nasty"
        nasty.mkdir()
        nasty_project(nasty)
        sise(program, "map", nasty / "project.toml", "-o", folder / "nasty-map")
        sise(program, "review", nasty / "project.toml", "--proposals", nasty / "proposals.geojson", "-o", folder / "nasty-review",
             codes=(0, 5))
        with Browser(browser_program) as browser:
            the_map(browser, folder, pictures)
            nasty_names(browser, folder, pictures)
            for run in ("zones", "rate", "distances", "capacity", "relocation", "societal"):
                for language in ("zh", "en"):
                    settled(browser, folder / run / "index.html", pictures, run, language)
                    panel_is_whole(browser, f"{run} {language}")
                    names_lie_apart(browser, f"{run} {language}")
    if failures:
        print(f"{len(failures)} things are wrong")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2]).resolve(), Path(sys.argv[3]) if len(sys.argv) > 3 else None))

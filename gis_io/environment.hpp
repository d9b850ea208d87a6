// GDAL, OGR and PROJ are set up once per process, here and nowhere else.
#pragma once

namespace sise {

/// Takes out of the process's environment whatever GDAL, OGR and PROJ would obey: settings, plugin folders, foreign
/// copies of PROJ's database; and the languages by which Pango would choose letters. A program calls it first of all,
/// before any thread; results then hang on its inputs alone.
void isolate_from_environment();

/// Registers drivers and routes GDAL's and PROJ's messages into ours; settings in the user's and the machine's
/// configuration files are not read. Safe to call more than once.
void initialise_gis();

}  // namespace sise

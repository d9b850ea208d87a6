// GDAL, OGR and PROJ are set up once per process, here and nowhere else.
#pragma once

namespace sise {

/// Registers drivers and routes GDAL's and PROJ's messages into ours. Safe to call more than once.
void initialise_gis();

}  // namespace sise

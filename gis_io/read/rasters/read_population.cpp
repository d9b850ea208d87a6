#include "gis_io/read/rasters/read_population.hpp"

#include <utility>

#include "gis_io/read/rasters/population_polygons.hpp"
#include "gis_io/read/rasters/population_raster.hpp"

namespace sise {
namespace {

constexpr double kReach_m = 20e3;

}  // namespace

Population read_population(const PopulationConfig& config, const GridSpec& grid, const Crs& crs, Problems& problems) {
  Population population;
  population.indoor_day = config.indoor_day;
  population.indoor_night = config.indoor_night;
  population.day_fraction = config.day_fraction;
  const Bounds b = grid.bounds();
  const Bounds reach{b.x_min - kReach_m, b.y_min - kReach_m, b.x_max + kReach_m, b.y_max + kReach_m};
  const AskedBands asked{config.day_band, config.night_band};
  PeopleRead read = config.is_raster ? read_population_raster(config.layer, config.unit, crs, reach, problems, asked)
                                     : read_population_polygons(config.layer, crs, b, problems);
  population.patches = std::move(read.patches);
  population.covered = std::move(read.covered);
  return population;
}

}  // namespace sise

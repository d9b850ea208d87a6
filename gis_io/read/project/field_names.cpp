#include "gis_io/read/project/field_names.hpp"

namespace sise {

using Names = std::vector<std::string>;

const Names& unit_field_names() {
  static const Names kNames{
      "id",    "name",          "enterprise",         "sector",           "kind",        "substance", "inventory_t",
      "state", "temperature_C", "pressure_gauge_kPa", "pressure_abs_kPa", "diameter_mm", "bund_m2",   "status"};
  return kNames;
}

const Names& boundary_field_names() {
  static const Names kNames{"enterprise"};
  return kNames;
}

const Names& scenario_field_names() {
  static const Names kNames{"unit_id",
                            "case_id",
                            "kind",
                            "frequency_per_year",
                            "substance",
                            "rate_kg_s",
                            "duration_s",
                            "height_m",
                            "mass_kg",
                            "tnt_kg",
                            "pool_diameter_m",
                            "jet_direction_deg",
                            "blast_class",
                            "flammable_mass_kg",
                            "pressure_abs_kPa"};
  return kNames;
}

const Names& target_field_names() {
  static const Names kNames{"id", "name", "class", "use", "households", "floor_area_m2", "beds", "people", "height_m"};
  return kNames;
}

const Names& population_field_names() {
  static const Names kNames{"people_day", "people_night"};
  return kNames;
}

const Names& wind_rose_field_names() {
  static const Names kNames{"from_deg", "stability", "speed_m_s", "frequency", "period"};
  return kNames;
}

}  // namespace sise

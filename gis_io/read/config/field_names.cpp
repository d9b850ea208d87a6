#include "gis_io/read/config/field_names.hpp"

#include <algorithm>
#include <initializer_list>

#include "core/accidents/scenario_fields.hpp"

namespace sise {

using Names = std::vector<std::string>;

const Names& unit_field_names() {
  static const Names kNames{"id",
                            "name",
                            "enterprise",
                            "sector",
                            "kind",
                            "substance",
                            "inventory_t",
                            "inventory_unit",
                            "state",
                            "temperature_C",
                            "pressure_gauge_kPa",
                            "pressure_abs_kPa",
                            "diameter_mm",
                            "bund_m2",
                            "hazard_unit",
                            "hazard_class",
                            "process",
                            "residents_500m",
                            "status",
                            "cas",
                            "connection_mm",
                            "isolation_class",
                            "containment",
                            "transfers_per_year",
                            "hours_per_year",
                            "length_m",
                            "valve_spacing_m",
                            "valve_closing_s",
                            "volume_m3",
                            "kst_bar_m_s",
                            "transports_per_year",
                            "route",
                            "stay_h",
                            "present_share",
                            "day_share"};
  return kNames;
}

const Names& content_field_names() {
  static const Names kNames{"unit_id", "substance", "inventory_t", "hazard_class"};
  return kNames;
}

const Names& boundary_field_names() {
  static const Names kNames{"enterprise"};
  return kNames;
}

const Names& scenario_field_names() {
  static const Names kNames = [] {
    Names names{"unit_id", "case_id", "kind", "frequency_per_year", "substance"};
    for (const ScenarioField& field : scenario_fields()) names.emplace_back(field.name);
    return names;
  }();
  return kNames;
}

const Names& target_field_names() {
  static const Names kNames{
      "id",     "name",         "class",           "use",      "households",   "floor_area_m2", "beds",
      "people", "people_shift", "open_air_people", "height_m", "geometry_role"};
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

const Names& fact_field_names() {
  static const Names kNames{"activity",
                            "in_park",
                            "serves_chemical_firms",
                            "serves_another_plant",
                            "in_control_line",
                            "major_hazard",
                            "hazard_prone",
                            "chemical_project",
                            "yangtze_bank_m",
                            "dormitory_with_dangerous_goods",
                            "inside_own_boundary",
                            "open_to_public",
                            "first_in_district",
                            "near_unit",
                            "near_item",
                            "near_sub",
                            "near_size",
                            "near_single_size",
                            "stands_as",
                            "zone",
                            "industry_code",
                            "catalogue_no",
                            "purpose",
                            "replaces",
                            "emission_kg_s",
                            "emission_limit_mg_m3",
                            "emission_area_m2",
                            "emission_type"};
  return kNames;
}

const Names& proposal_field_names() {
  static const Names kNames = [] {
    Names names = target_field_names();
    names.emplace_back("unit_kind");
    names.insert(names.end(), fact_field_names().begin(), fact_field_names().end());
    for (const std::string& name : unit_field_names()) {
      if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    }
    return names;
  }();
  return kNames;
}

const Names& plan_field_names() {
  static const Names kNames = [] {
    Names names = target_field_names();
    names.insert(names.end(), {"code", "code_name"});
    return names;
  }();
  return kNames;
}

bool is_field_name(const std::string& name) {
  const std::initializer_list<const Names*> all{
      &unit_field_names(),      &content_field_names(),  &boundary_field_names(),
      &scenario_field_names(),  &target_field_names(),   &population_field_names(),
      &wind_rose_field_names(), &proposal_field_names(), &plan_field_names()};
  return std::any_of(all.begin(), all.end(),
                     [&](const Names* names) { return std::find(names->begin(), names->end(), name) != names->end(); });
}

}  // namespace sise

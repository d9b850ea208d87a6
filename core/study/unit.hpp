// A hazardous unit: a place where a substance can get out, burn or explode.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/criteria/unit_kind.hpp"
#include "core/geometry/geometry.hpp"
#include "core/study/unit_details.hpp"

namespace sise {

struct Unit {
  std::string id;
  std::string name;
  std::string enterprise;  ///< units of one enterprise are judged together; empty: the unit stands alone
  std::string sector;
  UnitKind kind = UnitKind::unspecified;
  std::string kind_text;               ///< as the layer said it, for messages
  std::string substance;               ///< canonical id of the substance table; empty when unknown or not stated
  std::string substance_text;          ///< as the layer said it
  std::optional<double> inventory_kg;  ///< design maximum
  std::string state;
  std::optional<double> temperature_K;
  std::optional<double> pressure_abs_Pa;
  std::optional<double> diameter_m;
  std::optional<double> bund_m2;
  std::string hazard_unit;                  ///< unit of identification after GB 18218; empty: the record alone
  std::vector<std::string> hazard_classes;  ///< symbols of GB 18218 table 2, as stated
  std::string process;                      ///< hazardous process, as stated
  std::optional<double> residents_500m;     ///< as stated; else counted
  UnitDetails details;                      ///< what scenarios are generated from besides
  bool is_new = false;
  Geometry geometry;  ///< in the grid's CRS

  /// Units with the same key are one enterprise in every legal test.
  [[nodiscard]] const std::string& enterprise_key() const { return enterprise.empty() ? id : enterprise; }
};

}  // namespace sise

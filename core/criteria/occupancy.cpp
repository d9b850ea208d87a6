#include "core/criteria/occupancy.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "models/base/nearest.hpp"

namespace sise {
namespace {

std::optional<double> value_of(const Occupancy& occupancy, std::string_view quantity) {
  if (quantity == "households") return occupancy.households;
  if (quantity == "floor_area_m2") return occupancy.floor_area_m2;
  if (quantity == "beds") return occupancy.beds;
  if (quantity == "people") return occupancy.people;
  return std::nullopt;
}

Text quantity_label(std::string_view quantity, double value) {
  const std::string number = fmt::format("{}", value);
  if (quantity == "households") return {number + " households", number + " 户"};
  if (quantity == "floor_area_m2") return {number + " m2", number + " m2"};
  if (quantity == "beds") return {number + " beds", number + " 床"};
  return {number + " people", number + " 人"};
}

TargetClass class_by(const OccupancyMeasure& measure, double value) {
  if (measure.class_1_from && value >= *measure.class_1_from) return TargetClass::general_1;
  if (measure.class_2_from && value >= *measure.class_2_from) return TargetClass::general_2;
  return TargetClass::general_3;
}

}  // namespace

const OccupancyUse* OccupancyTable::find(std::string_view use) const {
  const std::string wanted = folded_name(use);
  const auto is_wanted = [&wanted](const std::string& name) { return folded_name(name) == wanted; };
  for (const OccupancyUse& row : uses) {
    const bool named = std::any_of(row.names.begin(), row.names.end(), is_wanted);
    if (named || is_wanted(row.id) || is_wanted(row.title.en) || is_wanted(row.title.zh)) return &row;
  }
  return nullptr;
}

ClassByOccupancy class_by_occupancy(const OccupancyTable& table, const Occupancy& occupancy) {
  ClassByOccupancy answer{.confidence = table.confidence};
  const OccupancyUse* use = table.find(occupancy.use);
  if (use == nullptr) {
    std::vector<std::string> names;
    for (const OccupancyUse& row : table.uses) {
      names.insert(names.end(), {row.id, row.title.zh});
      names.insert(names.end(), row.names.begin(), row.names.end());
    }
    answer.nearest_uses = nearest_names(occupancy.use, names, 3);
    return answer;
  }
  answer.basis = use->title;
  answer.target_class = use->always;
  for (const OccupancyMeasure& measure : use->measures) {
    const std::optional<double> value = value_of(occupancy, measure.quantity);
    if (!value) continue;
    const TargetClass by_this = class_by(measure, *value);
    const Text label = quantity_label(measure.quantity, *value);
    answer.basis.en += ", " + label.en;
    answer.basis.zh += ", " + label.zh;
    // TargetClass runs from the strictest to the mildest.
    answer.target_class = answer.target_class ? std::min(*answer.target_class, by_this) : by_this;
    if (!use->strictest) break;
  }
  if (!answer.target_class) {
    for (const OccupancyMeasure& measure : use->measures) answer.needs.push_back(measure.quantity);
  }
  return answer;
}

}  // namespace sise

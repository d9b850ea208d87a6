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
  if (quantity == "people_shift") return occupancy.people_shift;
  if (quantity == "open_air_people") return occupancy.open_air_people;
  return std::nullopt;
}

Text quantity_label(std::string_view quantity, double value) {
  const std::string number = fmt::format("{}", value);
  if (quantity == "households") return {number + " households", number + " 户"};
  if (quantity == "floor_area_m2") return {number + " m²", number + " m²"};
  if (quantity == "beds") return {number + " beds", number + " 床"};
  if (quantity == "people_shift") return {number + " people on the largest shift", "最大班 " + number + " 人"};
  if (quantity == "open_air_people") return {number + " people in the open air", "露天 " + number + " 人"};
  return {number + " people", number + " 人"};
}

TargetClass class_by(const OccupancyMeasure& measure, double value) {
  if (measure.class_1_from && value >= *measure.class_1_from) return TargetClass::general_1;
  if (measure.class_2_from && value >= *measure.class_2_from) return TargetClass::general_2;
  return TargetClass::general_3;
}

/// The strictest class that a measure can give.
TargetClass strictest_by(const OccupancyMeasure& measure) {
  if (measure.class_1_from) return TargetClass::general_1;
  return measure.class_2_from ? TargetClass::general_2 : TargetClass::general_3;
}

/// " (class 1 from 300)", where the class has a number from which it holds.
Text bound_of(const OccupancyMeasure& measure, TargetClass by_this) {
  const auto from = by_this == TargetClass::general_1   ? measure.class_1_from
                    : by_this == TargetClass::general_2 ? measure.class_2_from
                                                        : std::nullopt;
  if (from && *from > 0.0) {
    const int number = by_this == TargetClass::general_1 ? 1 : 2;
    return {fmt::format(" (class {} from {})", number, *from),
            fmt::format("(≥{} 属{}类)", *from, number == 1 ? "一" : "二")};
  }
  return {" (" + label_of(by_this).en + ")", "(" + label_of(by_this).zh + ")"};
}

struct Measured {
  const OccupancyMeasure* by = nullptr;
  double value = 0.0;
  TargetClass target_class = TargetClass::general_3;
};

std::vector<Measured> measured(const OccupancyUse& use, const Occupancy& occupancy) {
  std::vector<Measured> all;
  for (const OccupancyMeasure& measure : use.measures) {
    if (const auto value = value_of(occupancy, measure.quantity))
      all.push_back({&measure, *value, class_by(measure, *value)});
  }
  return all;
}

/// TargetClass runs from the strictest to the mildest; of equal classes the surest measure decides.
bool decides_before(const Measured& a, const Measured& b) {
  if (a.target_class != b.target_class) return a.target_class < b.target_class;
  return a.by->confidence < b.by->confidence;
}

void describe(ClassBasis& basis, const std::vector<Measured>& all, const Measured& deciding) {
  const Text label = quantity_label(deciding.by->quantity, deciding.value);
  const Text bound = bound_of(*deciding.by, deciding.target_class);
  basis.how.en += ": " + label.en + bound.en;
  basis.how.zh += ":" + label.zh + bound.zh;
  for (const Measured& other : all) {
    if (other.by == deciding.by) continue;
    const Text beside = quantity_label(other.by->quantity, other.value);
    basis.how.en += "; " + beside.en;
    basis.how.zh += ";" + beside.zh;
    if (other.target_class == deciding.target_class) continue;
    basis.how.en += " alone would give " + label_of(other.target_class).en;
    basis.how.zh += "单独则属" + label_of(other.target_class).zh;
  }
}

std::vector<std::string> names_of(const OccupancyTable& table) {
  std::vector<std::string> names;
  for (const OccupancyUse& row : table.uses) {
    names.insert(names.end(), {row.id, row.title.zh});
    names.insert(names.end(), row.names.begin(), row.names.end());
  }
  return names;
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
  ClassByOccupancy answer;
  const OccupancyUse* use = table.find(occupancy.use);
  if (use == nullptr) {
    answer.nearest_uses = nearest_names(occupancy.use, names_of(table), 3);
    return answer;
  }
  answer.no_target = use->no_target;
  answer.target_class = use->always;
  answer.basis = {use->title, table.rule_id, use->source, use->confidence};
  if (use->measures.empty()) return answer;
  const std::vector<Measured> all = measured(*use, occupancy);
  if (all.empty()) {
    answer.strictest = TargetClass::general_3;
    for (const OccupancyMeasure& measure : use->measures) {
      answer.needs.push_back(measure.quantity);
      answer.strictest = std::min(*answer.strictest, strictest_by(measure));
    }
    return answer;
  }
  const Measured& deciding = *std::min_element(all.begin(), all.end(), decides_before);
  answer.target_class = deciding.target_class;
  answer.basis.source = deciding.by->source;
  answer.basis.confidence = deciding.by->confidence;
  describe(answer.basis, all, deciding);
  return answer;
}

}  // namespace sise

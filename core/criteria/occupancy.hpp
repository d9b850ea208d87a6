// A protected target's class from what the place is used for and how large it is.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/criteria/target_class.hpp"
#include "models/base/confidence.hpp"
#include "models/base/text.hpp"

namespace sise {

/// What is known of a place.
struct Occupancy {
  std::string use;  ///< "residential", 住宅, 学校 ...
  std::optional<double> households;
  std::optional<double> floor_area_m2;
  std::optional<double> beds;
  std::optional<double> people;
};

/// General class 1 from one number on, class 2 from a lower one, else class 3. "From" includes the number.
struct OccupancyMeasure {
  std::string quantity;  ///< "households", "floor_area_m2", "beds", "people"
  std::optional<double> class_1_from;
  std::optional<double> class_2_from;
};

/// One row of the table of classes.
struct OccupancyUse {
  std::string id;
  Text title;
  std::vector<std::string> names;     ///< other words for it
  std::optional<TargetClass> always;  ///< the class whatever the size
  std::vector<OccupancyMeasure> measures;
  bool strictest = false;  ///< every known measure counts; else the first known one decides
};

struct OccupancyTable {
  std::string rule_id;
  std::string source;
  Confidence confidence = Confidence::recalled;
  std::vector<OccupancyUse> uses;

  /// By id, title or another name; blanks, '_', '-' and ASCII case do not matter.
  [[nodiscard]] const OccupancyUse* find(std::string_view use) const;
};

/// A class with how it followed, or why it does not follow.
struct ClassByOccupancy {
  std::optional<TargetClass> target_class;
  Text basis;  ///< "dwellings and their services, 45 households"
  Confidence confidence = Confidence::recalled;
  std::vector<std::string> needs;         ///< quantities of which one is needed and none is known
  std::vector<std::string> nearest_uses;  ///< right spellings near an unknown use
};

[[nodiscard]] ClassByOccupancy class_by_occupancy(const OccupancyTable& table, const Occupancy& occupancy);

}  // namespace sise

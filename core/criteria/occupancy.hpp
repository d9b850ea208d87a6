// A protected target's class from what the place is used for and how large it is.
#pragma once
#include <array>
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
  std::optional<double> people;           ///< permanent residents, staff, guests
  std::optional<double> people_shift;     ///< on the largest shift
  std::optional<double> open_air_people;  ///< at the peak, in the open air
};

/// What a measure may count, as it stands in rule packs and layers.
inline constexpr std::array<std::string_view, 6> kOccupancyQuantities{"households", "floor_area_m2", "beds",
                                                                      "people",     "people_shift",  "open_air_people"};

/// General class 1 from one number on, class 2 from a lower one, else class 3. "From" includes the number.
struct OccupancyMeasure {
  std::string quantity;  ///< one of kOccupancyQuantities
  std::optional<double> class_1_from;
  std::optional<double> class_2_from;
  std::string source;  ///< of these numbers
  Confidence confidence = Confidence::recalled;
};

/// One row of the table of classes: a class whatever the size, no protected target at all, or measures of which every
/// known one counts and the strictest class holds.
struct OccupancyUse {
  std::string id;
  Text title;
  std::vector<std::string> names;     ///< other words for it
  std::optional<TargetClass> always;  ///< the class whatever the size
  bool no_target = false;             ///< not protected by the criterion of individual risk
  std::vector<OccupancyMeasure> measures;
  std::string source;
  Confidence confidence = Confidence::recalled;  ///< of `always` and `no_target`
};

struct OccupancyTable {
  std::string rule_id;
  std::string source;
  Confidence confidence = Confidence::recalled;
  std::vector<OccupancyUse> uses;

  /// By id, title or another name; blanks, '_', '-' and ASCII case do not matter.
  [[nodiscard]] const OccupancyUse* find(std::string_view use) const;
};

/// How a target came to its class: in words, and how sure we are of the rule that said so.
struct ClassBasis {
  Text how;             ///< "stated in the layer"; "markets: 20000 people (class 1 from 300)"
  std::string rule_id;  ///< empty: stated
  std::string source;
  Confidence confidence = Confidence::seen;
};

/// A class with how it followed, or why it does not follow.
struct ClassByOccupancy {
  std::optional<TargetClass> target_class;
  bool no_target = false;                 ///< the use is known, and no protected target
  ClassBasis basis;                       ///< the measure that decided, and what the others would have given
  std::vector<std::string> needs;         ///< quantities of which one is needed and none is known
  std::optional<TargetClass> strictest;   ///< with `needs`: the strictest class that they could give
  std::vector<std::string> nearest_uses;  ///< right spellings near an unknown use
};

/// The class is the strictest that any known measure gives; of several measures that give it the surest is named.
[[nodiscard]] ClassByOccupancy class_by_occupancy(const OccupancyTable& table, const Occupancy& occupancy);

}  // namespace sise

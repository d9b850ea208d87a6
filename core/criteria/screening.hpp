// How far a unit may matter that could not be computed, from what is known of it.
#pragma once
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "models/base/confidence.hpp"
#include "models/base/text.hpp"
#include "models/substances/substance.hpp"

namespace sise {

struct ScreeningStep {
  double up_to_kg = std::numeric_limits<double>::infinity();
  double reach_m = 0.0;
};

/// Data, read from a pack: see data/screening.
struct ScreeningPack {
  std::string id;
  Text title;
  std::string source;
  Confidence confidence = Confidence::recalled;
  std::map<std::string, std::vector<ScreeningStep>> by_substance;  ///< steps rise; the last one has no end
  std::vector<std::pair<std::string, double>> by_flag;             ///< flag of a substance, reach in m; first match

  /// 0 for an empty pack.
  [[nodiscard]] double largest_m() const;

  /// By substance and mass; of an unknown mass the substance's largest; of a substance that the pack does not know by
  /// name or flag, and of none at all (null), the pack's largest.
  [[nodiscard]] double reach_m(const Substance* substance, std::optional<double> inventory_kg) const;
};

}  // namespace sise

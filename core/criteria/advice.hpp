// The British scheme of land-use planning advice (PADHI): a level of sensitivity, a zone, and a matrix. Shown beside our verdicts.
#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/criteria/facts.hpp"
#include "models/base/confidence.hpp"
#include "models/base/text.hpp"

namespace sise {

enum class AdviceZone { inner, middle, outer, outside };
enum class Advice { against, not_against, not_needed };  ///< "AA", "DAA", outside the consultation distance

[[nodiscard]] std::string_view name_of(AdviceZone zone);
[[nodiscard]] Text label_of(AdviceZone zone);
[[nodiscard]] std::string_view code_of(Advice advice);
[[nodiscard]] Text label_of(Advice advice);

/// A size test that changes the level: any of its groups holds, all conditions of a group together.
struct AdviceExclusion {
  std::string code;
  int level = 0;
  std::vector<std::vector<FactCondition>> any;
};

struct AdviceType {
  std::string id;
  Text title;
  int default_level = 0;
  std::vector<std::string> uses;  ///< of the table of uses
  std::vector<AdviceExclusion> exclusions;
  std::vector<std::string> asks;  ///< of these facts one must be known; empty: none
};

struct AdvicePack {
  std::string id;
  Text title;
  std::string source;
  Confidence confidence = Confidence::recalled;
  std::array<double, 3> zone_from{};             ///< individual risk per year of inner, middle and outer
  std::array<std::array<bool, 3>, 4> against{};  ///< by level - 1 and zone
  double straddle_share = 0.0;                   ///< a smaller part than this does not bring the zone in
  std::vector<AdviceType> types;

  [[nodiscard]] const AdviceType* type(std::string_view wanted) const;
  [[nodiscard]] const AdviceType* type_of_use(std::string_view use) const;
  [[nodiscard]] AdviceZone zone_of(double risk_per_year) const;
  [[nodiscard]] Advice advice(int level, AdviceZone zone) const;
};

struct AdviceLevel {
  int level = 0;
  std::string by;  ///< code of the exclusion, or of the type
};
/// nullopt where nothing of what the type asks is known.
[[nodiscard]] std::optional<AdviceLevel> level_of(const AdviceType& type, Facts facts);

/// The zone of a development that straddles: shares of its area by zone. `trifling_inside`: the part in the inner zones is
/// parking, landscaping and the like.
[[nodiscard]] AdviceZone straddling_zone(const AdvicePack& pack,
                                         const std::vector<std::pair<AdviceZone, double>>& shares,
                                         bool trifling_inside);

/// Against as soon as one of several hazards or uses is.
[[nodiscard]] Advice overall(const std::vector<Advice>& advices);

}  // namespace sise

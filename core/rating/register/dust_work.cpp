#include "core/rating/register/dust_work.hpp"

#include <algorithm>

#include "core/rating/register/written_answer.hpp"

namespace sise {
namespace {

/// A weight of the standard's, as written.
std::optional<double> weight_written(const std::vector<DustStep>& steps, const std::string& text) {
  const auto number = plain_number(text);
  const auto found =
      std::find_if(steps.begin(), steps.end(), [&](const DustStep& step) { return number && step.weight == *number; });
  return found == steps.end() ? std::nullopt : std::optional(found->weight);
}

std::optional<double> weight_of_silica(const std::vector<DustStep>& steps, const std::string& text) {
  constexpr double kPerCent = 100.0;
  const auto percent = plain_number(text.ends_with('%') ? std::string_view(text).substr(0, text.size() - 1) : text);
  if (!percent || *percent < 0.0 || *percent > kPerCent) return std::nullopt;
  for (const DustStep& step : steps) {
    if (!step.below || *percent < *step.below || (step.closed && *percent == *step.below)) return step.weight;
  }
  return std::nullopt;
}

std::optional<double> weight_of_labour(const std::vector<DustStep>& steps, const std::string& text) {
  for (const DustStep& step : steps) {
    if (std::find(step.words.begin(), step.words.end(), text) != step.words.end()) return step.weight;
  }
  return std::nullopt;
}

std::optional<double> weight_of_ratio(const std::string& text) {
  constexpr double kOnce = 1.0;
  constexpr double kTwice = 2.0;
  const auto ratio = plain_number(text);
  if (!ratio || *ratio < 0.0) return std::nullopt;
  if (*ratio < kOnce) return 0.0;
  return *ratio <= kTwice ? kOnce : *ratio;
}

/// A weight is 0, 1 or a ratio above 2.
std::optional<double> ratio_weight_written(const std::string& text) {
  const auto weight = weight_of_ratio(text);
  const auto number = plain_number(text);
  return weight && *weight == *number ? weight : std::nullopt;
}

}  // namespace

bool DustWords::any() const {
  return !(wm.empty() && wb.empty() && wl.empty() && silica_percent.empty() && ratio.empty() && labour_class.empty());
}

DustReading grade_dust_work(const DustRules& rules, const DustWords& words) {
  const auto wm =
      words.wm.empty() ? weight_of_silica(rules.silica, words.silica_percent) : weight_written(rules.silica, words.wm);
  if (!wm) return {{}, "WM"};
  const auto wb = words.wb.empty() ? weight_of_ratio(words.ratio) : ratio_weight_written(words.wb);
  if (!wb) return {{}, "WB"};
  const auto wl =
      words.wl.empty() ? weight_of_labour(rules.labour, words.labour_class) : weight_written(rules.labour, words.wl);
  if (!wl) return {{}, "WL"};
  DustGrade grade{*wm * *wb * *wl, 0};
  while (grade.dust_class + 1U < rules.classes.size() && !(grade.index > *rules.classes[grade.dust_class].above))
    ++grade.dust_class;
  return {grade, {}};
}

}  // namespace sise

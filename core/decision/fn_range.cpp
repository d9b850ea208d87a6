#include "core/decision/fn_range.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "core/decision/checks.hpp"
#include "core/decision/societal_ends.hpp"
#include "core/risk/open_values.hpp"

namespace sise {
namespace {

/// Whether the curve comes near enough to what bounds its zone below to leave it.
bool may_be_milder(const FnJudgement& now, const FnCriterion& criterion) {
  constexpr double kFar = 1.0 / kAskedShare;
  if (now.zone == FnZone::acceptable) return false;
  if (now.zone == FnZone::alarp) return now.lower && now.lower->ratio() < kFar;
  if (now.beyond && now.beyond->deaths >= kFar * criterion.largest_n->value) return false;
  return !now.upper || now.upper->ratio() < kFar;
}

/// The same above. What kills fewer than the lines speak of may kill more.
bool may_be_stricter(const FnJudgement& now, const FnCriterion& criterion) {
  if (now.zone == FnZone::unacceptable || now.most_deaths < kAskedShare * criterion.fewest_deaths) return false;
  const std::optional<FnWorst>& above = now.zone == FnZone::acceptable && criterion.lower ? now.lower : now.upper;
  return !above || above->ratio() >= kAskedShare;
}

/// By zone, then by how close to the upper line.
bool milder(const FnJudgement& a, const FnJudgement& b) {
  if (a.zone != b.zone) return a.zone < b.zone;
  return (a.upper ? a.upper->ratio() : 0.0) < (b.upper ? b.upper->ratio() : 0.0);
}

/// The sides on which the zone may be left.
struct Sides {
  bool low = false;
  bool high = false;
};

void take(FnRange& range, const FnJudgement& other, Sides asked) {
  if (asked.low && milder(other, range.low)) range.low = other;
  if (asked.high && milder(range.high, other)) range.high = other;
}

bool any_open(const SocietalStudy& study, std::size_t enterprise) {
  const OpenValues* open = study.assessment().open;
  const std::vector<std::size_t>& units = study.enterprises()[enterprise].computed;
  return open != nullptr &&
         std::any_of(units.begin(), units.end(), [&](std::size_t unit) { return open->is_open(unit); });
}

FnRange by_open_values(const SocietalStudy& study, std::size_t enterprise, const FnJudgement& as_it_is,
                       const FnCriterion& criterion, Sides asked, Progress* progress) {
  FnRange range{as_it_is, as_it_is};
  for (const DataEnd end : {DataEnd::milder, DataEnd::stricter}) {
    const Sides side{asked.low && end == DataEnd::milder, asked.high && end == DataEnd::stricter};
    if (!side.low && !side.high) continue;
    for (const std::vector<FnStep>& steps : standing_at_end(study, enterprise, end, progress))
      take(range, judged(steps, criterion), side);
  }
  return range;
}

FnRange by_mixing(const SocietalStudy& study, std::size_t enterprise, const FnJudgement& as_it_is,
                  const FnCriterion& criterion, Sides asked, Progress* progress) {
  FnRange range{as_it_is, as_it_is};
  take(range, judged(standing_mixed_otherwise(study, enterprise, progress), criterion), asked);
  return range;
}

}  // namespace

std::optional<FnRange> range_of(const SocietalStudy& study, std::size_t enterprise, const FnJudgement& as_it_is,
                                const FnCriterion& criterion, Progress* progress) {
  const Sides asked{may_be_milder(as_it_is, criterion), may_be_stricter(as_it_is, criterion)};
  const bool open = any_open(study, enterprise);
  const bool mixing = mixing_concerns(study, enterprise);
  if (!(asked.low || asked.high) || !(open || mixing)) return std::nullopt;
  FnRange range{as_it_is, as_it_is};
  if (open) {
    const FnRange part = by_open_values(study, enterprise, as_it_is, criterion, asked, progress);
    range.by_open_values = part.straddles();
    take(range, part.low, asked);
    take(range, part.high, asked);
  }
  if (mixing) {
    const FnRange part = by_mixing(study, enterprise, as_it_is, criterion, asked, progress);
    range.by_mixing = part.straddles();
    take(range, part.low, asked);
    take(range, part.high, asked);
  }
  return range;
}

Text range_in_words(const std::optional<FnRange>& range) {
  if (!range || !range->straddles()) return {};
  Text why;
  if (range->by_open_values)
    why = {"values that records do not state or that are recalled", "记录未填写或凭记忆录入的数值"};
  if (range->by_mixing) {
    const bool also = !why.en.empty();
    why.en += (also ? ", and " : "") + std::string("how far the air's stability damps the mixing of dense clouds");
    why.zh += (also ? "及" : "") + std::string("大气稳定度对重质云团混合的抑制程度");
  }
  const auto told = [](const FnJudgement& one) {
    Text label = label_of(one.zone);
    if (one.beyond) {
      return Text{fmt::format("{} (up to {:.0f} deaths)", label.en, one.beyond->deaths),
                  fmt::format("{}(最多可致 {:.0f} 人死亡)", label.zh, one.beyond->deaths)};
    }
    if (!one.upper) return label;
    const std::string ratio = fmt::format("{:.2g}", one.upper->ratio());
    return Text{fmt::format("{} ({} times the upper line)", label.en, ratio),
                fmt::format("{}(上限的 {} 倍)", label.zh, ratio)};
  };
  return {fmt::format("between {} and {}, by {}", told(range->low).en, told(range->high).en, why.en),
          fmt::format("介于{}与{}之间,取决于{}", told(range->low).zh, told(range->high).zh, why.zh)};
}

}  // namespace sise

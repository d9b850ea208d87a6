#include "core/rating/major_hazard.hpp"

#include <algorithm>
#include <utility>

#include "core/criteria/limits.hpp"

namespace sise {
namespace {

double weighted_sum(const MajorHazard& hazard) {
  double sum = 0.0;
  for (const HazardShare& share : hazard.shares) sum += share.weighted;
  return sum;
}

bool reaches(double value, double bound) { return !exceeds(bound, value); }

/// With R by both ends of alpha, the level where they agree.
void rate_between(const MajorHazard& hazard, const MajorHazardPack& pack, std::optional<Bracket>& bracket,
                  std::optional<int>& level) {
  const double sum = weighted_sum(hazard);
  bracket = Bracket{pack.alpha.front().alpha * sum, pack.alpha.back().alpha * sum};
  const int lowest = pack.level_for(bracket->low);
  if (lowest == pack.level_for(bracket->high)) level = lowest;
}

Confidence weakest_of_shares(const std::vector<HazardShare>& shares) {
  Confidence mark = Confidence::seen;
  for (const HazardShare& share : shares) {
    if (share.critical) mark = weakest(mark, share.critical->confidence);
  }
  return mark;
}

/// The share that moves the answer most: by R where the unit is a major hazard, by S where it is none.
const HazardShare* leading(const MajorHazard& hazard) {
  const HazardShare* most = nullptr;
  const bool by_r = hazard.major.value_or(false);
  const auto weight = [&](const HazardShare& share) { return by_r ? share.weighted : share.q_over_Q; };
  for (const HazardShare& share : hazard.shares) {
    if (!share.critical) continue;
    if (most == nullptr || weight(share) > weight(*most)) most = &share;
  }
  return most;
}

/// The bound of R at which a level begins; nothing for one that table 6 does not hold.
std::optional<double> begins_at(const MajorHazardPack& pack, int level) {
  for (const HazardLevel& row : pack.levels) {
    if (row.level == level) return row.at_least;
  }
  return std::nullopt;
}

}  // namespace

const HazardClass* MajorHazardPack::class_of(std::string_view symbol) const {
  const auto found =
      std::find_if(classes.begin(), classes.end(), [&](const HazardClass& c) { return c.symbol == symbol; });
  return found == classes.end() ? nullptr : &*found;
}

double MajorHazardPack::alpha_for(double residents) const {
  double value = alpha.front().alpha;
  for (const AlphaStep& step : alpha) {
    if (reaches(residents, step.residents)) value = step.alpha;
  }
  return value;
}

int MajorHazardPack::level_for(double r) const {
  for (const HazardLevel& row : levels) {
    if (reaches(r, row.at_least)) return row.level;
  }
  return levels.back().level;
}

MajorHazard major_hazard(std::string id, std::vector<HazardItem> items, std::optional<double> residents,
                         const MajorHazardPack& pack, double ambient_K) {
  MajorHazard hazard;
  hazard.id = std::move(id);
  bool all_counted = true;
  for (HazardItem& item : items) {
    HazardShare share;
    share.critical = critical_quantity(item, pack, ambient_K, share.missing);
    if (share.critical && !item.inventory_t) {
      share.critical.reset();
      share.missing = {"the design maximum of the inventory", "设计最大存量"};
    }
    if (share.critical) {
      share.q_over_Q = *item.inventory_t / share.critical->critical_t;
      share.weighted = share.critical->beta * share.q_over_Q;
    }
    all_counted = all_counted && share.critical.has_value();
    share.item = std::move(item);
    hazard.s += share.q_over_Q;
    hazard.shares.push_back(std::move(share));
  }
  hazard.residents = residents;
  if (residents) hazard.alpha = pack.alpha_for(*residents);
  hazard.confidence = weakest(pack.confidence, weakest_of_shares(hazard.shares));
  if (reaches(hazard.s, 1.0)) hazard.major = true;
  if (!hazard.major && all_counted) hazard.major = false;
  if (!hazard.major.value_or(false)) return hazard;
  if (!hazard.alpha) {
    rate_between(hazard, pack, hazard.bracket, hazard.level);
    return hazard;
  }
  hazard.r = *hazard.alpha * weighted_sum(hazard);
  hazard.level = pack.level_for(*hazard.r);
  return hazard;
}

std::optional<LevelChange> level_change(const MajorHazard& hazard, const MajorHazardPack& pack) {
  const HazardShare* lead = leading(hazard);
  if (lead == nullptr || !hazard.major) return std::nullopt;
  LevelChange change{lead->item.unit_id, lead->item.substance_text, {}, {}};
  const double q_t = *lead->item.inventory_t;
  const double s_without = hazard.s - lead->q_over_Q;
  const double until_major_t = (1.0 - s_without) * lead->critical->critical_t;
  if (!*hazard.major) {
    change.higher_from_t = until_major_t;
    return change;
  }
  if (!hazard.alpha || !hazard.level) return change;
  const double per_t = *hazard.alpha * lead->critical->beta / lead->critical->critical_t;
  const double r_without = *hazard.r - per_t * q_t;
  const auto quantity_at = [&](double r) { return (r - r_without) / per_t; };
  // The level falls below the bound where it begins, or when the unit is no major hazard any more, whichever is met first.
  double lower_t = until_major_t;
  if (const auto begin = begins_at(pack, *hazard.level)) lower_t = std::max(lower_t, quantity_at(*begin));
  if (lower_t > 0.0) change.lower_below_t = lower_t;
  if (const auto above = begins_at(pack, *hazard.level - 1)) change.higher_from_t = quantity_at(*above);
  return change;
}

}  // namespace sise

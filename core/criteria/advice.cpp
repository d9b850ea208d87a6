#include "core/criteria/advice.hpp"

#include <algorithm>

namespace sise {
namespace {

constexpr std::array<AdviceZone, 3> kZones{AdviceZone::inner, AdviceZone::middle, AdviceZone::outer};
constexpr double kM2PerHa = 1e4;

bool holds(const AdviceExclusion& exclusion, const Facts& facts) {
  return std::any_of(exclusion.any.begin(), exclusion.any.end(),
                     [&](const auto& group) { return all_hold(group, facts) == Holds::yes; });
}

/// "units_per_ha" follows from the two that people state.
void derive(Facts& facts) {
  const auto units = facts.numbers.find("dwelling_units");
  const auto area = facts.numbers.find("site_area_ha");
  if (units != facts.numbers.end() && area != facts.numbers.end() && area->second > 0.0)
    facts.numbers["units_per_ha"] = units->second / area->second;
}

}  // namespace

std::string_view name_of(AdviceZone zone) {
  constexpr std::array<std::string_view, 4> kNames{"inner", "middle", "outer", "outside_consultation_distance"};
  return kNames.at(static_cast<std::size_t>(zone));
}

Text label_of(AdviceZone zone) {
  switch (zone) {
    case AdviceZone::inner:
      return {"inner zone", "内区"};
    case AdviceZone::middle:
      return {"middle zone", "中区"};
    case AdviceZone::outer:
      return {"outer zone", "外区"};
    case AdviceZone::outside:
      break;
  }
  return {"outside the consultation distance", "咨询距离以外"};
}

std::string_view code_of(Advice advice) {
  constexpr std::array<std::string_view, 3> kCodes{"AA", "DAA", "none"};
  return kCodes.at(static_cast<std::size_t>(advice));
}

Text label_of(Advice advice) {
  switch (advice) {
    case Advice::against:
      return {"advise against", "建议不予许可"};
    case Advice::not_against:
      return {"do not advise against", "不反对"};
    case Advice::not_needed:
      break;
  }
  return {"no advice needed", "无须征询"};
}

const AdviceType* AdvicePack::type(std::string_view wanted) const {
  const auto found = std::find_if(types.begin(), types.end(), [&](const AdviceType& t) { return t.id == wanted; });
  return found == types.end() ? nullptr : &*found;
}

const AdviceType* AdvicePack::type_of_use(std::string_view use) const {
  const auto takes = [&](const AdviceType& t) { return std::find(t.uses.begin(), t.uses.end(), use) != t.uses.end(); };
  const auto found = std::find_if(types.begin(), types.end(), takes);
  return found == types.end() ? nullptr : &*found;
}

AdviceZone AdvicePack::zone_of(double risk_per_year) const {
  for (const AdviceZone zone : kZones) {
    if (risk_per_year >= zone_from.at(static_cast<std::size_t>(zone))) return zone;
  }
  return AdviceZone::outside;
}

Advice AdvicePack::advice(int level, AdviceZone zone) const {
  if (zone == AdviceZone::outside) return Advice::not_needed;
  const auto row = static_cast<std::size_t>(level - 1);
  return against.at(row).at(static_cast<std::size_t>(zone)) ? Advice::against : Advice::not_against;
}

std::optional<AdviceLevel> level_of(const AdviceType& type, Facts facts) {
  derive(facts);
  const bool known = type.asks.empty() || std::any_of(type.asks.begin(), type.asks.end(),
                                                      [&](const std::string& field) { return facts.has(field); });
  if (!known) return std::nullopt;
  for (const AdviceExclusion& exclusion : type.exclusions) {
    if (holds(exclusion, facts)) return AdviceLevel{exclusion.level, exclusion.code};
  }
  return AdviceLevel{type.default_level, type.id};
}

AdviceZone straddling_zone(const AdvicePack& pack, const std::vector<std::pair<AdviceZone, double>>& shares,
                           bool trifling_inside) {
  double inside = 0.0;
  AdviceZone innermost = AdviceZone::outside;
  AdviceZone outermost = AdviceZone::inner;
  for (const auto& [zone, share] : shares) {
    if (!(share > 0.0)) continue;
    innermost = std::min(innermost, zone);
    outermost = std::max(outermost, zone);
  }
  if (trifling_inside && innermost != outermost) return outermost;
  for (const AdviceZone zone : kZones) {
    for (const auto& [where, share] : shares) inside += where == zone ? share : 0.0;
    if (inside > 0.0 && !(inside < pack.straddle_share)) return zone;
  }
  return inside > 0.0 && outermost != AdviceZone::outside ? outermost : AdviceZone::outside;
}

Advice overall(const std::vector<Advice>& advices) {
  const bool against =
      std::any_of(advices.begin(), advices.end(), [](Advice advice) { return advice == Advice::against; });
  if (against) return Advice::against;
  const bool asked =
      std::any_of(advices.begin(), advices.end(), [](Advice advice) { return advice == Advice::not_against; });
  return asked ? Advice::not_against : Advice::not_needed;
}

}  // namespace sise

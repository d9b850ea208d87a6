#include "models/fire/flash_fire.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>

#include "models/base/error.hpp"
#include "models/numeric/roots.hpp"

namespace sise {
namespace {

constexpr double kPocket_s = 18.75;
constexpr double kTenMinutes_s = 600.0;

/// Slade's curves are of single puffs: they have no averaging time and need none.
std::optional<double> averaging_of(FlashFireLimit limit, const FlashFireOptions& options) {
  if (options.averaging_time_s) return options.averaging_time_s;
  if (options.sigma == SigmaSet::slade_puff) return std::nullopt;
  return averaging_time_s(limit);
}

const FlashFireOptions& checked(const FlashFireOptions& options) {
  const double asked_s = options.averaging_time_s.value_or(0.0);
  if (options.limit == FlashFireLimit::half_lfl || asked_s < kTenMinutes_s) return options;
  throw ModelError(
      "averaging_time_with_lfl",
      {fmt::format("the lower flammable limit with a plume averaged over {} s misses the pockets of gas that "
                   "burn: the envelope would be too small",
                   asked_s),
       fmt::format("以爆炸下限配 {} s 平均的烟羽会漏掉瞬时可燃气团, 火焰范围偏小", asked_s)},
      {}, {"Leave averaging_time_s out, or use limit 'half_lfl'", "请去掉 averaging_time_s, 或采用 limit 'half_lfl'"});
}

GaussianPlume plume_of(const FlashFireSource& source, const Weather& weather, const FlashFireOptions& options,
                       std::optional<double> averaging_s) {
  return {{source.rate_kg_s, source.height_m}, weather, {options.sigma, options.transport_wind, averaging_s}};
}

}  // namespace

std::optional<FlashFireLimit> flash_fire_limit_from(std::string_view name) {
  if (name == "lfl") return FlashFireLimit::lfl;
  if (name == "half_lfl") return FlashFireLimit::half_lfl;
  return std::nullopt;
}

double averaging_time_s(FlashFireLimit limit) { return limit == FlashFireLimit::half_lfl ? kTenMinutes_s : kPocket_s; }

FlashFire::FlashFire(const FlashFireSource& source, const Weather& weather, const FlashFireOptions& options)
    : options_(checked(options)),
      plume_(plume_of(source, weather, options, averaging_of(options.limit, options))),
      edge_kg_m3_(options.limit == FlashFireLimit::half_lfl ? 0.5 * source.lfl_kg_m3 : source.lfl_kg_m3) {
  if (plume_.calm()) return;
  const bool same_plume = options.limit == FlashFireLimit::lfl;
  const GaussianPlume pockets =
      same_plume ? plume_
                 : plume_of(source, weather, options, averaging_of(FlashFireLimit::lfl, {.sigma = options.sigma}));
  cloud_ = flammable_cloud(pockets, source.lfl_kg_m3, source.ufl_kg_m3);
}

std::optional<WidestPlace> FlashFire::widest(double z_m) const {
  const std::optional<double> reach = plume_.calm() ? std::nullopt : reach_m(z_m);
  if (!reach) return std::nullopt;
  const FlammableCloud envelope{.plume = plume_, .lfl_kg_m3 = edge_kg_m3_};
  const auto half_width = [&](double x_m) { return envelope.half_width_m(x_m, z_m); };
  const double x_m = golden_maximum(half_width, 0.0, *reach);
  return WidestPlace{x_m, half_width(x_m)};
}

std::vector<std::string> FlashFire::warnings() const {
  std::vector<std::string> codes = plume_.warnings();
  if (!options_.averaging_time_s) return codes;
  const bool half = options_.limit == FlashFireLimit::half_lfl;
  if (!half && *options_.averaging_time_s > kPocket_s) codes.emplace_back("averaging_time_long");
  if (half && *options_.averaging_time_s < kTenMinutes_s) codes.emplace_back("averaging_time_short");
  return codes;
}

}  // namespace sise

#include "core/kernels/explosion_death.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "models/base/error.hpp"
#include "models/explosion/scaled_blast.hpp"
#include "models/explosion/tnt.hpp"
#include "models/harm/outdoor_death.hpp"

namespace sise {
namespace {

constexpr double kFarthest_m = 1e5;

ModelError no_impulse(const HarmPack& harm, BlastCurve curve) {
  return {"no_impulse",
          {fmt::format("harm pack '{}' judges blast by pressure and impulse, and blast curve '{}' gives no impulse",
                       harm.id, name_of(curve)),
           fmt::format("伤害准则包 '{}' 按超压和冲量判定, 而冲击波曲线 '{}' 不提供冲量", harm.id, name_of(curve))},
          {},
          {"choose [model] blast_curve = \"kingery_bulmash_hemispherical\"",
           "请改用 [model] blast_curve = \"kingery_bulmash_hemispherical\""}};
}

FitRange range_of(BlastCurve curve, BlastQuantity quantity) { return ScaledBlast::prepare(curve, quantity)->range(); }

}  // namespace

ExplosionDeath::ExplosionDeath(const BlastEvent& explosion, const ModelChoice& model, const HarmPack& harm)
    : tnt_kg_(explosion.tnt_kg),
      curve_(model.blast_curve),
      harm_(harm),
      needs_impulse_(harm.blast_death_needs_impulse()) {
  FitRange range = range_of(curve_, BlastQuantity::overpressure);
  if (needs_impulse_) {
    if (!ScaledBlast::prepare(curve_, BlastQuantity::impulse)) throw no_impulse(harm, curve_);
    const FitRange impulse = range_of(curve_, BlastQuantity::impulse);
    range = {std::max(range.z_min, impulse.z_min), std::min(range.z_max, impulse.z_max)};
  }
  const double metres = 1.0 / scaled_distance(tnt_kg_, 1.0);
  inner_m_ = range.z_min * metres;
  outer_m_ = std::min(kFarthest_m, range.z_max * metres);
}

double ExplosionDeath::probability(double r_m) const {
  if (r_m <= inner_m_) return 1.0;
  if (r_m >= outer_m_) return 0.0;
  const double pressure_pa = overpressure_pa(curve_, tnt_kg_, r_m);
  const double impulse_pa_s = needs_impulse_ ? blast_quantity(curve_, BlastQuantity::impulse, tnt_kg_, r_m)
                                             : std::numeric_limits<double>::quiet_NaN();
  return outdoor_blast_death(harm_, pressure_pa, impulse_pa_s);
}

double ExplosionDeath::reach_m(double probability_wanted) const {
  constexpr int kHalvings = 60;
  double reached = std::max(inner_m_, 1e-3);
  double beyond = outer_m_;
  if (outer_m_ < kFarthest_m && probability(std::nextafter(outer_m_, 0.0)) >= probability_wanted) {
    throw ModelError(
        "outside_fit",
        {fmt::format("blast curve '{}' ends at {:.4g} m, where people still die", name_of(curve_), outer_m_),
         fmt::format("冲击波曲线 '{}' 止于 {:.4g} m, 该处仍有死亡可能", name_of(curve_), outer_m_)},
        {}, {"choose another [model] blast_curve", "请改用其他 [model] blast_curve"});
  }
  for (int i = 0; i < kHalvings; ++i) {
    const double middle = std::sqrt(reached * beyond);
    (probability(middle) >= probability_wanted ? reached : beyond) = middle;
  }
  return reached;
}

}  // namespace sise

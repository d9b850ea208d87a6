#include "models/release/pool_evaporation.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>

#include "models/numeric/roots.hpp"
#include "models/release/release_checks.hpp"

namespace sise {
namespace {

constexpr double kFirstStep_s = 0.05;
constexpr double kGrowth = 0.02;
constexpr double kFirstRateOver_s = 1.0;

void check(const PoolSource& source, const PoolAir& air, const Fluid& fluid) {
  require_positive("mass_kg", source.mass_kg);
  require_range(source.spill_duration_s >= 0.0, "spill_duration_s", source.spill_duration_s,
                {"at least 0", "不小于 0"});
  require_positive("min_thickness_m", source.basin.min_thickness_m);
  if (source.basin.bund_m2) require_positive("bund_m2", *source.basin.bund_m2);
  require_positive("ground_conductivity_W_mK", source.ground.conductivity_W_mK);
  require_positive("ground_diffusivity_m2_s", source.ground.diffusivity_m2_s);
  require_positive("ground_temperature_K", source.ground_temperature_K);
  if (source.vapour_pressure_Pa) require_positive("vapour_pressure_pa", *source.vapour_pressure_Pa);
  require_positive("stop_after_s", source.stop_after_s);
  require_positive("wind_speed_m_s", air.wind_speed_m_s);
  require_positive("air temperature_K", air.temperature_K);
  require_positive("pressure_Pa", air.pressure_Pa);
  require_fluid(fluid, source.temperature_K);
  require_below_critical(fluid, source.temperature_K);
  require_no_flash(fluid, source.temperature_K, air.pressure_Pa);
}

/// What the pool is made of and what works on it; the same all along.
struct Conditions {
  PoolSource source;
  PoolAir air;
  bool boiling;
  double temperature_K;
  double vapour_pressure_Pa;
  double molar_mass_kg_mol;
  double density_kg_m3;
  double heat_of_vaporization_J_kg;

  [[nodiscard]] double spilled_kg(double time_s) const {
    const double over_s = source.spill_duration_s;
    return over_s > 0.0 && time_s < over_s ? source.mass_kg * time_s / over_s : source.mass_kg;
  }
  [[nodiscard]] double wind_rate_kg_s(double radius_m) const {
    if (source.method == PoolMethod::hj169) {
      return hj169_evaporation_kg_s(air, molar_mass_kg_mol, vapour_pressure_Pa, radius_m);
    }
    return mackay_matsugu_evaporation_kg_s(air, molar_mass_kg_mol, vapour_pressure_Pa, radius_m);
  }
  [[nodiscard]] double air_heat_rate_kg_s(double radius_m) const {
    const double difference_K = std::fmax(0.0, air.temperature_K - temperature_K);
    return air_heat_transfer_W_m2K(air, radius_m) * difference_K * std::numbers::pi * radius_m * radius_m /
           heat_of_vaporization_J_kg;
  }
};

Conditions conditions_of(const PoolSource& source, const PoolAir& air, const Fluid& fluid) {
  const double boiling_K = fluid.boiling_temperature_K(air.pressure_Pa);
  Conditions known{source,
                   air,
                   source.ground_temperature_K > boiling_K,
                   std::fmin(source.temperature_K, boiling_K),
                   0.0,
                   fluid.molar_mass_kg_mol(),
                   0.0,
                   0.0};
  if (known.boiling) known.temperature_K = boiling_K;
  known.vapour_pressure_Pa = air.pressure_Pa;
  if (known.temperature_K < boiling_K) {
    known.vapour_pressure_Pa =
        source.vapour_pressure_Pa ? *source.vapour_pressure_Pa : fluid.vapour_pressure_Pa(known.temperature_K);
  }
  known.density_kg_m3 = fluid.liquid_density_kg_m3(known.temperature_K);
  if (known.boiling) known.heat_of_vaporization_J_kg = fluid.heat_of_vaporization_J_kg(boiling_K);
  return known;
}

/// Ground that the liquid reached at one moment.
struct Ring {
  double since_s;
  double area_m2;
};

struct Pool {
  double time_s = 0.0;
  double liquid_kg = 0.0;
  double radius_m = 0.0;
  double released_kg = 0.0;
  std::vector<Ring> rings{};

  [[nodiscard]] double area_m2() const { return std::numbers::pi * radius_m * radius_m; }
};

class March {
 public:
  explicit March(const Conditions& conditions) : c_(conditions) {
    if (c_.source.spill_duration_s > 0.0) return;
    pool_.liquid_kg = c_.source.mass_kg;
    pool_.radius_m = first_radius_m(c_.source.basin, pool_.liquid_kg / c_.density_kg_m3);
    pool_.rings.push_back({0.0, pool_.area_m2()});
  }

  PoolHistory run() {
    add_step();
    while (pool_.time_s < c_.source.stop_after_s && !spent()) {
      const double next_s = next_stop_s();
      const double dt_s = next_s - pool_.time_s;
      Pool later = after(dt_s);
      later.time_s = next_s;  // not a rounding before it: the last of a spill would never come
      if (later.liquid_kg <= 0.0 && spill_is_over(later.time_s)) {
        // Brent lands on either side of empty; what is left by rounding belongs to the release.
        later = after(brent([&](double dt) { return after(dt).liquid_kg; }, 0.0, dt_s, 1e-12));
        later.released_kg = c_.source.mass_kg;
        later.liquid_kg = 0.0;
      } else if (later.liquid_kg < 0.0) {
        later.released_kg += later.liquid_kg;  // all that was spilled has gone off: no more than that can
        later.liquid_kg = 0.0;
      }
      pool_ = std::move(later);
      add_step();
    }
    finish();
    return history_;
  }

 private:
  [[nodiscard]] bool spill_is_over(double time_s) const { return time_s >= c_.source.spill_duration_s; }
  [[nodiscard]] bool spent() const { return pool_.liquid_kg <= 0.0 && spill_is_over(pool_.time_s); }

  /// The end of the next step: no later than any moment at which something happens or is asked for.
  [[nodiscard]] double next_stop_s() const {
    const double now_s = pool_.time_s;
    double next_s = std::min(now_s + std::fmax(kFirstStep_s, kGrowth * now_s), c_.source.stop_after_s);
    if (now_s < c_.source.spill_duration_s) next_s = std::min(next_s, c_.source.spill_duration_s);
    if (now_s < kFirstRateOver_s) next_s = std::min(next_s, kFirstRateOver_s);
    const auto asked = std::upper_bound(c_.source.also_at_s.begin(), c_.source.also_at_s.end(), now_s);
    return asked == c_.source.also_at_s.end() ? next_s : std::min(next_s, *asked);
  }

  /// Liquid may come out negative: more would have gone off than there was.
  [[nodiscard]] Pool after(double dt_s) const {
    Pool later = pool_;
    later.time_s += dt_s;
    const double spilled_kg = c_.spilled_kg(later.time_s) - c_.spilled_kg(pool_.time_s);
    const double volume_m3 = pool_.liquid_kg / c_.density_kg_m3;
    const double fed_m3 = (pool_.liquid_kg + spilled_kg) / c_.density_kg_m3;
    later.radius_m = later_radius_m(c_.source.basin, pool_.radius_m, volume_m3, fed_m3, dt_s);
    const double ring_m2 = later.area_m2() - pool_.area_m2();
    if (ring_m2 > 0.0) later.rings.push_back({pool_.time_s + 0.5 * dt_s, ring_m2});
    const double vapour_kg = vapour(pool_, later, dt_s);
    later.released_kg += vapour_kg;
    later.liquid_kg += spilled_kg - vapour_kg;
    return later;
  }

  /// Mass that goes off between two states of the pool.
  [[nodiscard]] double vapour(const Pool& before, const Pool& later, double dt_s) const {
    const auto mean_kg = [&](auto rate) { return 0.5 * dt_s * (rate(before.radius_m) + rate(later.radius_m)); };
    const auto wind = [this](double r) { return r > 0.0 ? c_.wind_rate_kg_s(r) : 0.0; };
    if (!c_.boiling) return mean_kg(wind);
    const double ground_kg =
        (ground_J(later, later.time_s) - ground_J(before, before.time_s)) / c_.heat_of_vaporization_J_kg;
    if (c_.source.method == PoolMethod::hj169) return std::fmax(ground_kg, mean_kg(wind));
    return ground_kg + mean_kg([this](double r) { return r > 0.0 ? c_.air_heat_rate_kg_s(r) : 0.0; });
  }

  [[nodiscard]] double difference_K() const { return c_.source.ground_temperature_K - c_.temperature_K; }

  [[nodiscard]] double ground_J(const Pool& pool, double time_s) const {
    double sum = 0.0;
    for (const Ring& ring : pool.rings) {
      sum += ring.area_m2 * ground_heat_J_m2(c_.source.ground, difference_K(), time_s - ring.since_s);
    }
    return sum;
  }

  [[nodiscard]] double rate_kg_s() const {
    if (!(pool_.radius_m > 0.0)) return 0.0;
    if (!c_.boiling) return c_.wind_rate_kg_s(pool_.radius_m);
    double ground_W = 0.0;
    for (const Ring& ring : pool_.rings) {
      if (pool_.time_s > ring.since_s) {
        ground_W += ring.area_m2 * ground_heat_flux_W_m2(c_.source.ground, difference_K(), pool_.time_s - ring.since_s);
      }
    }
    const double ground = ground_W / c_.heat_of_vaporization_J_kg;
    if (c_.source.method == PoolMethod::hj169) return std::fmax(ground, c_.wind_rate_kg_s(pool_.radius_m));
    return ground + c_.air_heat_rate_kg_s(pool_.radius_m);
  }

  /// A pool that is fed and dries as fast gives off what it is fed.
  [[nodiscard]] double limited_rate_kg_s() const {
    if (pool_.liquid_kg > 0.0 || spill_is_over(pool_.time_s)) return rate_kg_s();
    return std::fmin(rate_kg_s(), c_.source.mass_kg / c_.source.spill_duration_s);
  }

  void add_step() {
    history_.release.steps.push_back(
        {pool_.time_s, limited_rate_kg_s(), c_.vapour_pressure_Pa, c_.temperature_K, 1.0, pool_.released_kg});
    history_.area_m2.push_back(pool_.area_m2());
  }

  void finish() {
    ReleaseHistory& release = history_.release;
    release.total_kg = pool_.released_kg;
    release.duration_s = pool_.time_s;
    release.initial_kg = c_.source.mass_kg;
    release.remaining_kg = pool_.liquid_kg + c_.source.mass_kg - c_.spilled_kg(pool_.time_s);
    history_.boiling = c_.boiling;
    if (!c_.boiling || c_.source.spill_duration_s > 0.0) return;
    const double first_s = std::fmin(kFirstRateOver_s, release.duration_s);
    release.steps.front().rate_kg_s = released_kg(release, first_s) / first_s;
  }

  const Conditions& c_;
  Pool pool_;
  PoolHistory history_;
};

void add_warnings(PoolHistory& history, const PoolSource& source, const PoolAir& air, const Fluid& fluid) {
  if (source.method == PoolMethod::hj169 && evaporation_constants(air.stability).borrowed) {
    history.release.warn("no_class_c");
  }
  if (history.release.remaining_kg > 0.0) history.release.warn("pool_remains");
  for (const std::string& code : fluid.liquid_warnings(history.release.steps.front().temperature_K)) {
    history.release.warn(code);
  }
}

}  // namespace

PoolHistory pool_evaporation(const PoolSource& source, const PoolAir& air, const Fluid& fluid) {
  check(source, air, fluid);
  const Conditions conditions = conditions_of(source, air, fluid);
  PoolHistory history = March(conditions).run();
  add_warnings(history, source, air, fluid);
  return history;
}

double area_at_m2(const PoolHistory& history, double time_s) {
  const std::vector<ReleaseStep>& steps = history.release.steps;
  const auto later = std::upper_bound(steps.begin(), steps.end(), time_s,
                                      [](double t, const ReleaseStep& step) { return t < step.time_s; });
  if (later == steps.end()) return history.area_m2.back();
  const auto i = static_cast<std::size_t>(later - steps.begin());
  const double x = (time_s - steps[i - 1].time_s) / (steps[i].time_s - steps[i - 1].time_s);
  return history.area_m2[i - 1] + x * (history.area_m2[i] - history.area_m2[i - 1]);
}

}  // namespace sise

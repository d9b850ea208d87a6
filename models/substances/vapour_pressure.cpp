#include "models/substances/vapour_pressure.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>

#include "models/base/error.hpp"
#include "models/numeric/roots.hpp"

namespace sise {
namespace {

/// What the fit says at its edge over what Lee-Kesler says there.
double edge_ratio(const AntoineFit& fit, const CriticalPoint& critical, double edge_K) {
  return antoine_pressure_Pa(fit, edge_K) / lee_kesler_pressure_Pa(critical, edge_K);
}

double beyond_fit_Pa(const AntoineFit& fit, const CriticalPoint& critical, double temperature_K) {
  const double estimate_Pa = lee_kesler_pressure_Pa(critical, temperature_K);
  if (temperature_K < fit.min_K) return estimate_Pa * edge_ratio(fit, critical, fit.min_K);
  const double rest = (critical.temperature_K - temperature_K) / (critical.temperature_K - fit.max_K);
  return estimate_Pa * std::pow(edge_ratio(fit, critical, fit.max_K), rest);
}

}  // namespace

double antoine_pressure_Pa(const AntoineFit& fit, double temperature_K) {
  return std::pow(10.0, fit.a - fit.b_K / (temperature_K + fit.c_K));
}

double lee_kesler_pressure_Pa(const CriticalPoint& critical, double temperature_K) {
  const double tr = temperature_K / critical.temperature_K;
  const double tr6 = std::pow(tr, 6.0);
  const double f0 = 5.92714 - 6.09648 / tr - 1.28862 * std::log(tr) + 0.169347 * tr6;
  const double f1 = 15.2518 - 15.6875 / tr - 13.4721 * std::log(tr) + 0.43577 * tr6;
  return critical.pressure_Pa * std::exp(f0 + critical.acentric_factor * f1);
}

VapourPressure::VapourPressure(std::optional<AntoineFit> antoine, std::optional<CriticalPoint> critical)
    : antoine_(antoine), critical_(critical) {}

bool VapourPressure::measured_at(double temperature_K) const {
  return antoine_ && temperature_K >= antoine_->min_K && temperature_K <= antoine_->max_K;
}

bool VapourPressure::covers(double temperature_K) const {
  return measured_at(temperature_K) || (critical_ && temperature_K > 0.0 && temperature_K <= critical_->temperature_K);
}

double VapourPressure::hottest_K() const { return critical_ ? critical_->temperature_K : antoine_->max_K; }

double VapourPressure::at(double temperature_K) const {
  if (measured_at(temperature_K)) return antoine_pressure_Pa(*antoine_, temperature_K);
  if (!covers(temperature_K)) {
    throw ModelError("outside_vapour_pressure",
                     {fmt::format("the vapour pressure is not known at {:.2f} K", temperature_K),
                      fmt::format("{:.2f} K 时的蒸气压未知", temperature_K)});
  }
  return antoine_ ? beyond_fit_Pa(*antoine_, *critical_, temperature_K)
                  : lee_kesler_pressure_Pa(*critical_, temperature_K);
}

double VapourPressure::boiling_temperature_K(double pressure_Pa, double coldest_K) const {
  const double from_K = critical_ || !antoine_ ? coldest_K : std::max(coldest_K, antoine_->min_K);
  const double to_K = hottest_K();
  if (!(from_K < to_K) || pressure_Pa < at(from_K) || pressure_Pa > at(to_K)) {
    throw ModelError(
        "outside_vapour_pressure",
        {fmt::format("no boiling point at {:.0f} Pa: the vapour pressure is known from {:.2f} to {:.2f} K", pressure_Pa,
                     from_K, to_K),
         fmt::format("{:.0f} Pa 下没有沸点: 蒸气压仅在 {:.2f} 至 {:.2f} K 间已知", pressure_Pa, from_K, to_K)});
  }
  const auto excess = [&](double temperature_K) { return std::log(at(temperature_K) / pressure_Pa); };
  return brent(excess, from_K, to_K);
}

}  // namespace sise

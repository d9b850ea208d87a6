#include "models/substances/vapour_pressure.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <utility>

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

VapourPressure::VapourPressure(std::optional<AntoineFit> antoine, std::optional<CriticalPoint> critical,
                               std::vector<VapourPoint> stated)
    : antoine_(antoine), critical_(critical), stated_(std::move(stated)) {
  if (is_line()) {
    const VapourPoint& a = stated_.front();
    const VapourPoint& b = stated_.back();
    if ((b.temperature_K - a.temperature_K) * (b.pressure_Pa - a.pressure_Pa) > 0.0) return;
    throw ModelError("contradictory_vapour_pressure",
                     {fmt::format("{} Pa at {} K and {} Pa at {} K: a vapour pressure rises with the temperature",
                                  a.pressure_Pa, a.temperature_K, b.pressure_Pa, b.temperature_K),
                      fmt::format("{} K 时 {} Pa 与 {} K 时 {} Pa 矛盾: 蒸气压随温度升高", a.temperature_K,
                                  a.pressure_Pa, b.temperature_K, b.pressure_Pa)},
                     {}, {"Check the boiling point and the vapour pressure", "请核对沸点与蒸气压"});
  }
  if (stated_.size() == 1 && (antoine_ || critical_)) {
    scale_ = stated_.front().pressure_Pa / table_Pa(stated_.front().temperature_K);
  }
}

bool VapourPressure::measured_at(double temperature_K) const {
  if (is_line()) return true;
  return antoine_ && temperature_K >= antoine_->min_K && temperature_K <= antoine_->max_K;
}

bool VapourPressure::covers(double temperature_K) const {
  return measured_at(temperature_K) || (critical_ && temperature_K > 0.0 && temperature_K <= critical_->temperature_K);
}

double VapourPressure::hottest_K() const {
  constexpr double kHotterThanAnyLiquid_K = 3000.0;
  if (critical_) return critical_->temperature_K;
  return is_line() ? kHotterThanAnyLiquid_K : antoine_->max_K;
}

double VapourPressure::coldest_K(double asked_K) const {
  constexpr double kColderThanAnyLiquid_K = 1.0;
  if (is_line()) return std::max(asked_K, kColderThanAnyLiquid_K);
  return critical_ || !antoine_ ? asked_K : std::max(asked_K, antoine_->min_K);
}

double VapourPressure::line_Pa(double temperature_K) const {
  const VapourPoint& a = stated_.front();
  const VapourPoint& b = stated_.back();
  const double share = (1.0 / temperature_K - 1.0 / a.temperature_K) / (1.0 / b.temperature_K - 1.0 / a.temperature_K);
  return a.pressure_Pa * std::pow(b.pressure_Pa / a.pressure_Pa, share);
}

double VapourPressure::at(double temperature_K) const {
  return is_line() ? line_Pa(temperature_K) : scale_ * table_Pa(temperature_K);
}

double VapourPressure::table_Pa(double temperature_K) const {
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
  const double from_K = this->coldest_K(coldest_K);
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

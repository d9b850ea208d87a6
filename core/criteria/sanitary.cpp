#include "core/criteria/sanitary.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "models/base/error.hpp"

namespace sise {
namespace {

struct Column {
  double a, b, c, d;
};

/// Qc/Cm that a distance stands for.
double dilution(const Column& k, double radius_m, double distance_m) {
  return std::sqrt(k.b * std::pow(distance_m, k.c) + 0.25 * radius_m * radius_m) * std::pow(distance_m, k.d) / k.a;
}

double solved(const Column& k, double radius_m, double ratio) {
  double low = 0.0;
  double high = 1.0;
  while (dilution(k, radius_m, high) < ratio) high *= 2.0;
  while (high - low > 1e-6 * high) {
    const double middle = 0.5 * (low + high);
    (dilution(k, radius_m, middle) < ratio ? low : high) = middle;
  }
  return high;
}

/// Up to the next step: between two steps the larger counts.
double stepped(double initial_m) {
  constexpr double kSmall_m = 100.0;
  constexpr double kLarge_m = 1000.0;
  constexpr double kEqual = 1e-9;
  const auto up = [&](double from, double step) {
    return from + step * std::max(0.0, std::ceil((initial_m - from) / step * (1.0 - kEqual)));
  };
  if (initial_m <= kSmall_m) return std::max(50.0, up(0.0, 50.0));
  return initial_m <= kLarge_m ? up(kSmall_m, 100.0) : up(kLarge_m, 200.0);
}

}  // namespace

std::optional<EmissionType> emission_type_from(std::string_view name) {
  if (name == "I" || name == "1" || name == "Ⅰ") return EmissionType::one;
  if (name == "II" || name == "2" || name == "Ⅱ") return EmissionType::two;
  if (name == "III" || name == "3" || name == "Ⅲ") return EmissionType::three;
  return std::nullopt;
}

SanitaryDistance sanitary_distance(const SanitaryPack& pack, const FugitiveEmission& emission, double mean_wind_m_s) {
  const bool positive = emission.rate_kg_h > 0.0 && emission.limit_mg_m3 > 0.0 && emission.area_m2 > 0.0;
  if (!positive) {
    throw ModelError("not_positive", {"rate, limit and area of an emission must be above 0",
                                      "无组织排放量、环境限值和生产单元面积必须大于 0"});
  }
  const std::size_t wind = mean_wind_m_s < pack.calm_below_m_s ? 0 : (mean_wind_m_s <= pack.windy_above_m_s ? 1 : 2);
  const std::size_t calm = wind == 0 ? 0 : 1;
  const auto type = static_cast<std::size_t>(emission.type);
  const double radius = std::sqrt(emission.area_m2 / std::numbers::pi);
  const double ratio = emission.rate_kg_h / emission.limit_mg_m3;
  const std::array<double, 3> ends{pack.upto_m, pack.beyond_m, std::numeric_limits<double>::infinity()};
  double from = 0.0;
  for (std::size_t i = 0; i < ends.size(); ++i) {
    const Column column{pack.a.at(wind).at(i).at(type), pack.b.at(calm).at(i), pack.c.at(calm).at(i),
                        pack.d.at(calm).at(i)};
    const double distance = std::max(from, solved(column, radius, ratio));
    if (distance <= ends.at(i)) return {distance, stepped(distance)};
    from = ends.at(i);
  }
  return {from, stepped(from)};  // not reached: the last column has no end
}

}  // namespace sise

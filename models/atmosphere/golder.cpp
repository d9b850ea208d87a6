#include "models/atmosphere/golder.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <cstddef>

#include "models/base/error.hpp"

namespace sise {
namespace {

struct Line {
  double a_per_m;
  double b_per_m;
};
// Classes A to F.
constexpr std::array<Line, 6> kLines{
    {{-0.096, 0.029}, {-0.037, 0.029}, {-0.002, 0.018}, {0.0, 0.0}, {0.004, -0.018}, {0.035, -0.036}}};
// From D outwards, so that a tie stays with the class nearer to D.
constexpr std::array<Stability, 6> kFromNeutral{Stability::D, Stability::C, Stability::E,
                                                Stability::B, Stability::F, Stability::A};
constexpr double kSmoothest_m = 0.001;
constexpr double kRoughest_m = 1.0;

void check_roughness(double roughness_m) {
  if (roughness_m >= kSmoothest_m && roughness_m <= kRoughest_m) return;
  throw ModelError("outside_golder_range",
                   {fmt::format("Golder's lines are fitted for a roughness of {} m to {} m, not for {} m", kSmoothest_m,
                                kRoughest_m, roughness_m),
                    fmt::format("Golder 曲线的拟合适用于粗糙度 {} m 至 {} m, 不适用于 {} m", kSmoothest_m, kRoughest_m,
                                roughness_m)});
}

double line_at(std::size_t full_class, double roughness_m) {
  const Line& line = kLines.at(full_class);
  return line.a_per_m + line.b_per_m * std::log10(roughness_m);
}

}  // namespace

double golder_inverse_obukhov_per_m(Stability stability, double roughness_m) {
  check_roughness(roughness_m);
  const auto index = static_cast<std::size_t>(stability);  // A, A-B, B, ...: full classes are even
  return 0.5 * (line_at(index / 2, roughness_m) + line_at((index + 1) / 2, roughness_m));
}

Stability golder_stability(double obukhov_length_m, double roughness_m) {
  check_roughness(roughness_m);
  if (obukhov_length_m == 0.0 || std::isnan(obukhov_length_m)) {
    throw ModelError("parameter_out_of_range",
                     {"the Obukhov length must be a number other than zero", "奥布霍夫长度必须是不为零的数值"});
  }
  const double inverse_per_m = 1.0 / obukhov_length_m;
  Stability nearest = Stability::D;
  for (const Stability candidate : kFromNeutral) {
    const double distance = std::abs(inverse_per_m - golder_inverse_obukhov_per_m(candidate, roughness_m));
    const double least = std::abs(inverse_per_m - golder_inverse_obukhov_per_m(nearest, roughness_m));
    if (distance < least) nearest = candidate;
  }
  return nearest;
}

}  // namespace sise

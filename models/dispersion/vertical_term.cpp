#include "models/dispersion/vertical_term.hpp"

#include <cmath>
#include <numbers>

namespace sise {
namespace {

constexpr double kNegligible = 45.0;  // e^-45 = 3e-20

double gauss(double distance, double sigma) { return std::exp(-0.5 * (distance / sigma) * (distance / sigma)); }

}  // namespace

double vertical_term_images(double sigma_z_m, double height_m, double lid_m, double z_m) {
  double sum = gauss(z_m - height_m, sigma_z_m) + gauss(z_m + height_m, sigma_z_m);
  const double reach = std::abs(z_m - height_m) + 2.0 * lid_m + sigma_z_m * std::sqrt(2.0 * kNegligible);
  for (double period = 2.0 * lid_m; period < reach + 2.0 * lid_m; period += 2.0 * lid_m) {
    sum += gauss(period - height_m - z_m, sigma_z_m) + gauss(period - height_m + z_m, sigma_z_m) +
           gauss(period + height_m - z_m, sigma_z_m) + gauss(period + height_m + z_m, sigma_z_m);
  }
  return sum;
}

double vertical_term_cosines(double sigma_z_m, double height_m, double lid_m, double z_m) {
  const double r = sigma_z_m / lid_m;
  double sum = 1.0;
  for (double wave = std::numbers::pi; 0.5 * wave * wave * r * r < kNegligible; wave += std::numbers::pi) {
    sum += 2.0 * std::cos(wave * z_m / lid_m) * std::cos(wave * height_m / lid_m) * gauss(wave, 1.0 / r);
  }
  return std::sqrt(2.0 * std::numbers::pi) * r * sum;
}

}  // namespace sise

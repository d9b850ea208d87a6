#include "models/explosion/tnt.hpp"

#include <fmt/core.h>

#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <optional>

#include "models/base/constants.hpp"
#include "models/base/error.hpp"
#include "models/explosion/scaled_blast.hpp"
#include "models/explosion/shock_relations.hpp"

namespace sise {
namespace {

/// Times and impulses are fitted per cube root of the charge; pressures and speeds scale without it.
bool scales_with_charge(BlastQuantity quantity) {
  return quantity == BlastQuantity::impulse || quantity == BlastQuantity::reflected_impulse ||
         quantity == BlastQuantity::arrival || quantity == BlastQuantity::duration;
}

double charge_scale(BlastQuantity quantity, double tnt_kg) {
  return scales_with_charge(quantity) ? std::cbrt(tnt_kg) : 1.0;
}

void require_charge(double tnt_kg) {
  if (tnt_kg > 0.0 && std::isfinite(tnt_kg)) return;
  throw ModelError("parameter_out_of_range", {fmt::format("tnt_kg must be a positive number, here {}", tnt_kg),
                                              fmt::format("tnt_kg 必须为正数, 当前值 {}", tnt_kg)});
}

void require_ground_factor(BlastCurve curve, double ground_factor) {
  if (ground_factor == 1.0) return;
  if (blast_curve_info(curve).surface_burst) {
    throw ModelError(
        "ground_factor_twice",
        {fmt::format("curve '{}' is for a charge on the ground and already contains the ground factor; ground_factor "
                     "must be 1, here {}",
                     name_of(curve), ground_factor),
         fmt::format("曲线 '{}' 为地面爆炸曲线, 已包含地面反射系数; ground_factor 必须为 1, 当前值 {}", name_of(curve),
                     ground_factor)},
        {},
        {"Leave ground_factor out, or choose a free-air curve such as kingery_bulmash_spherical",
         "请去掉 ground_factor, 或改用空中爆炸曲线, 例如 kingery_bulmash_spherical"});
  }
  if (ground_factor > 1.0 && ground_factor <= 2.0) return;
  throw ModelError("parameter_out_of_range",
                   {fmt::format("ground_factor must be from 1 to 2, here {}", ground_factor),
                    fmt::format("ground_factor 必须在 1 至 2 之间, 当前值 {}", ground_factor)});
}

using DistancesOfCurves =
    std::array<std::array<std::optional<ScaledDistances>, kBlastQuantities.size()>, kBlastCurves.size()>;

/// Null where the curve does not give the quantity.
const ScaledDistances* scaled_distances(BlastCurve curve, BlastQuantity quantity) {
  static const DistancesOfCurves kAll = [] {
    DistancesOfCurves all;
    for (const BlastCurve c : kBlastCurves) {
      for (const BlastQuantity q : kBlastQuantities) {
        if (const auto blast = ScaledBlast::prepare(c, q))
          all.at(static_cast<std::size_t>(c)).at(static_cast<std::size_t>(q)).emplace(*blast);
      }
    }
    return all;
  }();
  const auto& found = kAll.at(static_cast<std::size_t>(curve)).at(static_cast<std::size_t>(quantity));
  return found ? &*found : nullptr;
}

}  // namespace

double effective_tnt_kg(BlastCurve curve, double tnt_kg, double ground_factor) {
  require_charge(tnt_kg);
  require_ground_factor(curve, ground_factor);
  return tnt_kg * ground_factor;
}

double scaled_distance(double tnt_kg, double r_m) { return r_m / std::cbrt(tnt_kg); }

double charge_radius_m(BlastCurve curve, double tnt_kg) {
  constexpr double kTnt_kg_m3 = 1600.0;
  const double share_of_sphere = blast_curve_info(curve).surface_burst ? 0.5 : 1.0;
  return std::cbrt(3.0 * tnt_kg / (4.0 * std::numbers::pi * kTnt_kg_m3 * share_of_sphere));
}

double blast_quantity(BlastCurve curve, BlastQuantity quantity, double tnt_kg, double r_m) {
  const std::optional<ScaledBlast> blast = ScaledBlast::prepare(curve, quantity);
  return blast ? blast->at(scaled_distance(tnt_kg, r_m)) * charge_scale(quantity, tnt_kg) : kNaN;
}

double overpressure_pa(BlastCurve curve, double tnt_kg, double r_m) {
  return blast_quantity(curve, BlastQuantity::overpressure, tnt_kg, r_m);
}

void overpressures_pa(BlastCurve curve, double tnt_kg, std::span<const double> r_m, std::span<double> out_pa) {
  const std::optional<ScaledBlast> blast = ScaledBlast::prepare(curve, BlastQuantity::overpressure);
  if (!blast) return;  // never: every curve gives the side-on pressure
  const double cube_root = std::cbrt(tnt_kg);
  for (std::size_t i = 0; i < r_m.size(); ++i) out_pa[i] = r_m[i] / cube_root;
  blast->at(out_pa, out_pa);
}

BlastValue blast_value(BlastCurve curve, double tnt_kg, double r_m) {
  const auto value = [&](BlastQuantity quantity) { return blast_quantity(curve, quantity, tnt_kg, r_m); };
  return {value(BlastQuantity::overpressure),      value(BlastQuantity::reflected_overpressure),
          value(BlastQuantity::dynamic_pressure),  value(BlastQuantity::impulse),
          value(BlastQuantity::reflected_impulse), value(BlastQuantity::arrival),
          value(BlastQuantity::duration),          value(BlastQuantity::shock_speed)};
}

BlastDistance distance_to(BlastCurve curve, BlastQuantity quantity, double tnt_kg, double value) {
  const ScaledDistances* distances = scaled_distances(curve, quantity);
  if (distances == nullptr) return {BlastDistance::Status::not_given, kNaN};
  BlastDistance distance = distances->to(value / charge_scale(quantity, tnt_kg));
  distance.r_m *= std::cbrt(tnt_kg);
  return distance;
}

std::optional<double> distance_to_overpressure_m(BlastCurve curve, double tnt_kg, double overpressure_pa) {
  const BlastDistance distance = distance_to(curve, BlastQuantity::overpressure, tnt_kg, overpressure_pa);
  if (distance.status != BlastDistance::Status::found) return std::nullopt;
  return distance.r_m;
}

std::vector<std::string> blast_warnings(BlastCurve curve, double tnt_kg, double r_m) {
  std::vector<std::string> codes;
  const double z = scaled_distance(tnt_kg, r_m);
  const std::optional<double> limit = blast_curve_info(curve).range_of_use_z_max;
  if (limit && z > *limit) codes.emplace_back("outside_range_of_use");
  if (overpressure_pa(curve, tnt_kg, r_m) > kIdealShockLimit_pa) codes.emplace_back("ideal_gas_shock");
  return codes;
}

}  // namespace sise

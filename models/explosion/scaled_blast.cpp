#include "models/explosion/scaled_blast.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "models/explosion/inverse_powers.hpp"
#include "models/explosion/kingery_bulmash.hpp"
#include "models/explosion/kinney_graham.hpp"
#include "models/explosion/shock_relations.hpp"
#include "models/explosion/swisdak.hpp"
#include "models/numeric/lanes.hpp"

namespace sise {
namespace {

using Function = double (*)(double);

/// A curve written as a formula, with the interval in which it holds.
struct ClosedForm {
  Function value = nullptr;
  FitRange range;
};

const LogPolynomial* polynomial_of(BlastCurve curve, BlastQuantity quantity) {
  switch (curve) {
    case BlastCurve::kingery_bulmash_hemispherical:
      return kingery_bulmash_surface_fit(quantity);
    case BlastCurve::kingery_bulmash_spherical:
      return kingery_bulmash_air_fit(quantity);
    case BlastCurve::swisdak_hemispherical:
      return swisdak_fit(quantity);
    default:
      return nullptr;
  }
}

ClosedForm overpressure_form_of(BlastCurve curve) {
  switch (curve) {
    case BlastCurve::gb6722:
      return {gb6722_overpressure_pa, {}};
    case BlastCurve::kinney_graham:
      return {kinney_graham_overpressure_pa, {}};
    case BlastCurve::sadovsky:
      return {sadovsky_overpressure_pa, {1.0, 15.0}};
    case BlastCurve::henrych:
      return {henrych_overpressure_pa, {0.05, 10.0}};
    case BlastCurve::mills:
      return {mills_overpressure_pa, {1.0, 40.0}};
    case BlastCurve::brode:
      return {brode_overpressure_pa, {kBrodeNearest, kBrodeNoPressure}};
    default:
      return {};
  }
}

ClosedForm closed_form_of(BlastCurve curve, BlastQuantity quantity) {
  if (quantity == BlastQuantity::overpressure) return overpressure_form_of(curve);
  if (curve != BlastCurve::kinney_graham) return {};
  if (quantity == BlastQuantity::duration) return {kinney_graham_duration_s, {}};
  if (quantity == BlastQuantity::impulse) return {kinney_graham_impulse_pa_s, {}};
  return {};
}

Function shock_relation_of(BlastQuantity quantity) {
  switch (quantity) {
    case BlastQuantity::reflected_overpressure:
      return shock_reflected_pa;
    case BlastQuantity::dynamic_pressure:
      return shock_dynamic_pressure_pa;
    case BlastQuantity::shock_speed:
      return shock_speed_m_s;
    default:
      return nullptr;
  }
}

constexpr std::string_view kKingeryBulmash = "C. N. Kingery, G. Bulmash, ARBRL-TR-02555, 1984";

// In the order of BlastCurve.
const std::array<BlastCurveInfo, 9>& infos() {
  static const std::array<BlastCurveInfo, 9> kInfos{{
      {{"GB 6722-2014, surface burst", "GB 6722-2014, 地面爆炸"},
       true,
       15.0,
       "GB 6722-2014, eq. (3)",
       Confidence::corroborated},
      {{"Kingery-Bulmash, surface burst", "Kingery-Bulmash, 地面爆炸"}, true, {}, kKingeryBulmash, Confidence::seen},
      {{"Kingery-Bulmash, free air", "Kingery-Bulmash, 空中爆炸"}, false, {}, kKingeryBulmash, Confidence::seen},
      {{"Swisdak, surface burst", "Swisdak, 地面爆炸"},
       true,
       {},
       "M. M. Swisdak, Simplified Kingery airblast calculations, 26th DoD Explosives Safety Seminar, 1994",
       Confidence::seen},
      {{"Kinney-Graham, free air", "Kinney-Graham, 空中爆炸"},
       false,
       {},
       "G. F. Kinney, K. J. Graham, Explosive Shocks in Air, 2nd ed., 1985",
       Confidence::seen},
      {{"Sadovsky, free air", "萨道夫斯基, 空中爆炸"}, false, {}, "M. A. Sadovsky, 1952", Confidence::recalled},
      {{"Henrych, free air", "亨里奇, 空中爆炸"},
       false,
       {},
       "J. Henrych, The Dynamics of Explosion and Its Use, 1979",
       Confidence::corroborated},
      {{"Mills, free air", "Mills, 空中爆炸"},
       false,
       {},
       "C. A. Mills, The design of concrete structures to resist explosions and weapon effects, 1987",
       Confidence::recalled},
      {{"Brode, free air", "Brode, 空中爆炸"},
       false,
       kBrodeFarthest,
       "H. L. Brode, Physics of Fluids 2 (1959) 217, as Chinese practice writes it for vapour clouds",
       Confidence::seen},
  }};
  return kInfos;
}

}  // namespace

const BlastCurveInfo& blast_curve_info(BlastCurve curve) { return infos().at(static_cast<std::size_t>(curve)); }

std::optional<ScaledBlast> ScaledBlast::prepare(BlastCurve curve, BlastQuantity quantity) {
  ScaledBlast blast;
  if (const LogPolynomial* polynomial = polynomial_of(curve, quantity)) {
    blast.polynomial_ = polynomial;
    blast.range_ = polynomial->range();
    return blast;
  }
  if (const ClosedForm form = closed_form_of(curve, quantity); form.value != nullptr) {
    blast.closed_form_ = form.value;
    blast.range_ = form.range;
    return blast;
  }
  const Function relation = shock_relation_of(quantity);
  if (relation == nullptr) return std::nullopt;
  std::optional<ScaledBlast> side_on = prepare(curve, BlastQuantity::overpressure);
  if (side_on) side_on->relation_ = relation;
  return side_on;
}

void ScaledBlast::at(std::span<const double> z, std::span<double> out) const {
  for (std::size_t begin = 0; begin < z.size(); begin += kBlock) {
    const std::size_t count = std::min(kBlock, z.size() - begin);
    const std::span<double> block = out.subspan(begin, count);
    for (std::size_t i = 0; i < count; ++i) block[i] = range_.admit(z[begin + i]);
    if (polynomial_ != nullptr) {
      polynomial_->at(block, block);
    } else {
      for (double& value : block) value = closed_form_(value);
    }
    if (relation_ == nullptr) continue;
    for (double& value : block) value = relation_(value);
  }
}

double ScaledBlast::at(double z) const {
  double value = 0.0;
  at({&z, 1}, {&value, 1});
  return value;
}

std::span<const LogPolynomialBranch> ScaledBlast::branches() const {
  return polynomial_ != nullptr ? polynomial_->branches : std::span<const LogPolynomialBranch>{};
}

}  // namespace sise

#include "core/kernels/plume_field.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/kernels/ring_axes.hpp"

namespace sise {
namespace {

/// `nothing` where there is none.
void bound(std::span<double> ln_values) {
  for (double& value : ln_values) value = std::max(value, static_cast<double>(PlumeField::nothing));
}

/// Around a ring; a field falls with the angle, so that beyond where so little is left nobody asks. How many nodes have been
/// asked; the one after them holds `nothing`.
std::size_t fall_off(const ConcentrationField& field, std::span<const double> x, std::span<const double> y,
                     double lowest_ln, std::span<double> ln) {
  constexpr std::size_t kAtATime = 16;
  for (std::size_t begin = 0; begin < ln.size(); begin += kAtATime) {
    const std::size_t count = std::min(kAtATime, ln.size() - begin);
    const std::span<double> here = ln.subspan(begin, count);
    field.ln_values(x.subspan(begin, count), y.subspan(begin, count), here);
    bound(here);
    if (here.back() > lowest_ln) continue;
    if (begin + count < ln.size()) ln[begin + count] = PlumeField::nothing;
    return begin + count;
  }
  return ln.size();
}

}  // namespace

PlumeField::PlumeField(const ConcentrationField& field, std::size_t rings, std::size_t quarter_panels, double lowest_ln)
    : panels_(field.upwind_m() > 0.0 ? 2 * quarter_panels : quarter_panels), ln_(rings * (panels_ + 1), nothing) {
  const double step = 0.5 * std::numbers::pi / static_cast<double>(quarter_panels);
  const std::size_t nodes = panels_ + 1;
  std::vector<double> cosines(nodes);
  std::vector<double> sines(nodes);
  for (std::size_t k = 0; k < nodes; ++k) {
    cosines[k] = std::cos(step * static_cast<double>(k));
    sines[k] = std::sin(step * static_cast<double>(k));
  }
  if (panels_ == quarter_panels) cosines.back() = 0.0;  // straight across the wind, not a hair before it
  std::vector<double> x(nodes);
  std::vector<double> y(nodes);
  std::vector<double> ln(nodes);
  for (std::size_t ring = 0; ring < rings; ++ring) {
    const double r_m = RingAxes::ring_m(ring);
    for (std::size_t k = 0; k < nodes; ++k) {
      x[k] = r_m * cosines[k];
      y[k] = r_m * sines[k];
    }
    const std::size_t asked = fall_off(field, x, y, std::max(lowest_ln, static_cast<double>(nothing)), ln);
    float* row = ln_.data() + ring * nodes;
    for (std::size_t k = 0; k < asked; ++k) {
      const double before = k == 0 ? ln[1] : ln[k - 1];
      const double after = k + 1 < nodes ? ln[k + 1] : before;
      const bool smooth = std::min({before, ln[k], after}) > static_cast<double>(nothing);
      const double bend = smooth ? before - 2.0 * ln[k] + after : 0.0;
      row[k] = static_cast<float>(std::max(ln[k] - bend / 12.0, static_cast<double>(nothing)));
    }
  }
}

// A field falls with the angle.
std::size_t PlumeField::panels_above(std::size_t ring_index, double level) const {
  const std::span<const float> nodes = ring(ring_index);
  const auto end = std::partition_point(nodes.begin(), nodes.end(),
                                        [level](float node) { return static_cast<double>(node) >= level; });
  return std::min(static_cast<std::size_t>(end - nodes.begin()), panels_);
}

std::vector<float> plume_axis(const ConcentrationField& field, std::size_t rings) {
  std::vector<double> x(rings);
  for (std::size_t ring = 0; ring < rings; ++ring) x[ring] = RingAxes::ring_m(ring);
  const std::vector<double> y(rings, 0.0);
  std::vector<double> ln(rings);
  field.ln_values(x, y, ln);
  bound(ln);
  return {ln.begin(), ln.end()};
}

}  // namespace sise

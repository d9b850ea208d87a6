// The concentration around a release in one weather, over distance and angle: shared by all units of one release height.
#pragma once
#include <cstddef>
#include <span>
#include <vector>

#include "core/effects/concentration_field.hpp"

namespace sise {

/// ln of a concentration (kg/m3) at the receptor height. Where it is proportional to the rate, that of 1 kg/s serves every
/// case of one release height.
class PlumeField {
 public:
  /// Beyond the last node the field is this low.
  static constexpr float nothing = -700.0F;

  /// Rings 0 … rings − 1 of RingAxes; `quarter_panels` equal panels from the axis to 90 degrees off it, and as many again
  /// behind the source for a gas that spreads against the wind. Where nobody asks below `lowest_ln`, it may be nothing there.
  PlumeField(const ConcentrationField& field, std::size_t rings, std::size_t quarter_panels,
             double lowest_ln = static_cast<double>(nothing));

  [[nodiscard]] std::size_t panels() const { return panels_; }
  /// At the panels' nodes, panels() + 1 of them. Between two nodes it is taken as linear; the nodes are a twelfth of the
  /// second difference lower than the field, so that the mean over a panel is the field's.
  [[nodiscard]] std::span<const float> ring(std::size_t ring) const {
    return std::span(ln_).subspan(ring * (panels_ + 1), panels_ + 1);
  }
  /// How many panels from the axis outwards have a node above `level`.
  [[nodiscard]] std::size_t panels_above(std::size_t ring, double level) const;
  [[nodiscard]] std::size_t bytes() const { return ln_.size() * sizeof(float); }

 private:
  std::size_t panels_;
  std::vector<float> ln_;
};

/// The same on the axis alone, at rings 0 … rings − 1.
[[nodiscard]] std::vector<float> plume_axis(const ConcentrationField& field, std::size_t rings);

}  // namespace sise

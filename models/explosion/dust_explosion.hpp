// What comes out of a vent when a dust explosion is relieved: the length of the flame and the blast in front of it.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sise {

enum class DustStandard { en14491, nfpa68 };
[[nodiscard]] std::optional<DustStandard> dust_standard_from(std::string_view name);

enum class VentDirection { horizontal, vertical };
[[nodiscard]] std::optional<VentDirection> vent_direction_from(std::string_view name);

struct DustVent {
  double volume_m3 = 0.0;
  double vent_area_m2 = 0.0;           ///< of all vents
  double reduced_pressure_pa = 0.0;    ///< gauge, highest in the vented vessel
  std::optional<double> kst_pa_m_s{};  ///< (dP/dt)max V^(1/3)
  double vents = 1.0;                  ///< how many share the flame (NFPA 68)
  VentDirection direction = VentDirection::horizontal;
  bool metal = false;  ///< NFPA 68 gives metal dusts a longer flame
};

/// EN 14491: flame 10 V^(1/3) from a horizontal vent, 8 V^(1/3) upwards; NFPA 68: 8 (V/n)^(1/3), metals 10. At most 60 m.
/// Highest outside pressure 0.2 Pred A^0.1 V^0.18, reached at 0.25 of the flame's length (EN) or 0.2 (NFPA); beyond it
/// falls as distance^-1.5 (EN) or distance^-1 (NFPA); nearer it is held. Confidence: recalled.
class DustExplosion {
 public:
  /// Throws ModelError unless volume, vent area and reduced pressure are positive and there is at least one vent.
  DustExplosion(DustStandard standard, const DustVent& vent);

  [[nodiscard]] double flame_length_m() const { return flame_length_m_; }
  [[nodiscard]] double external_peak_pa() const { return peak_pa_; }
  [[nodiscard]] double peak_distance_m() const { return peak_distance_m_; }

  /// Overpressure in the vent's direction at r > 0 from the vent, Pa.
  [[nodiscard]] double overpressure_pa(double r_m) const;
  /// The same for many distances, each equal to the byte to overpressure_pa(). One length.
  void overpressures_pa(std::span<const double> r_m, std::span<double> out_pa) const;

  /// Farthest distance with this overpressure; nullopt: above the peak.
  [[nodiscard]] std::optional<double> distance_to_m(double overpressure_pa) const;

  /// "outside_range_of_use" beyond V 0.1-250 m3, Pred 1 bar, Kst 200 bar m/s.
  [[nodiscard]] const std::vector<std::string>& warnings() const { return warnings_; }

 private:
  bool steep_;  ///< EN 14491's exponent of 1.5 instead of 1
  double flame_length_m_;
  double peak_pa_;
  double peak_distance_m_;
  std::vector<std::string> warnings_;
};

/// 1, 2 or 3: St 1 to 200 bar m/s, St 2 to 300, St 3 above. Source: VDI 3673, EN 14491. Confidence: recalled.
[[nodiscard]] int dust_class(double kst_pa_m_s);

}  // namespace sise

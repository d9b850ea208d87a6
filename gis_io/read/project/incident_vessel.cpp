#include "gis_io/read/project/incident_sections.hpp"

namespace sise {
namespace {

constexpr double kPa = 1e3;
constexpr double kMillimetre = 1e-3;
constexpr double kTonne = 1e3;
constexpr double kCelsiusZero_K = 273.15;

/// One number that may be given in either of two units.
std::optional<double> either(ConfigReader& reader, const char* key, double factor, const char* other_key,
                             double other_factor, Need need) {
  const std::string given = reader.exactly_one({key, other_key}, need);
  const auto first = reader.number(key, number_rule::kPositive);
  const auto second = reader.number(other_key, number_rule::kPositive);
  if (given == key && first) return *first * factor;
  if (given == other_key && second) return *second * other_factor;
  return std::nullopt;
}

std::optional<double> read_temperature_K(ConfigReader& reader) {
  const std::string given = reader.exactly_one({"temperature_C", "temperature_K"}, Need::optional);
  const auto celsius = reader.number("temperature_C", {.above = -kCelsiusZero_K});
  const auto kelvin = reader.number("temperature_K", number_rule::kPositive);
  if (given == "temperature_C" && celsius) return *celsius + kCelsiusZero_K;
  if (given == "temperature_K") return kelvin;
  return std::nullopt;
}

}  // namespace

VesselPressure read_pressure(ConfigReader& reader) {
  reader.refuse("pressure", "bare_pressure",
                {"a bare 'pressure' does not say whether it is gauge or absolute", "'pressure' 未说明是表压还是绝压"},
                {"Use pressure_gauge_kPa or pressure_abs_kPa", "请用 pressure_gauge_kPa 或 pressure_abs_kPa"});
  const std::string given = reader.exactly_one({"pressure_abs_kPa", "pressure_gauge_kPa"}, Need::optional);
  const auto absolute = reader.number("pressure_abs_kPa", number_rule::kPositive);
  const auto gauge = reader.number("pressure_gauge_kPa", number_rule::kNotNegative);
  VesselPressure pressure;
  if (given == "pressure_abs_kPa" && absolute) pressure.absolute_Pa = *absolute * kPa;
  if (given == "pressure_gauge_kPa" && gauge) pressure.gauge_Pa = *gauge * kPa;
  return pressure;
}

VesselLeak read_vessel(ConfigReader& reader) {
  VesselLeak vessel;
  vessel.hole_diameter_m =
      either(reader, "hole_diameter_mm", kMillimetre, "hole_diameter_m", 1.0, Need::required).value_or(0.0);
  vessel.inventory_kg = either(reader, "inventory_kg", 1.0, "inventory_t", kTonne, Need::required).value_or(0.0);
  vessel.pressure = read_pressure(reader);
  vessel.temperature_K = read_temperature_K(reader);
  vessel.volume_m3 = reader.number("volume_m3", number_rule::kPositive);
  vessel.liquid_head_m = reader.number("liquid_head_m", number_rule::kNotNegative);
  vessel.discharge_coefficient = reader.number("discharge_coefficient", {.above = 0.0, .at_most = 1.0});
  vessel.isolation_s = reader.number("isolation_s", number_rule::kPositive);
  vessel.bund_m2 = reader.number("bund_m2", number_rule::kPositive);
  vessel.phase = reader.choice<VesselPhase>("phase", {"gas", "liquid", "two_phase"}, vessel_phase_from);
  return vessel;
}

}  // namespace sise

// Units of measurement as layers write them in brackets, and the unit that the ending of one of our names means.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sise {

enum class Dimension {
  none,
  mass,
  temperature,
  pressure,
  length,
  area,
  volume,
  time,
  frequency,
  mass_rate,
  speed,
  angle,
  share
};

/// si = value * factor + offset
struct UnitSymbol {
  std::string symbol;
  Dimension dimension = Dimension::none;
  double factor = 1.0;
  double offset = 0.0;
};

/// "kg", "千克", "MPa", "°C", "1/a", ... ; full-width letters and blanks do not matter, capitals do.
[[nodiscard]] std::optional<UnitSymbol> unit_symbol(std::string_view symbol);

/// The symbols of one dimension, for messages.
[[nodiscard]] std::vector<std::string> symbols_of(Dimension dimension);

/// The unit in the ending of one of our names: inventory_t, temperature_C, pressure_abs_kPa, frequency_per_year. Names
/// without one have dimension none and factor 1.
[[nodiscard]] UnitSymbol unit_of_name(std::string_view our_name);

}  // namespace sise

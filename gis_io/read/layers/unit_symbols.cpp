#include "gis_io/read/layers/unit_symbols.hpp"

#include <array>
#include <numbers>

#include "gis_io/read/text/normalise.hpp"

namespace sise {
namespace {

struct Entry {
  std::string_view symbol;
  Dimension dimension;
  double factor;
  double offset = 0.0;
};

constexpr double kYear_s = 365.25 * 86400.0;
constexpr double kHoursPerYear = 8760.0;  ///< as frequency packs count them

// The international system and the units that enterprise registers use. A frequency's base is 1 per year, not 1/s.
constexpr std::array kEntries{Entry{"kg", Dimension::mass, 1.0},
                              Entry{"千克", Dimension::mass, 1.0},
                              Entry{"公斤", Dimension::mass, 1.0},
                              Entry{"t", Dimension::mass, 1e3},
                              Entry{"吨", Dimension::mass, 1e3},
                              Entry{"万吨", Dimension::mass, 1e7},
                              Entry{"g", Dimension::mass, 1e-3},
                              Entry{"克", Dimension::mass, 1e-3},
                              Entry{"lb", Dimension::mass, 0.45359237},
                              Entry{"K", Dimension::temperature, 1.0},
                              Entry{"°C", Dimension::temperature, 1.0, 273.15},
                              Entry{"℃", Dimension::temperature, 1.0, 273.15},
                              Entry{"C", Dimension::temperature, 1.0, 273.15},
                              Entry{"摄氏度", Dimension::temperature, 1.0, 273.15},
                              Entry{"Pa", Dimension::pressure, 1.0},
                              Entry{"kPa", Dimension::pressure, 1e3},
                              Entry{"千帕", Dimension::pressure, 1e3},
                              Entry{"MPa", Dimension::pressure, 1e6},
                              Entry{"兆帕", Dimension::pressure, 1e6},
                              Entry{"bar", Dimension::pressure, 1e5},
                              Entry{"mbar", Dimension::pressure, 1e2},
                              Entry{"hPa", Dimension::pressure, 1e2},
                              Entry{"atm", Dimension::pressure, 101325.0},
                              Entry{"psi", Dimension::pressure, 6894.757293168361},
                              Entry{"kgf/cm2", Dimension::pressure, 98066.5},
                              Entry{"m", Dimension::length, 1.0},
                              Entry{"米", Dimension::length, 1.0},
                              Entry{"mm", Dimension::length, 1e-3},
                              Entry{"毫米", Dimension::length, 1e-3},
                              Entry{"cm", Dimension::length, 1e-2},
                              Entry{"厘米", Dimension::length, 1e-2},
                              Entry{"km", Dimension::length, 1e3},
                              Entry{"千米", Dimension::length, 1e3},
                              Entry{"公里", Dimension::length, 1e3},
                              Entry{"in", Dimension::length, 0.0254},
                              Entry{"ft", Dimension::length, 0.3048},
                              Entry{"m2", Dimension::area, 1.0},
                              Entry{"m²", Dimension::area, 1.0},
                              Entry{"㎡", Dimension::area, 1.0},
                              Entry{"平方米", Dimension::area, 1.0},
                              Entry{"km2", Dimension::area, 1e6},
                              Entry{"km²", Dimension::area, 1e6},
                              Entry{"平方公里", Dimension::area, 1e6},
                              Entry{"ha", Dimension::area, 1e4},
                              Entry{"公顷", Dimension::area, 1e4},
                              Entry{"亩", Dimension::area, 10000.0 / 15.0},
                              Entry{"m3", Dimension::volume, 1.0},
                              Entry{"m³", Dimension::volume, 1.0},
                              Entry{"立方米", Dimension::volume, 1.0},
                              Entry{"L", Dimension::volume, 1e-3},
                              Entry{"升", Dimension::volume, 1e-3},
                              Entry{"s", Dimension::time, 1.0},
                              Entry{"秒", Dimension::time, 1.0},
                              Entry{"min", Dimension::time, 60.0},
                              Entry{"分", Dimension::time, 60.0},
                              Entry{"分钟", Dimension::time, 60.0},
                              Entry{"h", Dimension::time, 3600.0},
                              Entry{"小时", Dimension::time, 3600.0},
                              Entry{"a", Dimension::time, kYear_s},
                              Entry{"1/a", Dimension::frequency, 1.0},
                              Entry{"1/yr", Dimension::frequency, 1.0},
                              Entry{"1/year", Dimension::frequency, 1.0},
                              Entry{"/a", Dimension::frequency, 1.0},
                              Entry{"/yr", Dimension::frequency, 1.0},
                              Entry{"/年", Dimension::frequency, 1.0},
                              Entry{"1/年", Dimension::frequency, 1.0},
                              Entry{"次/年", Dimension::frequency, 1.0},
                              Entry{"1e-6/a", Dimension::frequency, 1e-6},
                              Entry{"1e-6/yr", Dimension::frequency, 1e-6},
                              Entry{"1e-6/年", Dimension::frequency, 1e-6},
                              Entry{"1/h", Dimension::frequency, kHoursPerYear},
                              Entry{"kg/s", Dimension::mass_rate, 1.0},
                              Entry{"g/s", Dimension::mass_rate, 1e-3},
                              Entry{"kg/min", Dimension::mass_rate, 1.0 / 60.0},
                              Entry{"kg/h", Dimension::mass_rate, 1.0 / 3600.0},
                              Entry{"t/h", Dimension::mass_rate, 1.0 / 3.6},
                              Entry{"m/s", Dimension::speed, 1.0},
                              Entry{"km/h", Dimension::speed, 1.0 / 3.6},
                              Entry{"kn", Dimension::speed, 1852.0 / 3600.0},
                              Entry{"0.1m/s", Dimension::speed, 0.1},
                              Entry{"0.1 m/s", Dimension::speed, 0.1},
                              Entry{"deg", Dimension::angle, 1.0},
                              Entry{"°", Dimension::angle, 1.0},
                              Entry{"度", Dimension::angle, 1.0},
                              Entry{"rad", Dimension::angle, 180.0 / std::numbers::pi},
                              Entry{"%", Dimension::share, 0.01},
                              Entry{"1", Dimension::share, 1.0}};

struct NameEnding {
  std::string_view ending;
  std::string_view symbol;
};

// Longer endings first: rate_kg_s is not in seconds. Angles stay in degrees.
constexpr std::array<NameEnding, 15> kNameEndings{{{"_per_year", "1/a"},
                                                   {"_kg_s", "kg/s"},
                                                   {"_m_s", "m/s"},
                                                   {"_m2", "m2"},
                                                   {"_m3", "m3"},
                                                   {"_mm", "mm"},
                                                   {"_kPa", "kPa"},
                                                   {"_Pa", "Pa"},
                                                   {"_deg", "deg"},
                                                   {"_kg", "kg"},
                                                   {"_t", "t"},
                                                   {"_s", "s"},
                                                   {"_m", "m"},
                                                   {"_C", "°C"},
                                                   {"_K", "K"}}};

}  // namespace

std::optional<UnitSymbol> unit_symbol(std::string_view symbol) {
  const std::string wanted = normalised(symbol);
  for (const Entry& e : kEntries) {
    if (e.symbol == wanted) return UnitSymbol{std::string(e.symbol), e.dimension, e.factor, e.offset};
  }
  return std::nullopt;
}

std::vector<std::string> symbols_of(Dimension dimension) {
  std::vector<std::string> symbols;
  for (const Entry& e : kEntries) {
    if (e.dimension == dimension) symbols.emplace_back(e.symbol);
  }
  return symbols;
}

UnitSymbol unit_of_name(std::string_view our_name) {
  for (const NameEnding& e : kNameEndings) {
    if (our_name.ends_with(e.ending)) return *unit_symbol(e.symbol);
  }
  return our_name == "frequency" || our_name == "day_fraction" ? *unit_symbol("1") : UnitSymbol{};
}

}  // namespace sise

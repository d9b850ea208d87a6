#include "gis_io/read/layers/web_map_shift.hpp"

#include <cctype>
#include <cmath>
#include <numbers>

namespace sise {
namespace {

constexpr double kPi = std::numbers::pi;

// Krasovsky 1940, on which the shift is defined.
constexpr double kSemiMajor_m = 6378245.0;
constexpr double kEccentricity2 = 0.00669342162296594323;

double wave(double amplitude, double argument) { return amplitude * std::sin(argument * kPi); }

/// The shift to the north and to the east in metres, as series in longitude from 105 and latitude from 35 degrees.
struct Shift {
  double north_m;
  double east_m;
};

Shift shift_at(double x, double y) {
  const double common = wave(20.0, 6.0 * x) + wave(20.0, 2.0 * x);
  const double root = std::sqrt(std::abs(x));
  const double north_waves =
      common + wave(20.0, y) + wave(40.0, y / 3.0) + wave(160.0, y / 12.0) + wave(320.0, y / 30.0);
  const double east_waves =
      common + wave(20.0, x) + wave(40.0, x / 3.0) + wave(150.0, x / 12.0) + wave(300.0, x / 30.0);
  return {-100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root + north_waves * 2.0 / 3.0,
          300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root + east_waves * 2.0 / 3.0};
}

LonLat gcj02_from_wgs84(LonLat p) {
  const Shift shift = shift_at(p.lon_deg - 105.0, p.lat_deg - 35.0);
  const double lat = p.lat_deg * kPi / 180.0;
  const double w2 = 1.0 - kEccentricity2 * std::sin(lat) * std::sin(lat);
  const double meridian_m = kSemiMajor_m * (1.0 - kEccentricity2) / (w2 * std::sqrt(w2));
  const double parallel_m = kSemiMajor_m / std::sqrt(w2) * std::cos(lat);
  return {p.lon_deg + shift.east_m / parallel_m * 180.0 / kPi, p.lat_deg + shift.north_m / meridian_m * 180.0 / kPi};
}

LonLat bd09_from_gcj02(LonLat p) {
  constexpr double kWave = kPi * 3000.0 / 180.0;
  const double radius = std::hypot(p.lon_deg, p.lat_deg) + 2e-5 * std::sin(p.lat_deg * kWave);
  const double angle = std::atan2(p.lat_deg, p.lon_deg) + 3e-6 * std::cos(p.lon_deg * kWave);
  return {radius * std::cos(angle) + 0.0065, radius * std::sin(angle) + 0.006};
}

std::string plain(const std::string& name) {
  std::string letters;
  for (const char c : name) {
    if (std::isalnum(static_cast<unsigned char>(c)) != 0) {
      letters += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    }
  }
  return letters;
}

}  // namespace

std::optional<WebMapSystem> web_map_system_from(const std::string& name) {
  if (name == "GCJ-02") return WebMapSystem::gcj02;
  if (name == "BD-09") return WebMapSystem::bd09;
  return std::nullopt;
}

std::string web_map_system_meant_by(const std::string& name) {
  const std::string letters = plain(name);
  if (letters == "GCJ02" || letters == "GCJ2" || letters == "GCJ") return "GCJ-02";
  if (letters == "BD09" || letters == "BD09LL" || letters == "BD9") return "BD-09";
  return {};
}

std::string name_of(WebMapSystem system) { return system == WebMapSystem::gcj02 ? "GCJ-02" : "BD-09"; }

LonLat from_wgs84(LonLat wgs84, WebMapSystem system) {
  const LonLat gcj02 = gcj02_from_wgs84(wgs84);
  return system == WebMapSystem::gcj02 ? gcj02 : bd09_from_gcj02(gcj02);
}

LonLat to_wgs84(LonLat shifted, WebMapSystem system) {
  constexpr int kMost = 50;
  constexpr double kEnough_deg = 1e-10;
  LonLat guess = shifted;
  // The shift changes by less than a hundredth from one end of itself to the other: every round gains two digits.
  for (int round = 0; round < kMost; ++round) {
    const LonLat there = from_wgs84(guess, system);
    const double d_lon = shifted.lon_deg - there.lon_deg;
    const double d_lat = shifted.lat_deg - there.lat_deg;
    guess = {guess.lon_deg + d_lon, guess.lat_deg + d_lat};
    if (std::abs(d_lon) < kEnough_deg && std::abs(d_lat) < kEnough_deg) break;
  }
  return guess;
}

}  // namespace sise

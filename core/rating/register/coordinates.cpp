#include "core/rating/register/coordinates.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace sise {
namespace {

constexpr double kFourDecimals = 1e4;
constexpr std::int64_t kRow = 10'000'000;
constexpr std::size_t kManyFirms = 5;
constexpr std::size_t kFieldLimit = 500;

std::int64_t key_of(LonLat pair) {
  return std::llround(pair.lon_deg * kFourDecimals) * kRow + std::llround(pair.lat_deg * kFourDecimals);
}

bool has_two_decimals_at_most(double degrees) {
  constexpr double kHundredths = 100.0;
  constexpr double kRounding = 1e-7;
  return std::abs(degrees * kHundredths - std::round(degrees * kHundredths)) < kRounding;
}

std::optional<LonLat> with_the_point_moved(double lon, double lat, const LonLatBox& box) {
  for (const double by_lon : {1.0, 10.0, 0.1}) {
    for (const double by_lat : {1.0, 10.0, 0.1}) {
      if (by_lon == 1.0 && by_lat == 1.0) continue;
      if (box.holds(lon * by_lon, lat * by_lat)) return LonLat{lon * by_lon, lat * by_lat};
    }
  }
  return std::nullopt;
}

std::optional<double> number_from(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  double value = 0.0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace

std::string_view name_of(CoordinateState state) {
  constexpr std::array<std::string_view, 7> kNames{
      "ok", "missing", "default_centre", "swapped", "slipped_decimal", "coarse", "outside_box"};
  return kNames.at(static_cast<std::size_t>(state));
}

DefaultCentres::DefaultCentres(std::span<const LonLat> known) {
  for (const LonLat& pair : known) keys_.push_back(key_of(pair));
  std::sort(keys_.begin(), keys_.end());
}

void DefaultCentres::add(LonLat pair, std::uint64_t firm, std::uint64_t address) {
  uses_.push_back({key_of(pair), firm, address});
}

void DefaultCentres::settle() {
  std::sort(uses_.begin(), uses_.end());
  uses_.erase(std::unique(uses_.begin(), uses_.end()), uses_.end());
  for (auto first = uses_.begin(); first != uses_.end();) {
    const auto last = std::find_if(first, uses_.end(), [&](const Use& use) { return use.key != first->key; });
    std::vector<std::uint64_t> firms;
    std::vector<std::uint64_t> addresses;
    for (auto use = first; use != last; ++use) {
      if (firms.empty() || firms.back() != use->firm) firms.push_back(use->firm);
      addresses.push_back(use->address);
    }
    std::sort(addresses.begin(), addresses.end());
    const auto distinct = std::unique(addresses.begin(), addresses.end()) - addresses.begin();
    if (firms.size() >= kManyFirms && static_cast<std::size_t>(distinct) >= kManyFirms) keys_.push_back(first->key);
    first = last;
  }
  uses_ = {};
  std::sort(keys_.begin(), keys_.end());
}

bool DefaultCentres::has(LonLat pair) const { return std::binary_search(keys_.begin(), keys_.end(), key_of(pair)); }

CoordinateVerdict judge_coordinates(std::optional<double> lon, std::optional<double> lat, const LonLatBox& box,
                                    const DefaultCentres& centres) {
  if (!lon || !lat || (*lon == 0.0 && *lat == 0.0)) return {CoordinateState::missing, {}};
  if (centres.has({*lon, *lat})) return {CoordinateState::default_centre, {}};
  if (!box.holds(*lon, *lat)) {
    if (box.holds(*lat, *lon)) return {CoordinateState::swapped, LonLat{*lat, *lon}};
    if (const auto meant = with_the_point_moved(*lon, *lat, box)) return {CoordinateState::slipped_decimal, meant};
    return {CoordinateState::outside_box, {}};
  }
  const bool coarse = has_two_decimals_at_most(*lon) && has_two_decimals_at_most(*lat);
  return {coarse ? CoordinateState::coarse : CoordinateState::ok, {}};
}

std::optional<RingText> ring_from(std::string_view text) {
  RingText ring;
  const bool full = text.size() >= kFieldLimit;
  std::size_t decimals = 0;
  std::size_t last_decimals = 0;
  while (!text.empty()) {
    const std::size_t end = text.find(';');
    const std::string_view pair = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    if (pair.find_first_not_of(' ') == std::string_view::npos) continue;
    const std::size_t comma = pair.find(',');
    const auto lon = number_from(pair.substr(0, comma));
    const auto lat = comma == std::string_view::npos ? std::nullopt : number_from(pair.substr(comma + 1));
    if (!lon || !lat) {
      if (!text.empty() || ring.vertices.empty()) return std::nullopt;
      ring.cut = true;
      break;
    }
    const std::size_t point = pair.rfind('.');
    last_decimals = point == std::string_view::npos || point < comma ? 0 : pair.size() - point - 1;
    decimals = std::max(decimals, last_decimals);
    ring.vertices.push_back({*lon, *lat});
  }
  if (ring.vertices.empty()) return std::nullopt;
  const LonLat& first = ring.vertices.front();
  const LonLat& last = ring.vertices.back();
  const bool closed = ring.vertices.size() > 1 && first.lon_deg == last.lon_deg && first.lat_deg == last.lat_deg;
  if (!ring.cut && full && !closed) {
    ring.cut = true;
    if (last_decimals < decimals) ring.vertices.pop_back();  // its last digits are gone
  }
  return ring;
}

}  // namespace sise

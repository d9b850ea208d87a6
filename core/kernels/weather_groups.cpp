#include "core/kernels/weather_groups.hpp"

#include <cmath>
#include <cstddef>
#include <map>
#include <utility>

namespace sise {
namespace {

constexpr double kCalmBelow_m_s = 0.5;
constexpr double kCalmCountsAs_m_s = 1.0;

struct Shares {
  std::vector<double> sectors;
  double uniform = 0.0;
};

std::size_t sector_of(double from_deg, const SectorLayout& layout) {
  const auto count = static_cast<long>(layout.count);
  const long k = std::lround((from_deg - layout.first_centre_deg) / layout.width_deg()) % count;
  return static_cast<std::size_t>(k < 0 ? k + count : k);
}

}  // namespace

std::vector<WeatherGroup> weather_groups(const WindRose& rose) {
  std::vector<double> centres;
  for (const WindRoseRow& row : rose.rows) {
    if (row.from_deg) centres.push_back(*row.from_deg);
  }
  const SectorLayout layout = sector_layout(centres);

  std::map<std::pair<Stability, double>, Shares> shares;
  for (const WindRoseRow& row : rose.rows) {
    if (!(row.frequency > 0.0)) continue;
    const double speed = row.speed_m_s < kCalmBelow_m_s ? kCalmCountsAs_m_s : row.speed_m_s;
    Shares& group = shares[{row.stability, speed}];
    group.sectors.resize(static_cast<std::size_t>(layout.count));
    if (row.from_deg) {
      group.sectors[sector_of(*row.from_deg, layout)] += row.frequency;
    } else {
      group.uniform += row.frequency;
    }
  }

  std::vector<WeatherGroup> groups;
  groups.reserve(shares.size());
  for (const auto& [key, group] : shares) {
    groups.push_back({key.first, key.second, DirectionDensity(layout, group.sectors, group.uniform)});
  }
  return groups;
}

}  // namespace sise

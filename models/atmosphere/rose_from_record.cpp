#include "models/atmosphere/rose_from_record.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <numeric>
#include <tuple>

namespace sise {
namespace {

constexpr int kStabilities = 11;
constexpr std::int64_t kParts = 100'000'000;  // frequencies are whole multiples of 1e-8
constexpr double kSpeedStep_per_m_s = 1e4;

/// The order of rows; a direction of none comes after all sectors.
struct RowKey {
  RosePeriod period;
  int sector;
  Stability stability;
  double speed_m_s;
  [[nodiscard]] auto tie() const { return std::tie(period, sector, stability, speed_m_s); }
  bool operator<(const RowKey& other) const { return tie() < other.tie(); }
};

std::size_t speed_class(double speed_m_s, const RoseOptions& options) {
  const auto& edges = options.speed_edges_m_s;
  return static_cast<std::size_t>(std::upper_bound(edges.begin(), edges.end(), speed_m_s) - edges.begin());
}

/// The mean speed of each class of each stability.
class MeanSpeeds {
 public:
  MeanSpeeds(std::span<const RoseHour> hours, const RoseOptions& options)
      : options_(options), classes_(options.speed_edges_m_s.size() + 1), sums_(kStabilities * classes_) {
    for (const RoseHour& hour : hours) {
      if (hour.speed_m_s < options.calm_below_m_s) continue;
      Sum& sum = sums_[place(hour)];
      sum.speed_m_s += hour.speed_m_s;
      ++sum.hours;
    }
  }

  [[nodiscard]] double of(const RoseHour& hour) const {
    if (hour.speed_m_s < options_.calm_below_m_s) return options_.calm_speed_m_s;
    const Sum& sum = sums_[place(hour)];
    // Downwards, so that the mean never leaves its class; up to rounding no hour of 2.7 m/s becomes 2.6999.
    const double steps = sum.speed_m_s / static_cast<double>(sum.hours) * kSpeedStep_per_m_s;
    return std::floor(steps + 1e-6) / kSpeedStep_per_m_s;
  }

 private:
  struct Sum {
    double speed_m_s = 0.0;
    std::int64_t hours = 0;
  };
  [[nodiscard]] std::size_t place(const RoseHour& hour) const {
    return static_cast<std::size_t>(hour.stability) * classes_ + speed_class(hour.speed_m_s, options_);
  }

  const RoseOptions& options_;
  std::size_t classes_;
  std::vector<Sum> sums_;
};

RosePeriod period_of(const RoseHour& hour, const RoseOptions& options) {
  if (!options.by_period) return RosePeriod::all;
  return hour.day ? RosePeriod::day : RosePeriod::night;
}

/// Whole numbers that add up to kParts, in proportion to the hours: the largest remainders get what rounding down left.
std::vector<std::int64_t> parts_of(const std::vector<CountedRoseRow>& rows, std::int64_t hours) {
  std::vector<std::int64_t> parts;
  parts.reserve(rows.size());
  for (const CountedRoseRow& row : rows) parts.push_back(row.hours * kParts / hours);
  const std::int64_t left = kParts - std::accumulate(parts.begin(), parts.end(), std::int64_t{0});
  std::vector<std::size_t> order(rows.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return rows[a].hours * kParts % hours > rows[b].hours * kParts % hours;
  });
  for (std::int64_t i = 0; i < left; ++i) ++parts[order[static_cast<std::size_t>(i)]];
  return parts;
}

/// A sector from which the wind never blew still tells how wide the sectors are.
void add_still_sectors(std::map<RowKey, std::int64_t>& count, int sectors) {
  std::vector<bool> blows(static_cast<std::size_t>(sectors));
  for (const auto& [key, hours] : count) {
    if (key.sector < sectors) blows[static_cast<std::size_t>(key.sector)] = true;
  }
  const RowKey like = count.begin()->first;
  for (int sector = 0; sector < sectors; ++sector) {
    if (!blows[static_cast<std::size_t>(sector)]) count[{like.period, sector, like.stability, like.speed_m_s}] = 0;
  }
}

void count_totals(std::span<const RoseHour> hours, const RoseOptions& options, CountedRose& rose) {
  rose.hours = static_cast<std::int64_t>(hours.size());
  rose.sector_hours.assign(static_cast<std::size_t>(options.sectors),
                           std::vector<std::int64_t>(options.speed_edges_m_s.size() + 1));
  rose.stability_hours.assign(kStabilities, 0);
  for (const RoseHour& hour : hours) {
    rose.mean_speed_m_s += hour.speed_m_s / static_cast<double>(hours.size());
    ++rose.stability_hours[static_cast<std::size_t>(hour.stability)];
    if (hour.speed_m_s < options.calm_below_m_s) {
      ++rose.calm_hours;
    } else if (!hour.from_deg) {
      ++rose.variable_hours;
    } else {
      const auto sector = static_cast<std::size_t>(rose_sector(*hour.from_deg, options.sectors));
      ++rose.sector_hours[sector][speed_class(hour.speed_m_s, options)];
    }
  }
}

}  // namespace

int rose_sector(double from_deg, int sectors) {
  const double width_deg = 360.0 / sectors;
  return static_cast<int>(std::floor(from_deg / width_deg + 0.5)) % sectors;
}

CountedRose rose_from_hours(std::span<const RoseHour> hours, const RoseOptions& options) {
  CountedRose rose;
  count_totals(hours, options, rose);
  const MeanSpeeds speeds(hours, options);
  std::map<RowKey, std::int64_t> count;
  for (const RoseHour& hour : hours) {
    const bool directed = hour.from_deg && !(hour.speed_m_s < options.calm_below_m_s);
    const int sector = directed ? rose_sector(*hour.from_deg, options.sectors) : options.sectors;
    ++count[{period_of(hour, options), sector, hour.stability, speeds.of(hour)}];
  }
  add_still_sectors(count, options.sectors);
  for (const auto& [key, in_row] : count) {
    CountedRoseRow row{{std::nullopt, key.stability, key.speed_m_s, 0.0}, key.period, in_row};
    if (key.sector < options.sectors) row.row.from_deg = key.sector * 360.0 / options.sectors;
    rose.rows.push_back(row);
  }
  const std::vector<std::int64_t> parts = parts_of(rose.rows, rose.hours);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    rose.rows[i].row.frequency = static_cast<double>(parts[i]) / static_cast<double>(kParts);
  }
  return rose;
}

}  // namespace sise

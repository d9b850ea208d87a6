// Hours gathered into a rose: nothing is lost, nothing is doubled, nothing turns.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <cstdint>
#include <random>
#include <set>
#include <vector>

#include "core/kernels/weather_groups.hpp"
#include "models/atmosphere/rose_from_record.hpp"

using namespace sise;
using boost::test_tools::tolerance;

namespace {

std::vector<RoseHour> random_hours(std::size_t count) {
  std::mt19937 random(5);  // NOLINT(cert-msc51-cpp): the same every time
  std::vector<RoseHour> hours;
  for (std::size_t i = 0; i < count; ++i) {
    const auto pick = [&](unsigned n) { return static_cast<int>(random() % n); };
    RoseHour hour{static_cast<double>(pick(360)), 0.1 * pick(120), static_cast<Stability>(pick(11)), pick(2) == 0};
    if (pick(30) == 0) hour.from_deg.reset();
    hours.push_back(hour);
  }
  return hours;
}

std::int64_t parts_of(const CountedRose& rose) {
  std::int64_t parts = 0;
  for (const CountedRoseRow& row : rose.rows) parts += std::llround(row.row.frequency * 1e8);
  return parts;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(rose)

BOOST_AUTO_TEST_CASE(frequencies_add_up_to_one_exactly) {
  for (const std::size_t count : {1U, 3U, 7U, 8759U}) {
    BOOST_TEST(parts_of(rose_from_hours(random_hours(count), {})) == 100'000'000);
  }
}

BOOST_AUTO_TEST_CASE(every_hour_is_counted_once) {
  const auto hours = random_hours(5000);
  for (const bool by_period : {false, true}) {
    RoseOptions options;
    options.by_period = by_period;
    const CountedRose rose = rose_from_hours(hours, options);
    std::int64_t counted = 0;
    for (const CountedRoseRow& row : rose.rows) {
      counted += row.hours;
      BOOST_TEST(row.row.frequency == static_cast<double>(row.hours) / 5000.0, tolerance(1e-4));
    }
    BOOST_TEST(counted == 5000);
  }
}

BOOST_AUTO_TEST_CASE(the_mean_speed_is_kept) {
  const auto hours = random_hours(4000);
  RoseOptions options;
  options.calm_below_m_s = 0.0;
  const CountedRose rose = rose_from_hours(hours, options);
  double mean = 0.0;
  for (const CountedRoseRow& row : rose.rows) mean += row.row.frequency * row.row.speed_m_s;
  BOOST_TEST(mean == rose.mean_speed_m_s, tolerance(1e-4));  // rounded down to 0.0001 m/s
}

// 360 degrees are 0 degrees: the same sector.
BOOST_AUTO_TEST_CASE(trap_360_is_0) {
  for (const int sectors : {4, 8, 12, 16, 36}) {
    BOOST_TEST(rose_sector(360.0, sectors) == 0);
    BOOST_TEST(rose_sector(0.0, sectors) == 0);
    BOOST_TEST(rose_sector(359.999, sectors) == 0);
  }
}

BOOST_AUTO_TEST_CASE(sectors_are_centred_on_their_points) {
  for (int sector = 0; sector < 16; ++sector) {
    BOOST_TEST(rose_sector(22.5 * sector, 16) == sector);
    BOOST_TEST(rose_sector(22.5 * sector + 11.2, 16) == sector);
    BOOST_TEST(rose_sector(std::fmod(22.5 * sector - 11.2 + 360.0, 360.0), 16) == sector);
  }
  BOOST_TEST(rose_sector(11.25, 16) == 1);  // a boundary belongs to the sector clockwise of it
}

// A wind from the east is in the sector at 90 degrees: no mathematical angle, no wind "to".
BOOST_AUTO_TEST_CASE(trap_mirrored_axes) {
  const std::vector<RoseHour> hours{{90.0, 3.0, Stability::D, true}};
  const CountedRose rose = rose_from_hours(hours, {});
  const auto blowing =
      std::find_if(rose.rows.begin(), rose.rows.end(), [](const CountedRoseRow& row) { return row.hours == 1; });
  BOOST_TEST(blowing->row.from_deg.value() == 90.0);
  BOOST_TEST(rose.sector_hours[4][1] == 1);
}

BOOST_AUTO_TEST_CASE(every_sector_has_a_row) {
  const std::vector<RoseHour> hours{{90.0, 3.0, Stability::D, true}, {std::nullopt, 0.1, Stability::F, false}};
  const CountedRose rose = rose_from_hours(hours, {});
  std::set<double> centres;
  for (const CountedRoseRow& row : rose.rows) {
    if (row.row.from_deg) centres.insert(*row.row.from_deg);
  }
  BOOST_TEST(centres.size() == 16U);
}

// Calm: no direction, the stated speed, and no zero anywhere.
BOOST_AUTO_TEST_CASE(trap_calm_wind) {
  const std::vector<RoseHour> hours{
      {45.0, 0.0, Stability::F, false}, {45.0, 0.49, Stability::F, false}, {45.0, 0.5, Stability::F, false}};
  const CountedRose rose = rose_from_hours(hours, {});
  BOOST_TEST(rose.calm_hours == 2);
  for (const CountedRoseRow& row : rose.rows) {
    BOOST_TEST(row.row.speed_m_s > 0.0);
    if (row.hours != 2) continue;
    BOOST_TEST(!row.row.from_deg.has_value());
    BOOST_TEST(row.row.speed_m_s == 1.0);
  }
}

BOOST_AUTO_TEST_CASE(a_variable_wind_keeps_its_speed_and_has_no_direction) {
  const std::vector<RoseHour> hours{{std::nullopt, 1.2, Stability::B, true}, {10.0, 1.4, Stability::B, true}};
  const CountedRose rose = rose_from_hours(hours, {});
  BOOST_TEST(rose.variable_hours == 1);
  const CountedRoseRow& last = rose.rows.back();
  BOOST_TEST(!last.row.from_deg.has_value());
  BOOST_TEST(last.row.speed_m_s == 1.3, tolerance(1e-12));
}

// An edge belongs to the class above it.
BOOST_AUTO_TEST_CASE(trap_speed_class_ends) {
  const std::vector<RoseHour> hours{{0.0, 1.9, Stability::D, true}, {0.0, 2.0, Stability::D, true}};
  const CountedRose rose = rose_from_hours(hours, {});
  BOOST_TEST(rose.sector_hours[0][0] == 1);
  BOOST_TEST(rose.sector_hours[0][1] == 1);
}

BOOST_AUTO_TEST_CASE(one_plume_for_each_stability_and_speed_class) {
  const CountedRose rose = rose_from_hours(random_hours(9000), {});
  WindRose plain;
  for (const CountedRoseRow& row : rose.rows) plain.rows.push_back(row.row);
  BOOST_TEST(weather_groups(plain).size() <= 11U * 5U);  // four classes and the calms
}

BOOST_AUTO_TEST_CASE(the_order_of_hours_does_not_matter) {
  auto hours = random_hours(3000);
  const CountedRose forward = rose_from_hours(hours, {});
  std::reverse(hours.begin(), hours.end());
  const CountedRose backward = rose_from_hours(hours, {});
  BOOST_REQUIRE(forward.rows.size() == backward.rows.size());
  for (std::size_t i = 0; i < forward.rows.size(); ++i) {
    BOOST_TEST(forward.rows[i].row.frequency == backward.rows[i].row.frequency);
    BOOST_TEST(forward.rows[i].row.speed_m_s == backward.rows[i].row.speed_m_s);
  }
}

BOOST_AUTO_TEST_SUITE_END()

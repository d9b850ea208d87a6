// The same bytes for a point alone, in any batch, and with any instruction set that has a fused multiply-add.
#include <hwy/highway.h>
#include <bit>
#include <boost/test/unit_test.hpp>
#include <cstdint>
#include <vector>

#include "models/dispersion/gaussian_plume.hpp"

using namespace sise;

namespace {

struct Points {
  std::vector<double> x, y, z;
};

Points scattered(std::size_t count) {
  Points p;
  std::uint64_t state = 42;
  const auto next = [&] {
    state = state * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<double>(state >> 11) * 0x1p-53;
  };
  for (std::size_t i = 0; i < count; ++i) {
    p.x.push_back(-200.0 + 12000.0 * next() * next());
    p.y.push_back(800.0 * (next() - 0.5));
    p.z.push_back(120.0 * next());
  }
  return p;
}

std::vector<GaussianPlume> plumes() {
  std::vector<GaussianPlume> all;
  for (int set = 0; set < 5; ++set) {
    for (const Stability stability : {Stability::A, Stability::BC, Stability::F}) {
      for (const TransportWind wind : {TransportWind::profile, TransportWind::as_given}) {
        Weather weather{.wind_speed_m_s = 2.0, .stability = stability};
        all.emplace_back(PlumeSource{0.3, 12.0}, weather, PlumeOptions{static_cast<SigmaSet>(set), wind, std::nullopt});
        weather.mixing_height_m = 120.0;
        all.emplace_back(PlumeSource{0.3, 12.0}, weather, PlumeOptions{static_cast<SigmaSet>(set), wind, std::nullopt});
      }
    }
  }
  all.emplace_back(PlumeSource{0.3, 12.0}, Weather{.wind_speed_m_s = 0.2, .stability = Stability::D});
  return all;
}

std::vector<std::uint64_t> bits(const std::vector<double>& values) {
  std::vector<std::uint64_t> out;
  for (const double v : values) out.push_back(std::bit_cast<std::uint64_t>(v));
  return out;
}

std::vector<double> whole(const GaussianPlume& plume, const Points& p) {
  std::vector<double> out(p.x.size());
  plume.concentrations(p.x, p.y, p.z, out);
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(plume_bytes)

BOOST_AUTO_TEST_CASE(alone_and_in_a_batch) {
  const Points p = scattered(611);
  for (const GaussianPlume& plume : plumes()) {
    const std::vector<double> batch = whole(plume, p);
    std::vector<double> alone;
    for (std::size_t i = 0; i < p.x.size(); ++i) alone.push_back(plume.concentration_kg_m3(p.x[i], p.y[i], p.z[i]));
    BOOST_TEST(bits(batch) == bits(alone));
  }
}

BOOST_AUTO_TEST_CASE(any_split) {
  const Points p = scattered(611);
  for (const GaussianPlume& plume : plumes()) {
    const std::vector<double> expected = whole(plume, p);
    for (const std::size_t step : {1U, 3U, 7U, 8U, 13U, 255U, 256U, 257U}) {
      std::vector<double> out(p.x.size());
      for (std::size_t start = 0; start < out.size(); start += step) {
        const std::size_t n = std::min(step, out.size() - start);
        plume.concentrations(std::span(p.x).subspan(start, n), std::span(p.y).subspan(start, n),
                             std::span(p.z).subspan(start, n), std::span(out).subspan(start, n));
      }
      BOOST_TEST(bits(out) == bits(expected));
    }
  }
}

BOOST_AUTO_TEST_CASE(one_height_for_all) {
  Points p = scattered(300);
  p.z.assign(p.x.size(), 1.5);
  for (const GaussianPlume& plume : plumes()) {
    std::vector<double> out(p.x.size());
    plume.concentrations(p.x, p.y, 1.5, out);
    BOOST_TEST(bits(out) == bits(whole(plume, p)));
  }
}

BOOST_AUTO_TEST_CASE(any_instruction_set_with_fma) {
  const Points p = scattered(611);
  const std::int64_t with_fma = HWY_TARGETS & (HWY_AVX2 | HWY_AVX3);
  std::vector<std::int64_t> targets;
  for (std::int64_t bits_left = hwy::SupportedTargets() & with_fma; bits_left != 0; bits_left &= bits_left - 1) {
    targets.push_back(bits_left & -bits_left);
  }
  for (const GaussianPlume& plume : plumes()) {
    const std::vector<double> expected = whole(plume, p);
    for (const std::int64_t target : targets) {
      hwy::SetSupportedTargetsForTest(target);
      hwy::GetChosenTarget().Update(hwy::SupportedTargets());
      BOOST_TEST_CONTEXT(hwy::TargetName(target)) { BOOST_TEST(bits(whole(plume, p)) == bits(expected)); }
    }
    hwy::SetSupportedTargetsForTest(0);
    hwy::GetChosenTarget().Update(hwy::SupportedTargets());
  }
}

BOOST_AUTO_TEST_CASE(empty_batch) {
  const GaussianPlume plume({1.0, 0.0}, {.wind_speed_m_s = 2.5, .stability = Stability::D});
  plume.concentrations({}, {}, std::span<const double>{}, {});
  BOOST_TEST(plume.concentration_kg_m3(100.0, 0.0, 0.0) > 0.0);
}

BOOST_AUTO_TEST_SUITE_END()

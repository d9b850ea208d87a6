// How far an effect reaches: searches that must not lose the answer.
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <cstddef>
#include <memory>
#include <numbers>
#include <optional>

#include "core/effects/effect.hpp"

using namespace sise;

namespace {

Weather neutral_air(double wind_m_s = 4.0) {
  Weather weather;
  weather.wind_speed_m_s = wind_m_s;
  weather.stability = Stability::D;
  return weather;
}

constexpr int kSizes = 10'000;

/// Evenly in the logarithm, ends included.
double size(int i, double from, double to, int count = kSizes) {
  return from * std::pow(to / from, static_cast<double>(i) / (count - 1));
}

/// What makes a distance the outermost along +x.
bool is_edge(const Effect& effect, std::optional<double> reach_m, double least) {
  constexpr double kJust = 1e-6;
  if (!reach_m) return effect.value(0.2, 0.0) < least;
  if (*reach_m >= farthest_effect_m) return effect.value(*reach_m, 0.0) >= least;
  const double out = effect.value(*reach_m * (1.0 + kJust), 0.0);
  return effect.value(*reach_m * (1.0 - kJust), 0.0) >= least && (std::isnan(out) || out < least);
}

bool nowhere_on_a_fine_walk(const Effect& effect, double least) {
  for (int i = 0; i < 2000; ++i) {
    if (effect.value(size(i, 0.1, 1e5, 2000), 0.0) >= least) return false;
  }
  return true;
}

struct Failures {
  int count = 0;
  double first = 0.0;  ///< the size

  void note(bool holds, double of_size) {
    if (holds) return;
    if (count++ == 0) first = of_size;
  }
};

void none(const Failures& failures, const char* kind) {
  BOOST_TEST(failures.count == 0,
             kind << ": " << failures.count << " of the sizes fail, the first is " << failures.first);
}

JetFireEvent jet(double rate_kg_s) {
  return {{.rate_kg_s = rate_kg_s,
           .jet_velocity_m_s = 500.0,
           .jet_angle_deg = 0.0,
           .height_m = 1.0,
           .molar_mass_kg_mol = 0.0441,
           .heat_of_combustion_J_kg = 46.35e6,
           .jet_density_kg_m3 = 2.3},
          {},
          1800.0};
}

/// Levels from weak to strong asked of one prepared flame: as good a walk as sizes, and quick.
void levels_grow_as_the_reach_shrinks(const Effect& effect, int count, const char* kind) {
  Failures failures;
  double before = 1e9;
  for (int i = 0; i < count; ++i) {
    const double least = size(i, 50.0, 60e3, count);
    const double reach = farthest_m(effect, least).value_or(0.0);
    failures.note(reach > 0.0 && reach <= before * (1.0 + 1e-6), least);
    before = reach;
  }
  none(failures, kind);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(farthest)

// 450,000 kg of TNT came out as reaching nowhere, 449,000 did not.
BOOST_AUTO_TEST_CASE(charges_from_a_gram_to_ten_thousand_tonnes_reach_where_their_curve_says) {
  for (const BlastCurve curve : kBlastCurves) {
    EffectOptions options;
    options.blast_curve = curve;
    Failures failures;
    const int sizes = curve == BlastCurve::gb6722 ? kSizes : kSizes / 20;
    for (int i = 0; i < sizes; ++i) {
      const double tnt_kg = size(i, 1e-3, 1e7, sizes);
      const auto effect = prepare_effect(BlastEvent{tnt_kg}, neutral_air(), options);
      const auto reach = farthest_m(*effect, 20e3);
      failures.note(is_edge(*effect, reach, 20e3), tnt_kg);
    }
    none(failures, name_of(curve).data());
  }
}

BOOST_AUTO_TEST_CASE(the_charge_of_450_tonnes_reaches_as_far_as_its_cube_root_says) {
  const auto reach = [](double tnt_kg) {
    return farthest_m(*prepare_effect(BlastEvent{tnt_kg}, neutral_air(), {}), 9e3).value();
  };
  BOOST_TEST(reach(450e3) == reach(449e3) * std::cbrt(450.0 / 449.0), boost::test_tools::tolerance(1e-9));
}

BOOST_AUTO_TEST_CASE(fireballs_of_every_mass_reach_where_the_model_says) {
  for (const Receiver receiver : kReceivers) {
    EffectOptions options;
    options.receiver = receiver;
    Failures failures;
    for (int i = 0; i < kSizes / 5; ++i) {
      const double mass_kg = size(i, 1.0, 1e7, kSizes / 5);
      const FireballEvent event{{.mass_kg = mass_kg, .heat_of_combustion_J_kg = 46.35e6, .radiative_fraction = 0.3}};
      const auto effect = prepare_effect(event, neutral_air(), options);
      const auto reach = farthest_m(*effect, 12.5e3);
      failures.note(reach.has_value() && is_edge(*effect, reach, 12.5e3), mass_kg);
    }
    none(failures, name_of(receiver).data());
  }
}

BOOST_AUTO_TEST_CASE(vapour_clouds_of_every_mass_reach_where_the_model_says) {
  for (const std::optional<int> blast_class : {std::optional<int>{}, std::optional<int>{7}, std::optional<int>{10}}) {
    Failures failures;
    for (int i = 0; i < kSizes; ++i) {
      const double mass_kg = size(i, 1.0, 1e6);
      const auto effect = prepare_effect(
          CloudExplosionEvent{
              .flammable_mass_kg = mass_kg, .heat_of_combustion_J_kg = 46e6, .blast_class = blast_class},
          neutral_air(), {});
      const auto reach = farthest_m(*effect, 10e3);
      failures.note(reach.has_value() && is_edge(*effect, reach, 10e3), mass_kg);
    }
    none(failures, blast_class ? "multi-energy" : "TNT equivalency");
  }
}

BOOST_AUTO_TEST_CASE(flash_fires_of_every_rate_reach_to_the_edge_of_their_plume) {
  Failures failures;
  for (const double height_m : {0.0, 1.0, 25.0}) {
    for (int i = 0; i < kSizes / 10; ++i) {
      const double rate_kg_s = size(i, 1e-2, 1e3, kSizes / 10);
      const auto effect = prepare_effect(FlashFireEvent{{rate_kg_s, 1800.0, height_m, 0.04, 0.17}}, neutral_air(), {});
      const auto reach = farthest_m(*effect, 1.0);
      if (reach) failures.note(is_edge(*effect, reach, 1.0), rate_kg_s);
      if (!reach) failures.note(nowhere_on_a_fine_walk(*effect, 1.0), rate_kg_s);
    }
  }
  none(failures, "flash fire");
}

BOOST_AUTO_TEST_CASE(pool_fires_and_jets_reach_less_far_the_more_is_asked) {
  for (const double diameter_m : {1.0, 12.0, 80.0}) {
    const auto effect = prepare_effect(PoolFireEvent{{.diameter_m = diameter_m, .burning_rate_kg_m2_s = 0.055}, 1800.0},
                                       neutral_air(), {});
    levels_grow_as_the_reach_shrinks(*effect, 60, "pool fire");
  }
  for (const double rate_kg_s : {0.1, 10.0, 300.0}) {
    levels_grow_as_the_reach_shrinks(*prepare_effect(jet(rate_kg_s), neutral_air(), {}), 40, "jet fire");
  }
}

BOOST_AUTO_TEST_CASE(nobody_in_any_direction_has_more_beyond_the_reach) {
  for (const double rate_kg_s : {0.5, 10.0, 100.0}) {
    const auto effect = prepare_effect(jet(rate_kg_s), neutral_air(), {});
    for (const double least : {1.6e3, 4e3, 12.5e3}) {
      const double reach = farthest_m(*effect, least).value();
      double most = 0.0;
      for (int i = 0; i <= 720; ++i) {
        const double angle = std::numbers::pi * i / 720.0;
        most = std::fmax(most, effect->value(1.0005 * reach * std::cos(angle), 1.0005 * reach * std::sin(angle)));
      }
      BOOST_TEST(most < least);
    }
  }
}

BOOST_AUTO_TEST_CASE(an_effect_beyond_a_hundred_kilometres_is_cut_there) {
  const auto effect = prepare_effect(BlastEvent{1e12}, neutral_air(), {});
  BOOST_TEST(farthest_m(*effect, 1e3).value() == farthest_effect_m);
}

BOOST_AUTO_TEST_SUITE_END()

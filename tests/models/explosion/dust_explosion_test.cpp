#include "models/explosion/dust_explosion.hpp"

#include <boost/test/unit_test.hpp>
#include <cmath>
#include <vector>

#include "models/base/error.hpp"
#include "tests/support/forward_scan.hpp"

using sise::DustExplosion;
using sise::DustStandard;
using sise::DustVent;
using sise::VentDirection;

namespace {

/// 27 m3, 1 m2 of vents, 0.4 bar.
DustVent silo() { return {.volume_m3 = 27.0, .vent_area_m2 = 1.0, .reduced_pressure_pa = 40e3}; }

DustExplosion en(const DustVent& vent) { return {DustStandard::en14491, vent}; }
DustExplosion nfpa(const DustVent& vent) { return {DustStandard::nfpa68, vent}; }

}  // namespace

BOOST_AUTO_TEST_SUITE(dust_explosion)

// EN 14491: 10 V^(1/3) from a horizontal vent, 8 V^(1/3) upwards, at most 60 m.
BOOST_AUTO_TEST_CASE(en_14491_flame_lengths) {
  DustVent vent = silo();
  BOOST_TEST(en(vent).flame_length_m() == 30.0, boost::test_tools::tolerance(1e-12));
  vent.direction = VentDirection::vertical;
  BOOST_TEST(en(vent).flame_length_m() == 24.0, boost::test_tools::tolerance(1e-12));
  vent.volume_m3 = 1000.0;
  BOOST_TEST(en(vent).flame_length_m() == 60.0);
}

// NFPA 68: K (V/n)^(1/3), K 8 for agricultural and chemical dusts, 10 for metals.
BOOST_AUTO_TEST_CASE(nfpa_68_fireball) {
  DustVent vent = silo();
  BOOST_TEST(nfpa(vent).flame_length_m() == 24.0, boost::test_tools::tolerance(1e-12));
  vent.vents = 27.0;
  vent.metal = true;
  BOOST_TEST(nfpa(vent).flame_length_m() == 10.0, boost::test_tools::tolerance(1e-12));
}

// 0.2 Pred A^0.1 V^0.18 at a quarter of the flame (EN) or a fifth (NFPA).
BOOST_AUTO_TEST_CASE(external_peak_and_its_place) {
  const double peak = 0.2 * 40e3 * std::pow(27.0, 0.18);
  BOOST_TEST(en(silo()).external_peak_pa() == peak, boost::test_tools::tolerance(1e-12));
  BOOST_TEST(en(silo()).peak_distance_m() == 7.5, boost::test_tools::tolerance(1e-12));
  BOOST_TEST(nfpa(silo()).peak_distance_m() == 4.8, boost::test_tools::tolerance(1e-12));
  BOOST_TEST(en(silo()).overpressure_pa(2.0) == peak, boost::test_tools::tolerance(1e-12));
}

BOOST_AUTO_TEST_CASE(decay_of_both_standards) {
  BOOST_TEST(en(silo()).overpressure_pa(30.0) == en(silo()).external_peak_pa() / 8.0,
             boost::test_tools::tolerance(1e-12));
  BOOST_TEST(nfpa(silo()).overpressure_pa(9.6) == nfpa(silo()).external_peak_pa() / 2.0,
             boost::test_tools::tolerance(1e-12));
}

BOOST_AUTO_TEST_CASE(classes_by_kst) {
  BOOST_TEST(sise::dust_class(200e5) == 1);
  BOOST_TEST(sise::dust_class(201e5) == 2);
  BOOST_TEST(sise::dust_class(300e5) == 2);
  BOOST_TEST(sise::dust_class(301e5) == 3);
}

BOOST_AUTO_TEST_CASE(find_agrees_with_a_dense_forward_scan) {
  for (const auto standard : {DustStandard::en14491, DustStandard::nfpa68}) {
    const DustExplosion explosion(standard, silo());
    for (const double pa : {500.0, 2000.0, 5000.0, 13000.0}) {
      const auto scanned =
          sise::test::outermost_by_scan([&](double r) { return explosion.overpressure_pa(r); }, pa, 1.0, 1000.0);
      BOOST_TEST(explosion.distance_to_m(pa).value() == scanned.value(), boost::test_tools::tolerance(1e-6));
    }
    BOOST_TEST(!explosion.distance_to_m(20e3).has_value());
  }
}

BOOST_AUTO_TEST_CASE(range_of_use) {
  DustVent vent = silo();
  BOOST_TEST(en(vent).warnings().empty());
  vent.kst_pa_m_s = 250e5;
  BOOST_TEST(en(vent).warnings().size() == 1U);
  vent = silo();
  vent.volume_m3 = 300.0;
  BOOST_TEST(en(vent).warnings().size() == 1U);
  vent = silo();
  vent.reduced_pressure_pa = 1.1e5;
  BOOST_TEST(en(vent).warnings().size() == 1U);
}

BOOST_AUTO_TEST_CASE(impossible_vents_are_refused) {
  const auto refused = [](auto change) {
    DustVent vent = silo();
    change(vent);
    BOOST_CHECK_THROW(en(vent), sise::ModelError);
  };
  refused([](DustVent& v) { v.volume_m3 = 0.0; });
  refused([](DustVent& v) { v.vent_area_m2 = -1.0; });
  refused([](DustVent& v) { v.reduced_pressure_pa = 0.0; });
  refused([](DustVent& v) { v.kst_pa_m_s = -1.0; });
}

BOOST_AUTO_TEST_SUITE_END()

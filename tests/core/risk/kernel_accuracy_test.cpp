// The working method against direct integration: within 1 %, or direct integration takes the value within a metre
// (a tenth of a 10 m cell).
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <memory>
#include <numbers>
#include <string>
#include <vector>

#include "core/kernels/kernel_builder.hpp"
#include "tests/core/risk/risk_direct.hpp"
#include "tests/core/risk/risk_fixture.hpp"

using namespace sise;
using namespace sise::testing;

namespace {

constexpr double kLowest = 1e-13;  // per year; nobody asks below

/// Checks a spiral of places out to the reach; `edges_m`: so far a footprint may end with an edge of its own. Returns the
/// number of places with a risk worth comparing.
int check_against_oracle(const RiskInputs& inputs, const std::string& what, double edges_m = 0.0) {
  constexpr double kWithin = 0.01;
  constexpr double kAtEdges = 0.02;
  const KernelBuilder builder(inputs);
  const RiskUnit& unit = inputs.units.front();
  const std::shared_ptr<const UnitKernel> kernel = builder.build(unit);
  int compared = 0;
  double bearing_deg = 3.0;
  for (double r = 7.0; r < kernel->reach_m(); r *= 1.31) {
    for (int turn = 0; turn < 5; ++turn) {
      bearing_deg += 76.3;
      const double angle = bearing_deg * std::numbers::pi / 180.0;
      const Point place{unit.source.x + r * std::sin(angle), unit.source.y + r * std::cos(angle)};
      const double value = kernel->at(place.x - unit.source.x, place.y - unit.source.y, unit.convergence_deg);
      const double expected = risk_direct(inputs, place);
      if (std::max(value, expected) < kLowest) continue;
      ++compared;
      const double within = r < edges_m ? kAtEdges : kWithin;
      const bool close = std::abs(value - expected) <= within * expected || taken_nearby(inputs, place, value);
      BOOST_TEST(close, what << ": r " << r << " m, bearing " << std::fmod(bearing_deg, 360.0) << ": " << value
                             << " instead of " << expected);
    }
  }
  return compared;
}

/// Wind from three neighbouring sectors of sixteen only: beside them risk falls off as steeply as it ever does.
WindRose narrow_rose(const std::vector<Air>& airs) {
  WindRose rose;
  for (const Air& air : airs) {
    for (int k = 0; k < 16; ++k) {
      const double share = k == 3 ? 0.5 : (k == 2 || k == 4 ? 0.25 : 0.0);
      rose.rows.push_back({k * 22.5, air.stability, air.speed_m_s, share * air.share});
    }
  }
  return rose;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(kernel_accuracy)

BOOST_AUTO_TEST_CASE(every_steepness_of_probit_in_a_full_rose) {
  const std::vector<std::pair<std::string, ToxicProbit>> probits{{"chlorine", chlorine},
                                                                 {"ammonia", ammonia},
                                                                 {"hydrogen chloride", hydrogen_chloride},
                                                                 {"nitrogen dioxide", nitrogen_dioxide},
                                                                 {"carbon monoxide", carbon_monoxide}};
  for (const auto& [name, probit] : probits) {
    const RiskInputs inputs =
        inputs_with(rose_of(all_airs), {unit_at("u", {1000.0, 2000.0}, {toxic_case("c", 1e-4, 8.0, probit)})});
    BOOST_TEST(check_against_oracle(inputs, name) > 60, name);
  }
}

BOOST_AUTO_TEST_CASE(stable_air_with_empty_sectors_beside_full_ones) {
  const std::vector<Air> stable{{Stability::F, 1.5, 1.0}};
  for (const ToxicProbit& probit : {chlorine, hydrogen_chloride, nitrogen_dioxide}) {
    const RiskInputs inputs =
        inputs_with(narrow_rose(stable), {unit_at("u", {0.0, 0.0}, {toxic_case("c", 1e-4, 5.0, probit)})});
    BOOST_TEST(check_against_oracle(inputs, "F, b n " + std::to_string(probit.b * probit.n)) > 15);
  }
}

BOOST_AUTO_TEST_CASE(unstable_air_spreads_over_many_sectors) {
  const std::vector<Air> unstable{{Stability::A, 1.5, 1.0}};
  const RiskInputs inputs =
      inputs_with(narrow_rose(unstable), {unit_at("u", {0.0, 0.0}, {toxic_case("c", 1e-4, 50.0, ammonia)})});
  BOOST_TEST(check_against_oracle(inputs, "A") > 15);
}

BOOST_AUTO_TEST_CASE(cases_of_several_heights_rates_and_durations) {
  const RiskInputs inputs =
      inputs_with(rose_of(all_airs),
                  {unit_at("u", {0.0, 0.0},
                           {toxic_case("leak", 1e-3, 0.1, ammonia, 1.0, 600.0),
                            toxic_case("rupture", 1e-6, 30.0, ammonia, 1.0, 1200.0),
                            toxic_case("vent", 1e-4, 5.0, chlorine, 25.0), explosion_case("bang", 1e-5, 800.0)})});
  BOOST_TEST(check_against_oracle(inputs, "mixed") > 60);
}

BOOST_AUTO_TEST_CASE(every_sigma_set_and_wind) {
  for (const SigmaSet set : {SigmaSet::briggs_urban, SigmaSet::pasquill_gifford, SigmaSet::gbt13201}) {
    for (const TransportWind wind : {TransportWind::profile, TransportWind::release_height}) {
      RiskInputs inputs =
          inputs_with(rose_of(all_airs), {unit_at("u", {0.0, 0.0}, {toxic_case("c", 1e-4, 8.0, nitrogen_dioxide)})});
      inputs.model.sigma = set;
      inputs.model.transport_wind = wind;
      BOOST_TEST(check_against_oracle(inputs, std::string(name_of(set))) > 40);
    }
  }
}

// A cloud that slumps: wide, upwind of its source too, where it ends with an edge, and no multiple of another rate's.
BOOST_AUTO_TEST_CASE(a_dense_cloud_from_calm_to_windy) {
  RiskCase leak = toxic_case("leak", 1e-4, 8.0, chlorine);
  leak.toxic->dispersion = dense_dispersion;
  leak.toxic->gas = {.molar_mass_kg_mol = 0.0709, .temperature_K = 293.15, .density_kg_m3 = 2.95};
  RiskCase brief = toxic_case("brief", 1e-5, 60.0, chlorine, 1.0, 120.0);
  brief.toxic->dispersion = dense_dispersion;
  brief.toxic->gas = leak.toxic->gas;
  const RiskInputs inputs = inputs_with(rose_of(all_airs), {unit_at("u", {0.0, 0.0}, {leak, brief})});
  BOOST_TEST(check_against_oracle(inputs, "dense", 200.0) > 60);
}

BOOST_AUTO_TEST_CASE(other_numbers_of_sectors_and_convergence) {
  for (const int sectors : {8, 12, 36}) {
    WindRose rose;
    for (int k = 0; k < sectors; ++k) {
      rose.rows.push_back({k * 360.0 / sectors, Stability::D, 3.0, (k % 3 + 1.0) / sectors});
    }
    RiskInputs inputs = inputs_with(rose, {unit_at("u", {0.0, 0.0}, {toxic_case("c", 1e-4, 8.0, ammonia)})});
    inputs.units.front().convergence_deg = -1.7;
    BOOST_TEST(check_against_oracle(inputs, std::to_string(sectors) + " sectors") > 20);
  }
}

BOOST_AUTO_TEST_SUITE_END()

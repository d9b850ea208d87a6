// Units by themselves, and what is asked of the scenarios that follow from their records.
#pragma once
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <string>
#include <utility>

#include "core/accidents/generate/generate.hpp"
#include "gis_io/read/packs/packs.hpp"

namespace sise {

inline constexpr double kPlantAmbient_Pa = 101325.0;

struct Plant {
  Study study;
  GeneratorData data{frequency_packs("bevi"), event_trees("purple_book"), generator_rules("generator")};
  SubstanceTable table = substances();

  Plant() {
    study.harm = harm_pack("aqt3046-2013");
    study.ambient.temperature_K = 293.15;
    study.ambient.pressure_Pa = kPlantAmbient_Pa;
    study.rose.rows = {{{}, Stability::D, 3.0, 1.0}};
  }

  Unit& add(UnitKind kind, const char* substance, double tonnes) {
    Unit unit;
    unit.id = "U" + std::to_string(study.units.size() + 1);
    unit.kind = kind;
    unit.substance_text = substance;
    if (const Substance* known = table.find(substance)) unit.substance = known->id;
    if (tonnes > 0.0) unit.inventory_kg = tonnes * 1e3;
    unit.geometry.points = {{0.0, 0.0}};
    study.units.push_back(std::move(unit));
    return study.units.back();
  }

  [[nodiscard]] Generation run() const { return generate(study, table, data); }
};

inline const Scenario* find(const Generation& generation, const std::string& case_id) {
  const auto found = std::find_if(generation.scenarios.begin(), generation.scenarios.end(),
                                  [&](const Scenario& one) { return one.case_id == case_id; });
  return found == generation.scenarios.end() ? nullptr : &*found;
}

inline double frequency(const Generation& generation, const std::string& case_id) {
  const Scenario* one = find(generation, case_id);
  BOOST_REQUIRE_MESSAGE(one != nullptr, case_id);
  return one->frequency_per_year;
}

/// Leaves of every case, and what was dropped, add up to what parts and packs said.
inline void check_conserved(const UnitTrace& trace) {
  for (const TraceCase& traced : trace.cases) {
    const double said = traced.base_frequency * traced.count * traced.share;
    BOOST_TEST(traced.frequency_per_year == said, boost::test_tools::tolerance(1e-12));
    if (traced.dropped) continue;
    double sum = 0.0;
    for (const TraceLeaf& leaf : traced.leaves) sum += leaf.frequency_per_year;
    BOOST_TEST(sum == traced.frequency_per_year, boost::test_tools::tolerance(1e-12));
  }
}

inline bool lacks(const UnitTrace& trace, const char* code) {
  return std::any_of(trace.lacks.begin(), trace.lacks.end(),
                     [code](const GeneratorRemark& one) { return one.code == code; });
}

inline bool remarked(const UnitTrace& trace, const char* code) {
  return std::any_of(trace.remarks.begin(), trace.remarks.end(),
                     [code](const GeneratorRemark& one) { return one.code == code; });
}

inline bool assumed(const UnitTrace& trace, const char* id) {
  return std::any_of(trace.defaults.begin(), trace.defaults.end(),
                     [id](const UsedDefault& one) { return one.id == id; });
}

}  // namespace sise

#include "gis_io/read/project/incident_config.hpp"

#include "tests/gis_io/read/project/support.hpp"

using namespace sise;

namespace {

const std::string kFullIncident = R"(title = "Chlorine at the water works"
[source]
lon = 119.95
lat = 31.95
substance = "液氯"
rate_kg_s = 1.5
duration_s = 900.0
height_m = 2.0
[weather]
wind_from_deg = 135.0
wind_from_uncertainty_deg = 15.0
wind_speed_m_s = 2.0
stability = "F"
temperature_K = 298.15
[endpoints]
levels = [{name = "red", concentration_mg_m3 = 58.0}, {name = "orange", concentration_ppm = 2.0}, {name = "load", toxic_load_mg_m3_n_min = 1e6, n = 2.0}]
exposure_min = 30.0
[grid]
crs = "EPSG:4549"
cell_m = 10.0
[targets]
source = "targets.gpkg"
[population]
raster = "people.tif"
unit = "per_cell"
[model]
sigma = "briggs_urban"
)";

std::vector<Diagnostic> wrong(const std::string& from, const std::string& to) {
  return incident_problems(replaced(kSmallIncident, from, to));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(incident_config)

BOOST_AUTO_TEST_CASE(every_section_of_the_contract_is_read) {
  const IncidentConfig c = incident(kFullIncident);
  BOOST_TEST(c.title == "Chlorine at the water works");
  BOOST_TEST(c.source.lon_lat->lon_deg == 119.95);
  BOOST_TEST(c.source.lon_lat->lat_deg == 31.95);
  BOOST_TEST(c.source.substance == "chlorine");
  BOOST_TEST(c.source.substance_text == "液氯");
  BOOST_TEST(c.source.rate_kg_s.value() == 1.5);
  BOOST_TEST(c.source.duration_s == 900.0);
  BOOST_TEST(c.source.height_m == 2.0);
  BOOST_TEST(c.weather.wind_from_deg == 135.0);
  BOOST_TEST(c.weather.wind_from_uncertainty_deg == 15.0);
  BOOST_TEST(c.weather.air.wind_speed_m_s == 2.0);
  BOOST_TEST((c.weather.air.stability == Stability::F));
  BOOST_TEST(c.weather.air.temperature_K == 298.15);
  BOOST_TEST(!c.endpoints.set.has_value());
  BOOST_TEST(c.endpoints.exposure_min == 30.0);
  BOOST_TEST(c.endpoints.levels.size() == 3U);
  BOOST_TEST((c.endpoints.levels.at(0).quantity == EndpointQuantity::concentration_mg_m3));
  BOOST_TEST(c.endpoints.levels.at(1).value == 2.0);
  BOOST_TEST(c.endpoints.levels.at(2).n.value() == 2.0);
  BOOST_TEST(c.targets->source_text == "targets.gpkg");
  BOOST_TEST(c.population->is_raster);
  BOOST_TEST((c.model.sigma == SigmaSet::briggs_urban));
}

BOOST_AUTO_TEST_CASE(defaults_are_those_of_the_contract) {
  const IncidentConfig c = incident(kSmallIncident);
  BOOST_TEST(c.source.duration_s == 1800.0);
  BOOST_TEST(c.source.height_m == 1.0);
  BOOST_TEST(c.weather.wind_from_uncertainty_deg == 0.0);
  BOOST_TEST(c.weather.air.temperature_K == 293.15);
  BOOST_TEST(c.weather.air.pressure_Pa == 101325.0);
  BOOST_TEST(c.weather.air.wind_height_m == 10.0);
  BOOST_TEST(c.weather.air.roughness_m == 0.1);
  BOOST_TEST((c.endpoints.set.value() == EndpointSet::aegl));
  BOOST_TEST(c.endpoints.exposure_min == 60.0);
  BOOST_TEST((c.model.transport_wind == TransportWind::profile));
  BOOST_TEST((c.model.sigma == SigmaSet::briggs_rural));
  BOOST_TEST(!c.grid.bounds.has_value());
}

BOOST_AUTO_TEST_CASE(an_explosion_needs_neither_substance_nor_weather) {
  const IncidentConfig c =
      incident("[source]\nx = 500000.0\ny = 3500000.0\ntnt_kg = 1000.0\n[grid]\ncrs = 'EPSG:4549'\ncell_m = 5\n");
  BOOST_TEST((c.source.point.value() == Point{500000.0, 3500000.0}));
  BOOST_TEST(c.source.substance.empty());
  BOOST_TEST(!c.weather.given);
  BOOST_TEST((c.endpoints.set.value() == EndpointSet::overpressure));
  BOOST_REQUIRE(c.endpoints.levels.size() == 3U);
  BOOST_TEST(c.endpoints.levels.at(0).value == 9000.0);
  BOOST_TEST(c.endpoints.levels.at(1).value == 5000.0);
  BOOST_TEST(c.endpoints.levels.at(2).value == 2000.0);
  BOOST_TEST((c.endpoints.levels.at(2).confidence == Confidence::recalled));
}

BOOST_AUTO_TEST_CASE(default_levels_of_heat_radiation) {
  const std::vector<EndpointLevel> levels = endpoint_levels(EndpointSet::radiation);
  BOOST_REQUIRE(levels.size() == 3U);
  BOOST_TEST(levels.at(0).value == 37500.0);
  BOOST_TEST(levels.at(1).value == 12500.0);
  BOOST_TEST(levels.at(2).value == 4000.0);
  BOOST_TEST(endpoint_levels(EndpointSet::aegl).empty());
}

BOOST_AUTO_TEST_CASE(every_set_and_quantity_has_its_name) {
  for (const char* name : {"aegl", "erpg", "pac", "hj169", "idlh", "lfl", "overpressure", "radiation"}) {
    BOOST_TEST(name_of(endpoint_set_from(name).value()) == name);
  }
  for (const char* name : {"concentration_mg_m3", "concentration_ppm", "volume_fraction", "overpressure_pa",
                           "radiation_w_m2", "toxic_load_mg_m3_n_min"}) {
    BOOST_TEST(name_of(endpoint_quantity_from(name).value()) == name);
  }
}

BOOST_AUTO_TEST_CASE(the_small_incident_is_sound) { BOOST_TEST(incident_problems(kSmallIncident).empty()); }

BOOST_AUTO_TEST_CASE(where_it_happened) {
  check_one(wrong("lat = 31.95\n", ""), "missing_key 1:1");
  check_one(wrong("lon = 119.95\nlat = 31.95\n", ""), "missing_key 1:1");
  check_one(wrong("lat = 31.95", "lat = 119.95"), "out_of_range 3:7");
  check_one(wrong("lat = 31.95\n", "lat = 31.95\nx = 1\ny = 2\n"), "too_many_keys 4:5");
}

BOOST_AUTO_TEST_CASE(what_got_out) {
  check_one(wrong("rate_kg_s = 1.5", "rate_kg_s = 0"), "out_of_range 5:13");
  check_one(wrong("rate_kg_s = 1.5", "rate_kg_s = 1.5\nmass_kg = 5"), "too_many_keys 6:11");
  check_one(wrong("rate_kg_s = 1.5\n", ""), "missing_key 1:1");
  check_one(wrong("rate_kg_s = 1.5", "rate_kg_s = 1.5\nduration_s = 0"), "out_of_range 6:14");
  check_one(wrong("rate_kg_s = 1.5", "rate_kg_s = 1.5\nheight_m = -1"), "out_of_range 6:12");
}

BOOST_AUTO_TEST_CASE(substances_are_looked_up) {
  check_one(wrong("'chlorine'", "'clorine'"), "unknown_substance 4:13", "Did you mean: chlorine, fluorine?");
  check_one(wrong("'chlorine'", "'UN1307'"), "ambiguous_substance 4:13", "Did you mean: o_xylene, m_xylene, p_xylene?");
  check_one(wrong("substance = 'chlorine'\n", ""), "missing_key 1:1");
  check_one(wrong("'chlorine'", "'qqqqqqqqqqqqqqqqqq'"), "unknown_substance 4:13");
}

BOOST_AUTO_TEST_CASE(the_weather) {
  check_one(wrong("wind_from_deg = 135.0", "wind_from_deg = 361"), "out_of_range 7:17");
  check_one(wrong("wind_from_deg = 135.0\n", ""), "missing_key 6:1");
  check_one(wrong("wind_speed_m_s = 2.0", "wind_speed_m_s = -2.0"), "out_of_range 8:18");
  check_one(wrong("stability = 'F'", "stability = 'G'"), "unknown_choice 9:13");
  check_one(wrong("stability = 'F'", "stability = 'F'\nwind_from_uncertainty_deg = 200"), "out_of_range 10:29");
  check_one(wrong("stability = 'F'", "stability = 'F'\nmixing_height_m = 0.5"), "source_above_lid 1:1");
  check_one(wrong("[weather]\nwind_from_deg = 135.0\nwind_speed_m_s = 2.0\nstability = 'F'\n", ""), "missing_key 1:1");
}

BOOST_AUTO_TEST_CASE(endpoints) {
  const auto with = [](const std::string& text) { return incident_problems(kSmallIncident + "[endpoints]\n" + text); };
  BOOST_TEST(with("set = 'hj169'\n").empty());
  check_one(with("set = 'aegls'\n"), "unknown_choice 14:7", "Did you mean 'aegl'?");
  check_one(with("set = 'overpressure'\n"), "level_does_not_fit 13:1");
  check_one(with("levels = []\n"), "no_levels 14:10");
  check_one(with("levels = [{name = 'a'}]\n"), "missing_key 14:11");
  check_one(with("levels = [{concentration_ppm = 1}]\n"), "missing_key 14:11");
  check_one(with("levels = [{name = 'a', concentration_ppm = 1, concentration_mg_m3 = 2}]\n"), "too_many_keys 14:44");
  check_one(with("levels = [{name = 'a', concentration_ppm = -1}]\n"), "out_of_range 14:44");
  check_one(with("levels = [{name = 'a', volume_fraction = 1.5}]\n"), "out_of_range 14:42");
  BOOST_TEST((summary(with("levels = [{name = 'a', concentration = 5}]\n")) ==
              std::vector<std::string>{"missing_key 14:11", "unknown_key 14:24"}));
  check_one(with("levels = [{name = 'a', concentration_ppm = 1}, {name = 'a', concentration_ppm = 2}]\n"),
            "doubled_level 14:48");
  check_one(with("levels = [{name = 'a', concentration_ppm = 1, n = 2}]\n"), "unknown_key 14:47");
  check_one(with("set = 'aegl'\nlevels = [{name = 'a', concentration_ppm = 1}]\n"), "too_many_keys 15:10");
  check_one(with("exposure_min = 0\n"), "out_of_range 14:16");
}

BOOST_AUTO_TEST_CASE(a_house_is_closed_unless_the_file_says_otherwise) {
  const IncidentConfig plain = incident(kSmallIncident);
  BOOST_TEST(plain.shelter.room.air_changes_per_h == 1.0);
  BOOST_TEST(!plain.shelter.room.leave_after_s.has_value());
  BOOST_TEST((plain.shelter.confidence == Confidence::recalled));
  BOOST_TEST(!plain.shelter.source.empty());
  const IncidentConfig own =
      incident(kSmallIncident + "[shelter]\nair_changes_per_hour = 0.5\nleave_after_min = 45.0\n");
  BOOST_TEST(own.shelter.room.air_changes_per_h == 0.5);
  BOOST_TEST(own.shelter.room.leave_after_s.value() == 2700.0);
  check_one(incident_problems(kSmallIncident + "[shelter]\nair_changes_per_hour = 0\n"), "out_of_range 14:24");
  check_one(incident_problems(kSmallIncident + "[shelter]\nair_changes = 1\n"), "unknown_key 14:1");
}

namespace {

/// A source with the lines given, in the small incident's weather.
std::string of_kind(const std::string& lines) { return replaced(kSmallIncident, "rate_kg_s = 1.5\n", lines); }

}  // namespace

BOOST_AUTO_TEST_CASE(every_kind_of_source_is_read) {
  const IncidentSource fireball =
      incident(of_kind("kind = 'fireball'\nmass_kg = 2e4\npressure_gauge_kPa = 1500\n")).source;
  BOOST_TEST((fireball.kind == ScenarioKind::fireball));
  BOOST_TEST(fireball.mass_kg.value() == 2e4);
  BOOST_TEST(fireball.pressure.gauge_Pa.value() == 1.5e6);
  const IncidentSource jet =
      incident(of_kind("kind = 'jet_fire'\nrate_kg_s = 5\njet_direction_deg = 90\npressure_abs_kPa = 6000\n")).source;
  BOOST_TEST(jet.jet_direction_deg.value() == 90.0);
  BOOST_TEST(jet.pressure.absolute_Pa.value() == 6e6);
  BOOST_TEST(incident(of_kind("kind = 'pool_fire'\npool_diameter_m = 20\n")).source.pool_diameter_m.value() == 20.0);
  const IncidentSource vce = incident(of_kind("kind = 'vce'\nflammable_mass_kg = 500\nblast_class = 7\n")).source;
  BOOST_TEST(vce.flammable_mass_kg.value() == 500.0);
  BOOST_TEST(vce.blast_class.value() == 7);
  BOOST_TEST(incident(of_kind("mass_kg = 500\n")).source.mass_kg.value() == 500.0);
}

BOOST_AUTO_TEST_CASE(a_vessel_is_read_in_the_units_that_people_use) {
  const VesselLeak vessel = incident(of_kind("hole_diameter_mm = 20\ninventory_t = 1.0\npressure_gauge_kPa = 700\n"
                                             "temperature_C = 25\nisolation_s = 600\nphase = 'gas'\n"))
                                .source.vessel.value();
  BOOST_TEST(vessel.hole_diameter_m == 0.02, boost::test_tools::tolerance(1e-12));
  BOOST_TEST(vessel.inventory_kg == 1000.0);
  BOOST_TEST(vessel.pressure.gauge_Pa.value() == 7e5);
  BOOST_TEST(vessel.temperature_K.value() == 298.15);
  BOOST_TEST(vessel.isolation_s.value() == 600.0);
  BOOST_TEST((vessel.phase.value() == VesselPhase::gas));
}

BOOST_AUTO_TEST_CASE(what_does_not_belong_to_a_kind_is_named) {
  const auto with = [](const std::string& lines) { return summary(incident_problems(of_kind(lines))); };
  const auto one = [](const char* text) { return std::vector<std::string>{text}; };
  BOOST_TEST((with("kind = 'pool_fire'\npool_diameter_m = 20\nmass_kg = 5\n") == one("key_does_not_fit 7:11")));
  BOOST_TEST((with("kind = 'fireballs'\nrate_kg_s = 1.5\n") == one("unknown_choice 5:8")));
  BOOST_TEST((with("kind = 'fireball'\n") == one("missing_key 1:1")));
  BOOST_TEST((with("kind = 'vce'\n") == one("missing_key 1:1")));
  BOOST_TEST((with("kind = 'vce'\nrate_kg_s = 5\nblast_class = 11\n") == one("out_of_range 7:15")));
  BOOST_TEST((with("mass_kg = 5\nduration_s = 60\n") == one("duration_of_a_puff 6:14")));
  const std::string vessel = "hole_diameter_mm = 20\ninventory_t = 1.0\n";
  BOOST_TEST((with(vessel + "duration_s = 60\n") == one("duration_of_a_vessel 7:14")));
  BOOST_TEST((with(vessel + "pressure = 7\n") == one("bare_pressure 7:12")));
  BOOST_TEST((with(vessel + "pressure_abs_kPa = 7\npressure_gauge_kPa = 7\n") == one("too_many_keys 8:22")));
  BOOST_TEST((with("hole_diameter_mm = 20\n") == one("missing_key 1:1")));
  BOOST_TEST(
      (with("hole_diameter_mm = 20\nhole_diameter_m = 0.02\ninventory_kg = 5\n").front().starts_with("too_many_keys")));
}

BOOST_AUTO_TEST_CASE(a_wind_that_turns) {
  const IncidentConfig c = incident(kSmallIncident +
                                    "[[weather.change]]\nat_s = 600\nwind_from_deg = 180\n"
                                    "[[weather.change]]\nat_s = 900\nwind_speed_m_s = 3.0\nstability = 'D'\n");
  BOOST_REQUIRE(c.weather.changes.size() == 2U);
  BOOST_TEST(c.weather.changes.at(0).wind_from_deg == 180.0);
  BOOST_TEST(c.weather.changes.at(0).wind_speed_m_s == 2.0);  // as before
  BOOST_TEST(c.weather.changes.at(1).wind_from_deg == 180.0);
  BOOST_TEST((c.weather.changes.at(1).stability == Stability::D));
  check_one(incident_problems(kSmallIncident + "[[weather.change]]\nwind_from_deg = 180\n"), "missing_key 13:1");
  check_one(incident_problems(kSmallIncident + "[[weather.change]]\nat_s = 60\n[[weather.change]]\nat_s = 60\n"),
            "changes_out_of_order 16:8");
}

BOOST_AUTO_TEST_CASE(levels_must_fit_what_happens) {
  BOOST_TEST((incident(of_kind("kind = 'pool_fire'\npool_diameter_m = 20\n")).endpoints.set.value() ==
              EndpointSet::radiation));
  BOOST_TEST((incident(of_kind("kind = 'flash_fire'\nrate_kg_s = 2\n")).endpoints.set.value() == EndpointSet::lfl));
  const std::string fire = of_kind("kind = 'pool_fire'\npool_diameter_m = 20\n");
  check_one(incident_problems(fire + "[endpoints]\nset = 'aegl'\n"), "level_does_not_fit 14:1");
  BOOST_TEST((incident(fire + "[endpoints]\nreceiver = 'vertical'\n").endpoints.receiver == Receiver::vertical));
}

BOOST_AUTO_TEST_CASE(an_explosion_is_asked_for_overpressure_only) {
  const std::string explosion =
      "[source]\nx = 1\ny = 2\ntnt_kg = 10\n[grid]\ncrs = 'EPSG:4549'\ncell_m = 5\n[endpoints]\n";
  check_one(incident_problems(explosion + "set = 'aegl'\n"), "level_does_not_fit 8:1");
  BOOST_TEST(incident_problems(explosion + "levels = [{name = 'a', overpressure_pa = 3e4}]\n").empty());
}

BOOST_AUTO_TEST_SUITE_END()

// Models asked through the catalogue answer as they do when asked directly.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <optional>
#include <string>

#include "models/base/error.hpp"
#include "models/catalogue/catalogue.hpp"
#include "models/dispersion/gaussian_plume.hpp"
#include "models/dispersion/gaussian_puff.hpp"
#include "models/explosion/tnt.hpp"
#include "models/substances/substance.hpp"
#include "tests/models/harm/aqt3046.hpp"

namespace {

using sise::ParameterGroup;

sise::ModelInput with_defaults(const std::string& id, sise::Parameters settings) {
  sise::ModelInput input;
  for (const ParameterGroup group : {ParameterGroup::source, ParameterGroup::weather, ParameterGroup::options}) {
    fill_defaults(settings, sise::find_model(id)->descriptor, group);
  }
  input.settings = settings;
  return input;
}

void add_point(sise::ModelInput& input, const std::string& id, sise::Parameters point) {
  fill_defaults(point, sise::find_model(id)->descriptor, ParameterGroup::at);
  input.at.push_back(point);
}

sise::ModelInput tnt(double tnt_kg, const std::string& curve) {
  sise::Parameters settings;
  settings.set("tnt_kg", tnt_kg);
  settings.set("curve", curve);
  return with_defaults("tnt", settings);
}

sise::ModelInput tnt_at(double tnt_kg, const std::string& curve, double r_m) {
  sise::ModelInput input = tnt(tnt_kg, curve);
  sise::Parameters point;
  point.set("r_m", r_m);
  add_point(input, "tnt", point);
  return input;
}

sise::ModelInput plume() {
  sise::Parameters settings;
  settings.set("rate_kg_s", 0.1);
  settings.set("height_m", 10.0);
  settings.set("wind_speed_m_s", 3.0);
  settings.set("stability", std::string("D"));
  return with_defaults("gaussian_plume", settings);
}

bool has(const std::vector<std::string>& codes, const std::string& code) {
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

std::optional<double> value_of(const sise::PointAnswer& answer, const std::string& name) {
  for (const auto& [key, value] : answer.values) {
    if (key == name) return value;
  }
  BOOST_FAIL("no output " + name);
  return std::nullopt;
}

}  // namespace

BOOST_AUTO_TEST_CASE(tnt_gives_only_what_the_curve_has) {
  const sise::Model& model = *sise::find_model("tnt");
  const sise::ModelAnswer answer = model.evaluate(tnt_at(1000.0, "gb6722", 100.0));
  BOOST_TEST(answer.points.at(0).values.size() == 4U);  // side-on and what the shock relations add
  BOOST_TEST(*value_of(answer.points.at(0), "overpressure_pa") ==
             sise::overpressure_pa(sise::BlastCurve::gb6722, 1000.0, 100.0));
  BOOST_TEST(!answer.points.at(0).reason.has_value());
}

BOOST_AUTO_TEST_CASE(tnt_outside_a_fit_has_null_and_a_reason) {
  const sise::Model& model = *sise::find_model("tnt");
  const sise::PointAnswer answer = model.evaluate(tnt_at(1.0, "swisdak_hemispherical", 50.0)).points.at(0);
  BOOST_TEST(value_of(answer, "overpressure_pa").has_value());
  BOOST_TEST(!value_of(answer, "reflected_overpressure_pa").has_value());
  BOOST_TEST(answer.reason.value().code == "outside_fit");
}

BOOST_AUTO_TEST_CASE(tnt_find_tells_why_there_is_no_distance) {
  const sise::Model& model = *sise::find_model("tnt");
  const auto reason = [&](const std::string& curve, const std::string& output, double value) {
    const sise::FindAnswer answer = model.find(tnt(1000.0, curve), {output, value, {}});
    return answer.reason ? answer.reason->code : "found";
  };
  BOOST_TEST(reason("gb6722", "overpressure_pa", 2000.0) == "found");
  BOOST_TEST(reason("kingery_bulmash_spherical", "overpressure_pa", 1000.0) == "outside_fit");
  BOOST_TEST(reason("kinney_graham", "overpressure_pa", 1e9) == "not_reached");
  BOOST_TEST(reason("gb6722", "impulse_pa_s", 100.0) == "not_given");
}

BOOST_AUTO_TEST_CASE(tnt_warnings_of_all_points_appear_once) {
  sise::ModelInput input = tnt_at(1.0, "gb6722", 20.0);
  input.at.push_back(input.at.front());
  BOOST_TEST(sise::find_model("tnt")->evaluate(input).warnings.size() == 1U);
}

BOOST_AUTO_TEST_CASE(plume_answers_as_when_asked_directly) {
  sise::ModelInput input = plume();
  sise::Parameters point;
  point.set("x_m", 500.0);
  point.set("y_m", 20.0);
  add_point(input, "gaussian_plume", point);
  const sise::PointAnswer answer = sise::find_model("gaussian_plume")->evaluate(input).points.at(0);
  sise::Weather weather;
  weather.wind_speed_m_s = 3.0;
  const sise::GaussianPlume direct({0.1, 10.0}, weather, {});
  BOOST_TEST(*value_of(answer, "concentration_kg_m3") == direct.concentration_kg_m3(500.0, 20.0, 0.0));
  BOOST_TEST(*value_of(answer, "sigma_z_m") == direct.sigma_z_m(500.0));
}

BOOST_AUTO_TEST_CASE(plume_upwind_is_zero_without_a_width) {
  sise::ModelInput input = plume();
  sise::Parameters point;
  point.set("x_m", -5.0);
  add_point(input, "gaussian_plume", point);
  const sise::PointAnswer answer = sise::find_model("gaussian_plume")->evaluate(input).points.at(0);
  BOOST_TEST(*value_of(answer, "concentration_kg_m3") == 0.0);
  BOOST_TEST(!value_of(answer, "sigma_y_m").has_value());
  BOOST_TEST(answer.reason.value().code == "upwind");
}

BOOST_AUTO_TEST_CASE(plume_warns_of_far_points) {
  sise::ModelInput input = plume();
  sise::Parameters point;
  point.set("x_m", 20000.0);
  add_point(input, "gaussian_plume", point);
  BOOST_TEST(has(sise::find_model("gaussian_plume")->evaluate(input).warnings, "outside_sigma_range"));
}

// 50 kg/s of chlorine in a wind of 3 m/s is heavy, a milligram a second is not; ammonia warmer than it boils never is.
BOOST_AUTO_TEST_CASE(plume_warns_of_heavy_releases) {
  const auto warns = [](double rate_kg_s, double molar_mass_kg_mol) {
    sise::Substance substance;
    substance.properties["molar_mass_kg_mol"] = {.value = molar_mass_kg_mol};
    sise::ModelInput input = plume();
    input.settings.set("rate_kg_s", rate_kg_s);
    input.substance = &substance;
    return has(sise::find_model("gaussian_plume")->evaluate(input).warnings, "heavy_gas_passive_model");
  };
  BOOST_TEST(warns(50.0, 0.0709));
  BOOST_TEST(!warns(1e-6, 0.0709));
  BOOST_TEST(!warns(50.0, 0.0170));
  const sise::Substance unknown;
  sise::ModelInput input = plume();
  input.substance = &unknown;
  BOOST_TEST(has(sise::find_model("gaussian_plume")->evaluate(input).warnings, "gas_density_unknown"));
}

BOOST_AUTO_TEST_CASE(plume_finds_the_distance_that_gives_the_value_back) {
  sise::FindQuestion question{"concentration_kg_m3", 1e-6, {}};
  question.at.set("z_m", 1.5);
  const sise::FindAnswer answer = sise::find_model("gaussian_plume")->find(plume(), question);
  sise::Weather weather;
  weather.wind_speed_m_s = 3.0;
  const sise::GaussianPlume direct({0.1, 10.0}, weather, {});
  BOOST_TEST(direct.concentration_kg_m3(answer.distance_m.value(), 0.0, 1.5) == 1e-6,
             boost::test_tools::tolerance(1e-9));
  question.value = 1.0;
  BOOST_TEST(sise::find_model("gaussian_plume")->find(plume(), question).reason.value().code == "not_reached");
}

BOOST_AUTO_TEST_CASE(plume_of_a_bare_point_says_no_more_than_it_did) {
  sise::ModelInput input = plume();
  sise::Parameters at;
  at.set("x_m", 500.0);
  add_point(input, "gaussian_plume", at);
  const sise::ModelAnswer answer = sise::find_model("gaussian_plume")->evaluate(input);
  BOOST_TEST(answer.points.front().values.size() == 3U);
  BOOST_TEST(answer.derived.empty());
}

BOOST_AUTO_TEST_CASE(plume_of_a_stack_rises_and_loses_on_its_way) {
  sise::ModelInput input = plume();
  input.settings.set("stack_diameter_m", 1.0);
  input.settings.set("exit_velocity_m_s", 10.0);
  input.settings.set("exit_temperature_K", 400.0);
  input.settings.set("deposition_velocity_m_s", 0.01);
  sise::Parameters at;
  at.set("x_m", 2000.0);
  add_point(input, "gaussian_plume", at);
  const sise::ModelAnswer answer = sise::find_model("gaussian_plume")->evaluate(input);
  const double rise = answer.derived.front().second;
  BOOST_TEST(answer.derived.front().first == "plume_rise_m");
  BOOST_TEST(value_of(answer.points.front(), "effective_height_m").value() == 10.0 + rise,
             boost::test_tools::tolerance(1e-12));
  BOOST_TEST(value_of(answer.points.front(), "remaining_fraction").value() < 1.0);
  input.settings.set("exit_temperature_K", 250.0);
  BOOST_TEST(has(sise::find_model("gaussian_plume")->evaluate(input).warnings, "cold_plume_may_sink"));
}

BOOST_AUTO_TEST_CASE(plume_of_half_a_stack_is_an_error) {
  sise::ModelInput input = plume();
  input.settings.set("stack_diameter_m", 1.0);
  BOOST_CHECK_THROW(static_cast<void>(sise::find_model("gaussian_plume")->evaluate(input)), sise::ModelError);
}

BOOST_AUTO_TEST_CASE(plumes_of_several_sources_add_up) {
  const sise::Model& model = *sise::find_model("gaussian_plume");
  const auto alone = [&](double rate, double x, double y) {
    sise::ModelInput input = plume();
    input.settings.set("rate_kg_s", rate);
    sise::Parameters at;
    at.set("x_m", x);
    at.set("y_m", y);
    add_point(input, "gaussian_plume", at);
    return value_of(model.evaluate(input).points.front(), "concentration_kg_m3").value();
  };
  sise::ModelInput both = plume();
  sise::Parameters second = both.settings;
  second.set("rate_kg_s", 0.3);
  both.sources = {{both.settings, 0.0, 0.0}, {second, -100.0, 40.0}};
  sise::Parameters at;
  at.set("x_m", 400.0);
  at.set("y_m", 10.0);
  add_point(both, "gaussian_plume", at);
  const sise::ModelAnswer answer = model.evaluate(both);
  BOOST_TEST(value_of(answer.points.front(), "concentration_kg_m3").value() ==
                 alone(0.1, 400.0, 10.0) + alone(0.3, 500.0, -30.0),
             boost::test_tools::tolerance(1e-14));
  BOOST_CHECK_THROW(static_cast<void>(model.find(both, {"concentration_kg_m3", 1e-6, both.at.front()})),
                    sise::ModelError);
}

BOOST_AUTO_TEST_CASE(probit_takes_constants_of_the_substance_or_of_the_case) {
  const sise::HarmPack harm = sise::testing::aqt3046();
  sise::Parameters settings;
  settings.set("effect", std::string("toxic"));
  sise::ModelInput input = with_defaults("probit", settings);
  input.harm = &harm;
  sise::Parameters point;
  point.set("concentration_mg_m3", std::exp(12.4) / 30.0);
  add_point(input, "probit", point);
  const sise::Model& model = *sise::find_model("probit");
  BOOST_CHECK_THROW(static_cast<void>(model.evaluate(input)), sise::ModelError);
  sise::Substance unknown_toxicity;
  input.substance = &unknown_toxicity;
  BOOST_CHECK_THROW(static_cast<void>(model.evaluate(input)), sise::ModelError);
  input.settings.set("a", -7.4);
  input.settings.set("b", 1.0);
  input.settings.set("n", 1.0);
  BOOST_TEST(*value_of(model.evaluate(input).points.at(0), "probability") == 0.5, boost::test_tools::tolerance(1e-12));
}

BOOST_AUTO_TEST_CASE(probit_by_threshold_has_a_probability_and_no_probit) {
  const sise::HarmPack harm = sise::testing::aqt3046();
  sise::Parameters settings;
  settings.set("effect", std::string("overpressure"));
  sise::ModelInput input = with_defaults("probit", settings);
  input.harm = &harm;
  for (const double pa : {29999.0, 30000.0}) {
    sise::Parameters point;
    point.set("overpressure_pa", pa);
    add_point(input, "probit", point);
  }
  const sise::ModelAnswer answer = sise::find_model("probit")->evaluate(input);
  BOOST_TEST(*value_of(answer.points.at(0), "probability") == 0.0);
  BOOST_TEST(*value_of(answer.points.at(1), "probability") == 1.0);
  BOOST_TEST(!value_of(answer.points.at(1), "probit").has_value());
  BOOST_TEST(answer.points.at(1).reason.value().code == "threshold_rule");
}

BOOST_AUTO_TEST_CASE(probit_caps_long_exposures_with_a_warning) {
  const sise::HarmPack harm = sise::testing::aqt3046();
  sise::Parameters settings;
  settings.set("effect", std::string("heat"));
  sise::ModelInput input = with_defaults("probit", settings);
  input.harm = &harm;
  sise::Parameters point;
  point.set("radiation_w_m2", 12500.0);
  point.set("exposure_s", 60.0);
  add_point(input, "probit", point);
  const sise::ModelAnswer capped = sise::find_model("probit")->evaluate(input);
  BOOST_TEST(has(capped.warnings, "exposure_capped"));
  input.at.front().set("exposure_s", 20.0);
  const sise::ModelAnswer exact = sise::find_model("probit")->evaluate(input);
  BOOST_TEST(exact.warnings.empty());
  BOOST_TEST(*value_of(capped.points.at(0), "probability") == *value_of(exact.points.at(0), "probability"));
}

BOOST_AUTO_TEST_CASE(a_puff_is_a_mass_or_a_rate_for_a_while) {
  sise::Parameters settings;
  settings.set("height_m", 2.0);
  settings.set("wind_speed_m_s", 3.0);
  settings.set("stability", std::string("D"));
  sise::Parameters point;
  point.set("x_m", 300.0);
  point.set("t_s", 100.0);
  const auto asked = [&](const std::vector<std::pair<std::string, double>>& source) {
    sise::Parameters all = settings;
    for (const auto& [name, value] : source) all.set(name, value);
    sise::ModelInput input = with_defaults("gaussian_puff", all);
    add_point(input, "gaussian_puff", point);
    return sise::find_model("gaussian_puff")->evaluate(input);
  };
  const sise::Weather weather{.wind_speed_m_s = 3.0, .stability = sise::Stability::D};
  const sise::ModelAnswer puff = asked({{"mass_kg", 5.0}});
  BOOST_TEST(*value_of(puff.points.at(0), "concentration_kg_m3") ==
             sise::GaussianPuff(5.0, 2.0, weather).concentration_kg_m3(300.0, 0.0, 0.0, 100.0));
  const sise::ModelAnswer release = asked({{"rate_kg_s", 0.1}, {"duration_s", 50.0}});
  BOOST_TEST(*value_of(release.points.at(0), "concentration_kg_m3") ==
             sise::FiniteRelease(0.1, 50.0, 2.0, weather).concentration_kg_m3(300.0, 0.0, 0.0, 100.0));
  BOOST_TEST(release.derived.at(0).second == 5.0);
  BOOST_CHECK_THROW(asked({}), sise::ModelError);
  BOOST_CHECK_THROW(asked({{"rate_kg_s", 0.1}}), sise::ModelError);
  BOOST_CHECK_THROW(asked({{"mass_kg", 1.0}, {"duration_s", 5.0}}), sise::ModelError);
  BOOST_CHECK_THROW(asked({{"mass_kg", 1.0}, {"rate_kg_s", 0.1}, {"duration_s", 5.0}}), sise::ModelError);
}

// Before a strong source a passive plume gives more than the gas weighs.
BOOST_AUTO_TEST_CASE(a_concentration_above_the_pure_gas_has_a_code) {
  const auto codes = [](double rate_kg_s, const sise::Substance* substance) {
    sise::ModelInput input = plume();
    input.settings.set("rate_kg_s", rate_kg_s);
    input.settings.set("height_m", 0.0);
    input.substance = substance;
    sise::Parameters point;
    point.set("x_m", 2.0);
    add_point(input, "gaussian_plume", point);
    return sise::find_model("gaussian_plume")->evaluate(input).warnings;
  };
  sise::Substance chlorine;
  chlorine.properties["molar_mass_kg_mol"] = {.value = 0.0709};
  BOOST_TEST(has(codes(50.0, &chlorine), "above_pure_gas"));
  BOOST_TEST(!has(codes(0.01, &chlorine), "above_pure_gas"));
  BOOST_TEST(has(codes(500.0, nullptr), "above_pure_gas"));
  BOOST_TEST(!has(codes(0.01, nullptr), "above_pure_gas"));
}

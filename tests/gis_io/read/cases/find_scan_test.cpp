// `find` against a dense forward scan, for every model of the catalogue that has one and every output it can be asked for.
// The cases stand in find_cases.json, with the distances between which the scan looks.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "gis_io/read/cases/eval_case.hpp"
#include "gis_io/read/config/config_node.hpp"
#include "gis_io/read/packs/packs.hpp"
#include "models/catalogue/catalogue.hpp"
#include "models/numeric/roots.hpp"

namespace {

using Json = nlohmann::json;
using Values = std::vector<std::optional<double>>;

constexpr int kSteps = 4000;
constexpr double kTolerance = 1e-6;

Json all_cases() {
  std::ifstream file(std::filesystem::path(SISE_SOURCE_DIR) / "tests/gis_io/read/cases/find_cases.json");
  return Json::parse(file);
}

sise::EvalCase prepared(Json question) {
  question["at"] = Json::array();
  const sise::CaseTables tables{sise::substances(),
                                [](std::string_view id) { return sise::harm_pack(std::string(id)); }};
  return sise::read_cases(sise::parse_config(question.dump(), "case.json", sise::ConfigFormat::json), {}, tables).at(0);
}

/// kSteps + 1 distances, equally spaced in the logarithm.
std::vector<double> distances(double near_m, double far_m) {
  std::vector<double> all;
  for (int i = 0; i <= kSteps; ++i) all.push_back(near_m * std::pow(far_m / near_m, static_cast<double>(i) / kSteps));
  return all;
}

sise::Parameters place_at(const sise::ModelDescriptor& descriptor, double distance_m) {
  const bool radial = descriptor.parameter(sise::ParameterGroup::at, "r_m") != nullptr;
  sise::Parameters point;
  point.set(radial ? "r_m" : "x_m", distance_m);
  fill_defaults(point, descriptor, sise::ParameterGroup::at);
  return point;
}

/// A passing cloud at its worst moment, which find means.
sise::Parameters at_the_worst_time(const sise::EvalCase& asked, sise::Parameters point) {
  const double arrival_s = point.number("x_m") / asked.input.settings.number("wind_speed_m_s");
  const double last_s = arrival_s + asked.input.settings.optional_number("duration_s").value_or(0.0);
  const auto concentration = [&](double t_s) {
    sise::ModelInput input = asked.input;
    point.set("t_s", t_s);
    input.at = {point};
    return asked.model->evaluate(input).points.front().values.front().second.value_or(0.0);
  };
  point.set("t_s", sise::golden_maximum(concentration, 0.5 * arrival_s, 1.5 * last_s));
  return point;
}

/// The model at many distances.
std::vector<sise::PointAnswer> forward(const sise::EvalCase& asked, const std::vector<double>& distances_m) {
  sise::ModelInput input = asked.input;
  const sise::ModelDescriptor& descriptor = asked.model->descriptor;
  const sise::ModelParameter* moment = descriptor.parameter(sise::ParameterGroup::at, "t_s");
  const bool passing = moment != nullptr && moment->required;  // else the highest over time is asked for
  for (const double distance_m : distances_m) {
    const sise::Parameters point = place_at(descriptor, distance_m);
    input.at.push_back(passing ? at_the_worst_time(asked, point) : point);
  }
  return asked.model->evaluate(input).points;
}

Values of_output(const std::vector<sise::PointAnswer>& answers, const std::string& output) {
  Values values;
  for (const sise::PointAnswer& answer : answers) {
    values.emplace_back();
    for (const auto& [name, value] : answer.values) {
      if (name == output) values.back() = value;
    }
  }
  return values;
}

/// The outermost step across which the output passes the value; nullopt: none.
std::optional<std::size_t> outermost_step(const Values& values, double value) {
  for (std::size_t i = values.size() - 1; i > 0; --i) {
    if (!values[i] || !values[i - 1]) continue;
    const double inner = *values[i - 1] - value;
    const double outer = *values[i] - value;
    if ((inner >= 0.0 && outer < 0.0) || (inner <= 0.0 && outer > 0.0)) return i - 1;
  }
  return std::nullopt;
}

/// Whether the output, last seen to rise through the level, falls again beyond the scan: the answer lies out there.
bool passes_again_farther_out(const Values& values, double level) {
  double highest = 0.0;
  for (const std::optional<double>& value : values) highest = std::max(highest, value.value_or(0.0));
  const std::size_t step = outermost_step(values, level).value();
  return *values[step] < *values[step + 1] && values.back() && *values.back() < highest;
}

/// Where the output passes the value, looked for anew within the step, just as densely.
std::optional<double> scanned(const sise::EvalCase& asked, const std::vector<double>& coarse, const Values& values,
                              const std::string& output, double value) {
  const std::optional<std::size_t> step = outermost_step(values, value);
  if (!step || passes_again_farther_out(values, value)) return std::nullopt;
  const std::vector<double> fine = distances(coarse[*step], coarse[*step + 1]);
  const std::optional<std::size_t> within = outermost_step(of_output(forward(asked, fine), output), value);
  if (!within) return std::nullopt;
  return std::sqrt(fine[*within] * fine[*within + 1]);
}

/// Levels that the output takes, from both sides of its range and between.
std::vector<double> levels_of(const Values& values) {
  std::vector<double> levels;
  for (const double share : {0.07, 0.31, 0.52, 0.73, 0.94}) {
    const auto i = static_cast<std::size_t>(share * kSteps);
    if (!values[i] || !values[i + 1] || !(*values[i] > 0.0)) continue;
    levels.push_back(0.5 * (*values[i] + *values[i + 1]));
  }
  return levels;
}

/// How many levels were compared.
int compare(const sise::EvalCase& asked, const std::string& output, const std::vector<double>& coarse,
            const Values& values) {
  sise::FindQuestion question{output, 0.0, {}};
  fill_defaults(question.at, asked.model->descriptor, sise::ParameterGroup::at);
  int compared = 0;
  for (const double level : levels_of(values)) {
    question.value = level;
    const std::optional<double> expected = scanned(asked, coarse, values, output, level);
    if (!expected) continue;
    const sise::FindAnswer found = asked.model->find(asked.input, question);
    BOOST_TEST_CONTEXT(output << " = " << level << ", scanned " << *expected) {
      BOOST_REQUIRE(found.distance_m.has_value());
      BOOST_TEST(*found.distance_m == *expected, boost::test_tools::tolerance(kTolerance));
    }
    ++compared;
  }
  return compared;
}

}  // namespace

BOOST_AUTO_TEST_CASE(find_agrees_with_a_dense_forward_scan_for_every_model) {
  std::set<std::string> compared;
  int levels = 0;
  for (const Json& row : all_cases()) {
    const sise::EvalCase asked = prepared(row.at("case"));
    BOOST_REQUIRE_MESSAGE(asked.problems.empty(), row.dump());
    const std::vector<double> coarse = distances(row.at("near_m").get<double>(), row.at("far_m").get<double>());
    const std::vector<sise::PointAnswer> answers = forward(asked, coarse);
    for (const sise::ModelOutput& output : asked.model->descriptor.outputs) {
      if (!output.findable) continue;
      BOOST_TEST_CONTEXT(row.at("case").dump()) {
        const int count = compare(asked, output.name, coarse, of_output(answers, output.name));
        if (count > 0) compared.insert(asked.model_id + "." + output.name);
        levels += count;
      }
    }
  }
  BOOST_TEST_MESSAGE(levels << " distances compared");
  for (const sise::Model& model : sise::model_catalogue()) {
    if (model.find == nullptr) continue;
    for (const sise::ModelOutput& output : model.descriptor.outputs) {
      const std::string name = model.descriptor.id + "." + output.name;
      BOOST_TEST((!output.findable || compared.contains(name)), name << " has no case in find_cases.json");
    }
  }
}

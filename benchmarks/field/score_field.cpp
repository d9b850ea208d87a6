// Scores the models against field experiments: those that a folder holds of Prairie Grass (steady plumes), spills of
// liquefied natural gas (below lng/, dense clouds) and fires (below fires/).
//
//   cmake -S . -B build -DSISE_BENCHMARKS=ON && cmake --build build --target score_field
//   build/benchmarks/score_field FIELD_FOLDER -o OUT
//
// Writes scores.txt, scores.csv and one scatter plot (SVG) per model; prints the main scores. See docs/method/field_scores.md.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "benchmarks/field/fire_trials.hpp"
#include "benchmarks/field/lng_trials.hpp"
#include "benchmarks/field/scatter.hpp"
#include "models/base/error.hpp"

namespace {

using namespace sise;
using namespace sise::field;

struct Request {
  std::filesystem::path field;
  std::filesystem::path out;
  std::string model;
  bool corrected = false;
  double deposition_velocity_m_s = 0.0025;
};

void write(const std::filesystem::path& file, const std::string& text) {
  std::ofstream stream(file);
  stream << text;
  if (!stream.flush()) throw OutputError("not_written", {file.filename().string(), file.filename().string()});
}

/// The same model may be scored in several experiments.
std::string file_name(const ModelResult& result) {
  const std::vector<Comparison>& pairs = result.quantities.front().comparisons;
  std::string model = result.model + (pairs.empty() || pairs.front().trial.empty() ? "" : " trials");
  std::replace_if(
      model.begin(), model.end(), [](char c) { return c == ' ' || c == '/'; }, '_');
  return model + ".svg";
}

std::vector<ModelResult> prairie_grass(const Request& request) {
  const Trial trial = read_trial(request.field, request.corrected);
  std::vector<ModelResult> results;
  for (const Candidate& candidate : candidates(request.deposition_velocity_m_s)) {
    if (candidate.name.find(request.model) != std::string::npos) results.push_back(compare(trial, candidate));
  }
  return results;
}

/// Every experiment in the folder.
std::vector<ModelResult> results_of(const Request& request) {
  std::vector<ModelResult> all;
  const auto take = [&](std::vector<ModelResult> more) {
    for (ModelResult& one : more) all.push_back(std::move(one));
  };
  if (has_lng_trials(request.field / "lng")) take(compare_lng(read_lng_trials(request.field / "lng")));
  if (has_fire_trials(request.field / "fires")) take(compare_fires(read_fire_trials(request.field / "fires")));
  std::erase_if(all, [&](const ModelResult& one) { return one.model.find(request.model) == std::string::npos; });
  // Nothing found: the tables of Prairie Grass are missed, by name.
  if (all.empty() || std::filesystem::exists(request.field / "prairie_grass_runs.csv")) take(prairie_grass(request));
  return all;
}

void score(const Request& request) {
  std::vector<Score> all;
  std::filesystem::create_directories(request.out);
  for (const ModelResult& result : results_of(request)) {
    for (Score& s : scores(result)) all.push_back(std::move(s));
    write(request.out / file_name(result), scatter_svg(result));
  }
  write(request.out / "scores.txt", as_text(all));
  write(request.out / "scores.csv", as_csv(all));
  std::erase_if(all, [](const Score& s) { return s.quantity != "arc_maximum" && s.quantity != "radiation"; });
  fmt::print("{}", as_text(all));
}

}  // namespace

int main(int argc, char** argv) {
  Request request;
  CLI::App app("Scores the models against field experiments");
  app.add_option("field", request.field, "folder with the experiments' tables")->required();
  app.add_option("-o,--out", request.out, "folder for scores and plots")->required();
  app.add_option("--model", request.model, "only models whose name contains this");
  app.add_option("--deposition", request.deposition_velocity_m_s, "deposition velocity in m/s; 0: only without");
  app.add_flag("--corrected", request.corrected, "values corrected for evaporation instead of the tabulated ones");
  CLI11_PARSE(app, argc, argv);
  try {
    score(request);
  } catch (const Error& error) {
    fmt::print(stderr, "{}\n", error.what());
    return 1;
  }
  return 0;
}

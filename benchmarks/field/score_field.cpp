// Scores the steady models against a field experiment.
//
//   cmake -S . -B build -DSISE_BENCHMARKS=ON && cmake --build build --target score_field
//   build/benchmarks/score_field FIELD_FOLDER -o OUT
//
// Writes scores.txt, scores.csv and one scatter plot (SVG) per model; prints the arc maxima. See docs/method/field_scores.md.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

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

std::string file_name(std::string model) {
  std::replace_if(
      model.begin(), model.end(), [](char c) { return c == ' ' || c == '/'; }, '_');
  return model + ".svg";
}

void score(const Request& request) {
  const Trial trial = read_trial(request.field, request.corrected);
  std::filesystem::create_directories(request.out);
  std::vector<Score> all;
  for (const Candidate& candidate : candidates(request.deposition_velocity_m_s)) {
    if (candidate.name.find(request.model) == std::string::npos) continue;
    const ModelResult result = compare(trial, candidate);
    for (Score& s : scores(result)) all.push_back(std::move(s));
    write(request.out / file_name(candidate.name), scatter_svg(result));
  }
  write(request.out / "scores.txt", as_text(all));
  write(request.out / "scores.csv", as_csv(all));
  std::erase_if(all, [](const Score& s) { return s.quantity != "arc_maximum"; });
  fmt::print("{}", as_text(all));
}

}  // namespace

int main(int argc, char** argv) {
  Request request;
  CLI::App app("Scores the steady models against a field experiment");
  app.add_option("field", request.field, "folder with the experiment's tables")->required();
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

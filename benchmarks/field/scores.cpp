#include "benchmarks/field/scores.hpp"

#include <fmt/format.h>

#include <functional>
#include <set>

namespace sise::field {
namespace {

constexpr double kNextToNothing_kg_m3 = 1e-9;

using Choice = std::function<bool(const Comparison&)>;

Score score(const ModelResult& result, const Quantity& quantity, const std::string& group, const Choice& belongs) {
  std::vector<Pair> pairs;
  for (const Comparison& c : quantity.comparisons) {
    if (belongs(c)) pairs.push_back(c.pair);
  }
  return {result.model, quantity.name, group, performance(pairs, quantity.floor)};
}

void add_groups(std::vector<Score>& all, const ModelResult& result, const Quantity& quantity) {
  all.push_back(score(result, quantity, "all", [](const Comparison&) { return true; }));
  std::vector<std::string> trials;
  for (const Comparison& c : quantity.comparisons) {
    if (!c.trial.empty() && (trials.empty() || trials.back() != c.trial)) trials.push_back(c.trial);
  }
  for (const std::string& trial : trials) {
    all.push_back(score(result, quantity, trial, [&](const Comparison& c) { return c.trial == trial; }));
  }
  if (!trials.empty()) return;
  all.push_back(score(result, quantity, "stable", [](const Comparison& c) { return c.stable; }));
  all.push_back(score(result, quantity, "unstable", [](const Comparison& c) { return !c.stable; }));
  std::set<double> arcs;
  for (const Comparison& c : quantity.comparisons) arcs.insert(c.distance_m);
  for (const double arc : arcs) {
    all.push_back(
        score(result, quantity, fmt::format("{:g} m", arc), [=](const Comparison& c) { return c.distance_m == arc; }));
  }
}

}  // namespace

ModelResult compare(const Trial& trial, const Candidate& candidate) {
  std::vector<RunModel> models;
  for (const Run& run : trial.runs) models.push_back(candidate.prepare(run));
  const auto entry = [&](std::size_t run, double distance_m, double observed, double predicted) {
    return Comparison{{observed, predicted}, distance_m, trial.runs[run].obukhov_length_m > 0.0, {}};
  };
  Quantity maximum{"arc_maximum", "kg/m3", 0.0, {}};
  Quantity integral{"crosswind_integral", "kg/m2", 0.0, {}};
  Quantity spread{"sigma_y", "m", 0.0, {}};
  for (const Arc& arc : trial.arcs) {
    const RunModel& model = models[arc.run];
    const double x = arc.distance_m;
    const double z = trial.runs[arc.run].receptor_height_m;
    maximum.comparisons.push_back(entry(arc.run, x, arc.maximum_kg_m3, model.concentration_kg_m3(x, 0.0, z)));
    if (!arc.covered) continue;
    integral.comparisons.push_back(
        entry(arc.run, x, arc.crosswind_integral_kg_m2, model.crosswind_integral_kg_m2(x, z)));
    spread.comparisons.push_back(entry(arc.run, x, arc.sigma_y_m, model.sigma_y_m(x)));
  }
  const auto samples = [&](const std::string& name, const std::vector<Sample>& observed) {
    Quantity quantity{name, "kg/m3", kNextToNothing_kg_m3, {}};
    for (const Sample& s : observed) {
      quantity.comparisons.push_back(entry(s.run, s.distance_m, s.concentration_kg_m3,
                                           models[s.run].concentration_kg_m3(s.distance_m, s.y_m, s.z_m)));
    }
    return quantity;
  };
  return {candidate.name,
          {maximum, integral, spread, samples("receptor", trial.receptors), samples("tower", trial.towers)}};
}

std::vector<Score> scores(const ModelResult& result) {
  std::vector<Score> all;
  for (const Quantity& quantity : result.quantities) add_groups(all, result, quantity);
  return all;
}

std::string as_text(const std::vector<Score>& scores) {
  std::string text;
  std::string heading;
  for (const Score& s : scores) {
    const std::string now = s.model + ", " + s.quantity;
    if (now != heading) {
      text += fmt::format("\n{}\n{:<17} {:>5} {:>6} {:>7} {:>7} {:>6} {:>7}\n", now, "group", "n", "FAC2", "FB", "NMSE",
                          "MG", "VG");
      heading = now;
    }
    const Performance& p = s.performance;
    text += fmt::format("{:<17} {:>5} {:>6.2f} {:>7.3f} {:>7.2f} {:>6.2f} {:>7.3f}\n", s.group, p.count, p.fac2, p.fb,
                        p.nmse, p.mg, p.vg);
  }
  return text;
}

std::string as_csv(const std::vector<Score>& scores) {
  std::string text = "model,quantity,group,n,fac2,fb,nmse,mg,vg\n";
  for (const Score& s : scores) {
    const Performance& p = s.performance;
    text += fmt::format("{},{},{},{},{:.4f},{:.4f},{:.4f},{:.4f},{:.4f}\n", s.model, s.quantity, s.group, p.count,
                        p.fac2, p.fb, p.nmse, p.mg, p.vg);
  }
  return text;
}

}  // namespace sise::field

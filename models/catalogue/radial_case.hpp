// The frame of every entry whose points are distances from a source: prepare once, ask at each point, find a distance.
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "models/catalogue/model.hpp"
#include "models/explosion/blast_distance.hpp"

namespace sise {

using NamedNumbers = std::vector<std::pair<std::string, double>>;

/// What a model says at one distance, and the codes that go with it.
struct RadialPoint {
  PointAnswer answer;
  std::vector<std::string> warnings;
};

struct FoundDistance {
  std::optional<double> distance_m;
  std::optional<Reason> reason;
};

/// A case of such a model, prepared.
struct RadialCase {
  NamedNumbers derived;
  std::vector<std::string> warnings;  ///< of the case, wherever one asks
  std::function<RadialPoint(double r_m)> at;
  std::function<FoundDistance(const FindQuestion& question)> find;
  std::function<NamedNumbers(double r_m)> derived_at;  ///< of the only point, or of the distance found; may be empty
};

[[nodiscard]] ModelAnswer radial_answer(const RadialCase& prepared, const std::vector<Parameters>& at);
[[nodiscard]] FindAnswer radial_find(const RadialCase& prepared, const FindQuestion& question);

/// Gives the model its two functions: `prepare` makes a RadialCase of a ModelInput.
template <RadialCase (*prepare)(const ModelInput& input)>
void answer_radially(Model& model) {
  model.evaluate = [](const ModelInput& input) { return radial_answer(prepare(input), input.at); };
  model.find = [](const ModelInput& input, const FindQuestion& question) {
    return radial_find(prepare(input), question);
  };
}

/// A blast model's distance, with the reason where it has none.
[[nodiscard]] FoundDistance found_distance(const BlastDistance& distance);

/// A distance, or the reason why there is none.
[[nodiscard]] FoundDistance found_distance(std::optional<double> distance_m, const Reason& reason);

}  // namespace sise

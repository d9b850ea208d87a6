// High-consequence areas of oil and gas pipelines (GB 32167-2015): which neighbours make a stretch of a pipeline one.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "models/base/confidence.hpp"
#include "models/base/text.hpp"

namespace sise {

enum class PipelineMedium { oil, gas };

/// What is known of a pipeline.
struct PipelineFacts {
  std::optional<PipelineMedium> medium;
  std::optional<double> outer_mm;
  std::optional<double> pressure_MPa;  ///< gauge, the largest allowed
};

/// What is known of a place beside it.
struct NeighbourFacts {
  double distance_m = 0.0;  ///< edge to edge
  std::optional<double> households;
  std::optional<double> people;
  bool hard_to_evacuate = false;  ///< school, hospital, home for the old: specific sites of the first kind
};

/// What a number must be; none: whatever.
struct PipelineRange {
  std::optional<double> above, at_least, below, at_most;

  [[nodiscard]] bool asked() const { return above || at_least || below || at_most; }
  [[nodiscard]] bool holds(double value) const;
};

struct PipelineRule {
  std::string id;
  PipelineMedium medium = PipelineMedium::oil;
  PipelineRange outer_mm;
  PipelineRange pressure_MPa;
  std::optional<double> within_m;    ///< none: the potential impact radius
  std::optional<double> households;  ///< at least
  std::optional<double> window_m;    ///< the households of all places along so much of the pipeline count together
  std::optional<double> people;      ///< at least; hard to evacuate counts as well
  int level = 1;                     ///< 1 to 3, 3 the highest
  Text text;
  std::string source;
  Confidence confidence = Confidence::recalled;
};

struct PipelinePack {
  std::string id;
  Text title;
  Text clause;
  double radius_factor = 0.0;  ///< r = factor √(d² p), d in mm, p in MPa, r in m
  double merge_m = 0.0;        ///< stretches that lie closer together are one
  std::vector<PipelineRule> rules;

  [[nodiscard]] std::optional<double> impact_radius_m(const PipelineFacts& pipeline) const;
  /// No rule reaches farther, as far as is known of the pipeline.
  [[nodiscard]] double reach_m(const PipelineFacts& pipeline) const;
};

struct PipelineFindings {
  const PipelineRule* rule = nullptr;  ///< of the highest level that holds; null: none does
  std::vector<std::string>
      not_stated;  ///< what other rules ask for: "medium", "diameter_mm", "pressure", "households", "people"
};

[[nodiscard]] PipelineFindings find_high_consequence(const PipelinePack& pack, const PipelineFacts& pipeline,
                                                     const NeighbourFacts& neighbour);

}  // namespace sise

// Which stretches of the pipelines of a district are high-consequence areas (GB 32167-2015), and who is there.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/criteria/pipeline_areas.hpp"
#include "core/grid/progress.hpp"
#include "core/study/study.hpp"
#include "core/zones/people.hpp"
#include "models/substances/substance_table.hpp"

namespace sise {

/// A stretch of a pipeline. It begins and ends where the distance of the rule to its places does.
struct HighConsequenceSegment {
  PipelineRule rule;                    ///< of the highest level that holds on it
  double within_m = 0.0;                ///< of the pipeline: how far the rule looks
  double from_m = 0.0, to_m = 0.0;      ///< along the pipeline as it is drawn
  Geometry shape;                       ///< a line; of a few metres a point
  std::vector<std::size_t> targets;     ///< that make it one, in the study's order
  std::optional<double> households;     ///< of those whose number is stated; none is: null
  std::optional<double> target_people;  ///< the same
  std::size_t no_households = 0;        ///< targets whose households are not stated
  std::size_t uncounted = 0;            ///< targets whose people are not stated
  PeopleKnown people;                   ///< of the population within `within_m`
};

struct PipelineStretches {
  std::size_t unit = 0;  ///< index into the study's units
  PipelineFacts facts;
  std::optional<double> impact_radius_m;
  double length_m = 0.0;
  std::vector<HighConsequenceSegment> segments;  ///< along the pipeline
  /// What rules ask for and nobody stated, of the pipeline or of a place beside it ("medium", "diameter_mm", "pressure",
  /// "households", "people"): where it is not empty there may be more segments.
  std::vector<std::string> not_stated;
};

/// Whether there is a pipeline that is drawn as a line.
[[nodiscard]] bool has_drawn_pipelines(const Study& study);

/// Every pipeline of the study that is drawn as a line, against the study's targets. Roads, railways, waters and reserves that
/// the standard asks for as well are not in a study. Throws Interrupted.
[[nodiscard]] std::vector<PipelineStretches> high_consequence_stretches(const PipelinePack& pack, const Study& study,
                                                                        const SubstanceTable& substances,
                                                                        Progress* progress);

}  // namespace sise

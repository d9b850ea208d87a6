// What the rules of high-consequence areas ask of a pipeline, from its record.
#pragma once
#include <string>
#include <vector>

#include "core/criteria/pipeline_areas.hpp"
#include "core/study/study.hpp"
#include "models/base/text.hpp"
#include "models/substances/substance_table.hpp"

namespace sise {

/// A substance that boils below the temperature of the study's air is a gas, another one an oil; the pressure is that above the
/// air's.
[[nodiscard]] PipelineFacts pipeline_facts(const Unit& pipeline, const Study& study, const SubstanceTable& substances);

/// What rules ask for and nobody states (PipelineFindings::not_stated), as people call it: "the pipeline's pressure, the
/// households of the place".
[[nodiscard]] Text named_facts(const std::vector<std::string>& not_stated);

}  // namespace sise

#include "core/decision/pipeline_facts.hpp"

#include <algorithm>

namespace sise {

PipelineFacts pipeline_facts(const Unit& pipeline, const Study& study, const SubstanceTable& substances) {
  constexpr double kMmPerM = 1000.0;
  constexpr double kPaPerMPa = 1e6;
  PipelineFacts facts;
  if (pipeline.diameter_m) facts.outer_mm = *pipeline.diameter_m * kMmPerM;
  if (pipeline.pressure_abs_Pa)
    facts.pressure_MPa = std::max(0.0, *pipeline.pressure_abs_Pa - study.ambient.pressure_Pa) / kPaPerMPa;
  const Substance* known = pipeline.substance.empty() ? nullptr : substances.find(pipeline.substance);
  const std::optional<double> boils = known == nullptr ? std::nullopt : known->get("boiling_point_K");
  if (boils) facts.medium = *boils < study.ambient.temperature_K ? PipelineMedium::gas : PipelineMedium::oil;
  return facts;
}

}  // namespace sise

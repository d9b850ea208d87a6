#include "core/decision/pipeline_facts.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace sise {
namespace {

struct FactName {
  std::string_view id;
  const char* en;
  const char* zh;
};

constexpr std::array<FactName, 5> kFactNames{{{"medium", "what the pipeline carries", "管道输送介质"},
                                              {"diameter_mm", "the pipeline's outer diameter", "管道外径"},
                                              {"pressure", "the pipeline's pressure", "管道压力"},
                                              {"households", "the households of the place", "地块户数"},
                                              {"people", "the people of the place", "地块人数"}}};

}  // namespace

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

Text named_facts(const std::vector<std::string>& not_stated) {
  Text text;
  for (const std::string& fact : not_stated) {
    const auto* const known =
        std::find_if(kFactNames.begin(), kFactNames.end(), [&](const FactName& one) { return one.id == fact; });
    const bool named = known != kFactNames.end();
    text.en += (text.en.empty() ? "" : ", ") + (named ? std::string(known->en) : fact);
    text.zh += (text.zh.empty() ? "" : "、") + (named ? std::string(known->zh) : fact);
  }
  return text;
}

}  // namespace sise

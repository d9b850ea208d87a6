// All that is asked of a proposal before any risk: law, lists, distances of codes, sanitary distances, pipelines.
#pragma once
#include "core/criteria/admission.hpp"
#include "core/criteria/design_codes.hpp"
#include "core/criteria/law.hpp"
#include "core/criteria/pipeline_areas.hpp"
#include "core/criteria/sanitary.hpp"

namespace sise {

struct SitingRules {
  LawPack law;
  AdmissionLists lists;
  DesignCodes codes;
  SanitaryPack sanitary;
  PipelinePack pipelines;
};

}  // namespace sise

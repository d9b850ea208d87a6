#include "gis_io/products/plan.hpp"

#include <utility>

#include "models/base/error.hpp"

namespace sise {
namespace {

// The program with its libraries, tables and a full cache of risk kernels.
constexpr std::int64_t kProgramAtMost_bytes = 300LL << 20;

}  // namespace

RunPlan plan_without_rasters(const OpenProject& project, std::vector<std::string> files) {
  RunPlan plan;
  plan.files = std::move(files);
  plan.files.emplace_back("manifest.json");
  plan.peak_memory_bytes = kProgramAtMost_bytes;
  plan.config_json = project.provenance.config_json;
  return plan;
}

void require_targets(const Study& study) {
  if (!study.targets.empty()) return;
  throw ConfigError("missing_section", {"the project names no protected targets", "项目未给出防护目标"},
                    {.field = "targets"}, {"Add a [targets] section", "请增加 [targets] 一节"});
}

}  // namespace sise

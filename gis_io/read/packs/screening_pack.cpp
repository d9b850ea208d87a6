#include <limits>

#include "gis_io/read/packs/pack_source.hpp"
#include "gis_io/read/packs/packs.hpp"

namespace sise {
namespace {

constexpr double kKg_per_t = 1000.0;

ScreeningStep read_step(const ConfigNode& node, Problems& problems) {
  ConfigReader reader(node, problems);
  ScreeningStep step;
  if (const auto tonnes = reader.number("up_to_t", number_rule::kPositive)) step.up_to_kg = *tonnes * kKg_per_t;
  step.reach_m = required_number(reader, "reach_m", number_rule::kPositive);
  reader.finish();
  return step;
}

/// Masses and reaches rise, and the last step has no end: every mass has its reach, and more is never less far.
bool are_sound(const std::vector<ScreeningStep>& steps) {
  for (std::size_t i = 1; i < steps.size(); ++i) {
    if (!(steps[i].up_to_kg > steps[i - 1].up_to_kg) || steps[i].reach_m < steps[i - 1].reach_m) return false;
  }
  return !steps.empty() && steps.back().up_to_kg == std::numeric_limits<double>::infinity();
}

void read_substance(const ConfigNode& node, ScreeningPack& pack, Problems& problems) {
  ConfigReader reader(node, problems);
  const std::string substance = required_text(reader, "substance");
  std::vector<ScreeningStep> steps;
  if (const ConfigNode* list = reader.array("steps", Need::required)) {
    for (const ConfigNode& item : list->items) steps.push_back(read_step(item, problems));
  }
  if (!are_sound(steps)) {
    problems.error("bad_steps",
                   {"the steps of '" + substance + "' must rise, and the last one has no up_to_t",
                    "'" + substance + "' 的各级应递增, 且最后一级不写 up_to_t"},
                   node.where);
  }
  pack.by_substance.emplace(substance, std::move(steps));
  reader.finish();
}

}  // namespace

ScreeningPack screening_pack(const std::string& name, const std::filesystem::path& folder) {
  const ConfigNode root = read_pack("screening", name, folder);
  Problems problems;
  ConfigReader reader(root, problems);
  ScreeningPack pack;
  pack.id = required_text(reader, "id");
  pack.title = read_label(reader, "title");
  pack.source = required_text(reader, "source");
  pack.confidence = read_confidence(reader);
  if (const ConfigNode* list = reader.array("substances", Need::required)) {
    for (const ConfigNode& item : list->items) read_substance(item, pack, problems);
  }
  if (const ConfigNode* list = reader.array("flags", Need::optional)) {
    for (const ConfigNode& item : list->items) {
      ConfigReader flag(item, problems);
      pack.by_flag.emplace_back(required_text(flag, "flag"), required_number(flag, "reach_m", number_rule::kPositive));
      flag.finish();
    }
  }
  reader.finish();
  problems.throw_if_errors<ConfigError>();
  return pack;
}

}  // namespace sise

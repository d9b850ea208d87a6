#include "gis_io/read/packs/pack_source.hpp"
#include "gis_io/read/project/incident_sections.hpp"
#include "models/base/constants.hpp"

namespace sise {
namespace {

/// The house that people shelter in when the file says nothing.
ShelterConfig closed_house() {
  const ConfigNode root = read_pack("shelter", "closed_house", {});
  Problems problems;
  ConfigReader reader(root, problems);
  reader.allow("id");
  (void)read_label(reader, "title");
  ShelterConfig shelter;
  shelter.room.air_changes_per_h = required_number(reader, "air_changes_per_hour", number_rule::kPositive);
  shelter.source = required_text(reader, "source");
  shelter.confidence = read_confidence(reader);
  reader.finish();
  problems.throw_if_errors<ConfigError>();
  return shelter;
}

}  // namespace

ShelterConfig read_shelter(const ConfigNode* node, Problems& problems) {
  ShelterConfig shelter = closed_house();
  if (node == nullptr) return shelter;
  ConfigReader reader(*node, problems);
  if (const auto given = reader.number("air_changes_per_hour", {.above = 0.0, .at_most = 60.0})) {
    shelter.room.air_changes_per_h = *given;
    shelter.source = "the incident file";
    shelter.confidence = Confidence::seen;
  }
  if (const auto minutes = reader.number("leave_after_min", number_rule::kPositive)) {
    shelter.room.leave_after_s = *minutes * kSecondsPerMinute;
  }
  reader.finish();
  return shelter;
}

}  // namespace sise

#include "gis_io/read/packs/pack_source.hpp"
#include "gis_io/read/project/incident_config.hpp"

namespace sise {
namespace {

std::vector<EndpointLevel> read_level_file(const std::string& id) {
  const ConfigNode root = read_pack("endpoints", id, {});
  Problems problems;
  ConfigReader reader(root, problems);
  reader.allow("id");
  (void)read_label(reader, "title");
  const std::string source = required_text(reader, "source");
  const Confidence confidence = read_confidence(reader);
  const EndpointQuantity quantity = endpoint_quantity_from(required_text(reader, "quantity")).value();
  std::vector<EndpointLevel> levels;
  if (const ConfigNode* list = reader.array("levels", Need::required)) {
    for (const ConfigNode& item : list->items) {
      ConfigReader row(item, problems);
      EndpointLevel level{.quantity = quantity, .source = source, .confidence = confidence};
      level.name = required_text(row, "name");
      level.value = required_number(row, "value", number_rule::kPositive);
      row.finish();
      levels.push_back(std::move(level));
    }
  }
  reader.finish();
  problems.throw_if_errors<ConfigError>();
  return levels;
}

}  // namespace

std::vector<EndpointLevel> endpoint_levels(EndpointSet set) {
  const bool built_in = set == EndpointSet::overpressure || set == EndpointSet::radiation;
  return built_in ? read_level_file(std::string(name_of(set))) : std::vector<EndpointLevel>();
}

}  // namespace sise

#include "gis_io/read/packs/pack_source.hpp"
#include "gis_io/read/packs/packs.hpp"

namespace sise {

ReleaseDurationRule release_duration_rule(const std::string& name, const std::filesystem::path& folder) {
  const ConfigNode root = read_pack("releases", name, folder);
  Problems problems;
  ConfigReader reader(root, problems);
  ReleaseDurationRule rule;
  rule.id = required_text(reader, "id");
  rule.title = read_label(reader, "title");
  rule.source = required_text(reader, "source");
  rule.confidence = read_confidence(reader);
  rule.longest_s = reader.number("longest_s", number_rule::kPositive);
  rule.isolated_s = reader.number("isolated_s", number_rule::kPositive);
  rule.not_isolated_s = reader.number("not_isolated_s", number_rule::kPositive);
  reader.finish();
  problems.throw_if_errors<ConfigError>();
  return rule;
}

std::vector<std::string> release_duration_rule_ids() { return pack_ids("releases"); }

}  // namespace sise

#include "gis_io/read/packs/societal_packs.hpp"

#include <algorithm>

#include "gis_io/read/packs/pack_source.hpp"
#include "gis_io/read/packs/packs.hpp"

namespace sise {
namespace {

/// Points by rising deaths and falling frequency, at least two.
FnLine read_line(const ConfigNode& list, ConfigReader& whole, std::string_view key) {
  FnLine line;
  for (const ConfigNode& item : list.items) {
    ConfigReader reader(item, whole.problems());
    line.points.push_back({required_positive(reader, "deaths"), required_positive(reader, "per_year")});
    reader.finish();
  }
  bool falls = line.points.size() >= 2;
  for (std::size_t i = 1; i < line.points.size(); ++i) {
    falls = falls && line.points[i].deaths > line.points[i - 1].deaths &&
            line.points[i].per_year < line.points[i - 1].per_year;
  }
  if (!falls) {
    whole.problems().error("wrong_line",
                           {"an F-N line has at least two points, with rising deaths and falling frequency",
                            "F-N 基准线至少有两点,死亡人数递增、频率递减"},
                           whole.where(key));
  }
  return line;
}

}  // namespace

FnCriterion fn_lines(const std::string& name, const std::filesystem::path& folder) {
  const std::vector<std::string> rules = rule_pack_ids();
  if (std::find(rules.begin(), rules.end(), name) != rules.end()) return fn_criterion(rule_pack(name, folder));
  const ConfigNode root = read_pack("fn_lines", name, folder);
  Problems problems;
  ConfigReader reader(root, problems);
  FnCriterion criterion;
  criterion.id = required_text(reader, "id");
  criterion.rule_id = criterion.id + ".societal_risk";
  criterion.title = read_label(reader, "title");
  criterion.note = reader.has("note") ? read_label(reader, "note") : Text{};
  criterion.source = required_text(reader, "source");
  criterion.confidence = read_confidence(reader);
  criterion.fewest_deaths = required_positive(reader, "fewest_deaths");
  if (reader.has("largest_n")) {
    const double most = required_positive(reader, "largest_n");
    criterion.largest_n = Limit{most, criterion.source, read_confidence(reader, "largest_n_confidence")};
  }
  if (const ConfigNode* upper = reader.array("upper", Need::required))
    criterion.upper = read_line(*upper, reader, "upper");
  if (const ConfigNode* lower = reader.array("lower")) criterion.lower = read_line(*lower, reader, "lower");
  reader.finish();
  problems.throw_if_errors<ConfigError>();
  return criterion;
}

std::vector<std::string> fn_lines_ids() { return pack_ids("fn_lines"); }

PeopleVulnerability people_vulnerability(const std::string& name, const std::filesystem::path& folder) {
  const ConfigNode root = read_pack("vulnerability", name, folder);
  Problems problems;
  ConfigReader reader(root, problems);
  PeopleVulnerability people;
  people.id = required_text(reader, "id");
  people.title = read_label(reader, "title");
  people.source = required_text(reader, "source");
  people.confidence = read_confidence(reader);
  const auto share = [&](const char* key) { return required_number(reader, key, number_rule::kFraction); };
  people.toxic_outdoors = share("toxic_outdoors");
  people.toxic_indoors = share("toxic_indoors");
  people.heat_outdoors = share("heat_outdoors");
  people.heat_indoors = share("heat_indoors");
  people.lethal_radiation_w_m2 = required_positive(reader, "lethal_radiation_w_m2");
  people.flame_outdoors = share("flame_outdoors");
  people.flame_indoors = share("flame_indoors");
  people.lethal_overpressure_pa = required_positive(reader, "lethal_overpressure_pa");
  people.indoors_overpressure_pa = required_positive(reader, "indoors_overpressure_pa");
  people.indoors_overpressure_death = share("indoors_overpressure_death");
  reader.finish();
  problems.throw_if_errors<ConfigError>();
  return people;
}

std::vector<std::string> people_vulnerability_ids() { return pack_ids("vulnerability"); }

}  // namespace sise

#include "gis_io/read/packs/warning_pack.hpp"

#include "gis_io/read/packs/pack_source.hpp"

namespace sise {
namespace {

constexpr NumberRule kAtLeastOne{.at_least = 1.0, .above = {}, .at_most = {}};

WarningBracket read_bracket(const ConfigNode& node, Problems& problems) {
  ConfigReader reader(node, problems);
  WarningBracket bracket;
  bracket.code = required_text(reader, "code");
  const std::string how = reader.exactly_one({"reach_factor", "curves", "both_ways", "asked_within"}, Need::required);
  if (how == "reach_factor") bracket.reach_factor = reader.number("reach_factor", kAtLeastOne);
  if (how == "asked_within") bracket.asked_within = reader.number("asked_within", kAtLeastOne);
  if (how == "both_ways") bracket.both_ways = reader.boolean("both_ways", Need::required).value_or(false);
  if (how == "curves") {
    for (const std::string& name : read_texts(reader, "curves", Need::required)) {
      if (const auto curve = blast_curve_from(name)) {
        bracket.curves.push_back(*curve);
      } else {
        problems.error("unknown_choice", {"'" + name + "' is no blast curve", "'" + name + "' 不是超压曲线"},
                       reader.where("curves"));
      }
    }
  }
  bracket.source = required_text(reader, "source");
  bracket.confidence = read_confidence(reader);
  reader.finish();
  return bracket;
}

}  // namespace

WarningBrackets warning_brackets(const std::string& name, const std::filesystem::path& folder) {
  const ConfigNode root = read_pack("warnings", name, folder);
  Problems problems;
  ConfigReader reader(root, problems);
  WarningBrackets brackets;
  reader.allow("id");
  (void)read_label(reader, "title");
  if (const ConfigNode* list = reader.array("warnings", Need::required)) {
    for (const ConfigNode& item : list->items) brackets.all.push_back(read_bracket(item, problems));
  }
  reader.finish();
  problems.throw_if_errors<ConfigError>();
  return brackets;
}

}  // namespace sise

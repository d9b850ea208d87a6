#include <algorithm>

#include "gis_io/read/packs/csv_text.hpp"
#include "gis_io/read/packs/embedded.hpp"
#include "gis_io/read/packs/register_pack_keys.hpp"
#include "gis_io/read/packs/register_packs.hpp"

namespace sise {
namespace {

DirectRule read_rule(ConfigReader& row) {
  DirectRule rule;
  rule.id = required_text(row, "id");
  rule.grade = read_grade(row, "grade");
  rule.label = read_label(row, "label");
  rule.field = required_text(row, "field");
  rule.words = read_texts(row, "words", Need::optional);
  rule.at_least = row.number("at_least");
  if (rule.words.empty() && !rule.at_least) {
    row.problems().error("bad_pack", {"a direct rule needs words or at_least", "直接判定规则需要 words 或 at_least"},
                         row.where());
  }
  return rule;
}

CodeThreshold read_threshold(ConfigReader& row) {
  CodeThreshold threshold;
  threshold.code = required_text(row, "code");
  each_table(row, "all", Need::required, [&](ConfigReader& bound) {
    threshold.all.push_back({required_text(bound, "field"), required_number(bound, "at_least")});
  });
  return threshold;
}

std::vector<std::string> catalogue_codes(const std::string& name) {
  const std::string file = "direct_rules/" + name + ".csv";
  const auto text = embedded_file(file);
  if (!text) {
    throw ConfigError("unknown_catalogue", {"there is no catalogue '" + name + "'", "没有名为 '" + name + "' 的目录"});
  }
  const CsvTable table = parse_csv(*text, file);
  const std::size_t code = table.column("code");
  std::vector<std::string> codes;
  codes.reserve(table.rows.size());
  for (const CsvRow& row : table.rows) codes.push_back(row.cells[code]);
  std::sort(codes.begin(), codes.end());
  return codes;
}

}  // namespace

DirectRulePack direct_rule_pack(const std::string& name, const std::filesystem::path& folder) {
  return read_register_pack<DirectRulePack>("direct_rules", name, folder, [](ConfigReader& reader) {
    DirectRulePack pack;
    read_head(reader, pack);
    each_table(reader, "rule", Need::optional, [&](ConfigReader& row) { pack.rules.push_back(read_rule(row)); });
    if (const auto catalogue = reader.text("catalogue")) {
      pack.code_grade = read_grade(reader, "code_grade");
      pack.codes = catalogue_codes(*catalogue);
    }
    each_table(reader, "threshold", Need::optional,
               [&](ConfigReader& row) { pack.thresholds.push_back(read_threshold(row)); });
    return pack;
  });
}

std::vector<std::string> direct_rule_pack_ids() { return pack_ids("direct_rules"); }

}  // namespace sise

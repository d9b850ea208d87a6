#include "gis_io/read/packs/land_use_pack.hpp"

#include <optional>
#include <string>
#include <tuple>
#include <utility>

#include "gis_io/read/packs/csv_cells.hpp"
#include "gis_io/read/packs/embedded.hpp"
#include "gis_io/read/packs/pack_source.hpp"

namespace sise {
namespace {

constexpr const char* kFamily = "land_use";

LandUseCode read_code(const CsvCells& cells) {
  const Text not_here{"this cannot stand here", "不能用于此处"};
  LandUseCode code;
  code.code = cells["code"];
  code.name = cells["name"];
  code.use = cells["use"];
  code.remark = cells["remark"];
  code.becomes = cells["becomes"];
  code.coarse = cells.yes("coarse");
  const auto answer = land_answer_from(cells["answer"]);
  if (!answer) cells.wrong("answer", not_here);
  code.answer = answer.value_or(LandAnswer::review);
  code.target_class = target_class_from(cells["class"]);
  const bool needs_class = code.answer == LandAnswer::of_class || code.answer == LandAnswer::by_size;
  if (needs_class != code.target_class.has_value()) cells.wrong("class", not_here);
  const auto confidence = confidence_from(cells["confidence"]);
  if (!confidence) cells.wrong("confidence", not_here);
  code.confidence = confidence.value_or(Confidence::recalled);
  return code;
}

std::vector<LandUseCode> read_codes(const std::string& name, Problems& problems) {
  const std::string file = std::string(kFamily) + "/" + name + ".csv";
  const std::optional<std::string_view> text = embedded_file(file);
  if (!text) {
    problems.error("missing_file", {"there is no file '" + file + "'", "文件 '" + file + "' 不存在"});
    return {};
  }
  const CsvTable table = parse_csv(*text, file);
  std::vector<LandUseCode> codes;
  codes.reserve(table.rows.size());
  for (const CsvRow& row : table.rows) codes.push_back(read_code({table, row, problems}));
  return codes;
}

LandUseScheme read_land_use_scheme(const ConfigNode& node, Problems& problems) {
  ConfigReader reader(node, problems);
  LandUseScheme scheme;
  scheme.id = required_text(reader, "id");
  scheme.title = read_label(reader, "title");
  scheme.names = read_texts(reader, "names", Need::required);
  scheme.columns = read_texts(reader, "columns", Need::required);
  scheme.source = required_text(reader, "source");
  scheme.codes = read_codes(required_text(reader, "codes"), problems);
  reader.finish();
  return scheme;
}

/// [low, high] of a density; zeros where the key is absent.
std::pair<double, double> read_range(ConfigReader& reader, std::string_view key) {
  const std::vector<double> pair = reader.numbers(key);
  if (pair.empty()) return {0.0, 0.0};
  if (pair.size() == 2 && pair[0] > 0.0 && pair[0] <= pair[1]) return {pair[0], pair[1]};
  reader.problems().error("bad_range", {"this must be [low, high], both positive", "此处应为 [低, 高], 且为正数"},
                          reader.where(key));
  return {0.0, 0.0};
}

LandUseDensity read_density(const ConfigNode& node, Problems& problems) {
  ConfigReader reader(node, problems);
  LandUseDensity density;
  density.use = required_text(reader, "use");
  std::tie(density.floor_low, density.floor_high) = read_range(reader, "floor_per_site");
  std::tie(density.people_low, density.people_high) = read_range(reader, "people_per_floor_m2");
  std::tie(density.site_people_low, density.site_people_high) = read_range(reader, "people_per_site_m2");
  density.exact = reader.boolean("exact").value_or(false);
  density.source = required_text(reader, "source");
  density.confidence = read_confidence(reader);
  reader.finish();
  return density;
}

LandUseRemark read_remark(const ConfigNode& node, Problems& problems) {
  ConfigReader reader(node, problems);
  LandUseRemark remark{required_text(reader, "id"), read_label(reader, "text")};
  reader.finish();
  return remark;
}

template <class Row, class Read>
void read_rows(ConfigReader& pack, std::string_view key, const Read& read, std::vector<Row>& rows) {
  const ConfigNode* list = pack.array(key, Need::required);
  if (list == nullptr) return;
  for (const ConfigNode& item : list->items) rows.push_back(read(item, pack.problems()));
}

void read_words(ConfigReader& pack, LandUseTable& table) {
  const ConfigNode* words = pack.table("words", Need::required);
  if (words == nullptr) return;
  for (const ConfigEntry& entry : words->entries) table.words.push_back({entry.key, entry.value.text});
}

void read_columns(ConfigReader& pack, PlanColumns& columns) {
  const ConfigNode* node = pack.table("columns", Need::required);
  if (node == nullptr) return;
  ConfigReader reader(*node, pack.problems());
  columns.code_name = read_texts(reader, "code_name", Need::required);
  columns.id = read_texts(reader, "id", Need::required);
  reader.finish();
}

/// A remark that a code names must be there.
void check_remarks(const LandUseTable& table, Problems& problems) {
  for (const LandUseScheme& scheme : table.schemes) {
    for (const LandUseCode& code : scheme.codes) {
      if (code.remark.empty() || table.remark(code.remark) != nullptr) continue;
      problems.error("unknown_choice", {"there is no remark '" + code.remark + "'", "没有说明 '" + code.remark + "'"},
                     {.file = scheme.id, .feature = code.code});
    }
  }
}

}  // namespace

LandUsePack land_use_pack() {
  const ConfigNode root = read_pack(kFamily, "land-use", {});
  Problems problems;
  ConfigReader reader(root, problems);
  LandUsePack pack;
  reader.allow("id");
  (void)read_label(reader, "title");
  read_rows(reader, "schemes", read_land_use_scheme, pack.table.schemes);
  read_rows(reader, "densities", read_density, pack.table.densities);
  read_rows(reader, "remarks", read_remark, pack.table.remarks);
  read_words(reader, pack.table);
  read_columns(reader, pack.columns);
  check_remarks(pack.table, problems);
  reader.finish();
  problems.throw_if_errors<ConfigError>();
  return pack;
}

}  // namespace sise

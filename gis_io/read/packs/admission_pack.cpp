// A user's lists of admission, in TOML; items may stand in a CSV beside it.
#include <algorithm>

#include "gis_io/read/packs/csv_cells.hpp"
#include "gis_io/read/packs/pack_source.hpp"
#include "gis_io/read/packs/siting_packs.hpp"
#include "gis_io/read/packs/substances_pack.hpp"

namespace sise {
namespace {

const std::vector<std::string> kListActivities{"production", "storage", "use", "trade", "transport"};

/// The names by which the substance table knows it are names of the item too.
void add_known_names(ListItem& item) {
  for (const std::string& name : std::vector<std::string>(item.names)) {
    const Substance* known = substances().find(name);
    if (known == nullptr || known->cas.empty() || !item.cas.empty()) continue;
    item.cas = known->cas;
  }
}

void check_item(const ListItem& item, const Location& where, Problems& problems) {
  if (!item.names_substance() && item.industry.empty() && item.process.empty()) {
    problems.error(
        "empty_item",
        {"item '" + item.id + "' names no substance, no industry and no process",
         "条目 '" + item.id + "' 未给出物质、行业或工艺"},
        where,
        {"Give cas, names, catalogue_no, industry or process", "请给出 cas、names、catalogue_no、industry 或 process"});
  }
  for (const std::string& activity : item.activities) {
    if (std::find(kListActivities.begin(), kListActivities.end(), activity) != kListActivities.end()) continue;
    problems.error("unknown_choice", {"unknown activity '" + activity + "'", "未知的活动 '" + activity + "'"}, where,
                   did_you_mean(activity, kListActivities));
  }
}

ListItem read_item(const ConfigNode& node, Problems& problems) {
  ConfigReader reader(node, problems);
  ListItem item;
  item.line = node.where.line;
  item.id = required_text(reader, "id");
  item.name = required_text(reader, "name");
  item.names = read_texts(reader, "names", Need::optional);
  item.cas = reader.text("cas").value_or("");
  item.catalogue_no = reader.cell("catalogue_no").value_or("");
  item.industry = reader.cell("industry").value_or("");
  item.process = reader.text("process").value_or("");
  item.activities = read_texts(reader, "activities", Need::optional);
  item.allowed_in = read_texts(reader, "allowed_in", Need::optional);
  item.exempt = read_texts(reader, "exempt", Need::optional);
  item.at_most_t = reader.number("at_most_t", number_rule::kNotNegative);
  reader.finish();
  if (item.names.empty() && item.industry.empty() && item.process.empty()) item.names = {item.name};
  add_known_names(item);
  check_item(item, node.where, problems);
  return item;
}

std::vector<std::string> optional_words(const CsvCells& cells, std::string_view column) {
  return cells[column].empty() ? std::vector<std::string>() : cells.words(column);
}

ListItem read_item(const CsvTable& table, const CsvRow& row, Problems& problems) {
  const CsvCells cells(table, row, problems);
  ListItem item;
  item.line = row.line;
  item.id = cells.needed("id");
  item.name = cells.needed("name");
  item.names = optional_words(cells, "names");
  item.cas = cells["cas"];
  item.catalogue_no = cells["catalogue_no"];
  item.industry = cells["industry"];
  item.process = cells["process"];
  item.activities = optional_words(cells, "activities");
  item.allowed_in = optional_words(cells, "allowed_in");
  item.exempt = optional_words(cells, "exempt");
  item.at_most_t = cells.number("at_most_t");
  if (item.names.empty() && item.industry.empty() && item.process.empty()) item.names = {item.name};
  add_known_names(item);
  check_item(item, table.where(row), problems);
  return item;
}

void read_item_file(const std::string& file, const std::filesystem::path& folder, AdmissionList& list,
                    Problems& problems) {
  const CsvTable table = parse_csv(read_text_file(folder / file, file), file);
  for (const CsvRow& row : table.rows) list.items.push_back(read_item(table, row, problems));
}

void check_ids_of(const AdmissionList& list, const Location& where, Problems& problems) {
  for (std::size_t i = 0; i < list.items.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (list.items[i].id != list.items[j].id) continue;
      problems.error("duplicate_id",
                     {"two items of list '" + list.id + "' have the id '" + list.items[i].id + "' (lines " +
                          std::to_string(list.items[j].line) + " and " + std::to_string(list.items[i].line) + ")",
                      "清单 '" + list.id + "' 有两个条目编号为 '" + list.items[i].id + "' (第 " +
                          std::to_string(list.items[j].line) + " 和 " + std::to_string(list.items[i].line) + " 行)"},
                     where);
      break;
    }
  }
}

AdmissionList read_list(const ConfigNode& node, const std::filesystem::path& folder, Problems& problems) {
  ConfigReader reader(node, problems);
  AdmissionList list;
  list.id = required_text(reader, "id");
  list.title = read_label(reader, "title");
  list.clause = read_label(reader, "clause");
  list.source = required_text(reader, "source");
  list.confidence = read_confidence(reader);
  list.mode = reader
                  .choice<ListMode>("mode", {"prohibit", "restrict", "control", "positive", "expert_review"},
                                    list_mode_from, Need::required)
                  .value_or(ListMode::prohibit);
  list.zones = read_texts(reader, "zones", Need::optional);
  if (const ConfigNode* items = reader.array("items")) {
    for (const ConfigNode& item : items->items) list.items.push_back(read_item(item, problems));
  }
  if (const auto file = reader.text("item_file")) read_item_file(*file, folder, list, problems);
  reader.finish();
  check_ids_of(list, node.where, problems);
  if (list.items.empty())
    problems.error("empty_list", {"list '" + list.id + "' has no items", "清单 '" + list.id + "' 没有条目"},
                   node.where);
  return list;
}

}  // namespace

AdmissionLists admission_lists(const std::string& name, const std::filesystem::path& folder) {
  const ConfigNode root = read_config(folder / name, name);
  Problems problems;
  ConfigReader reader(root, problems);
  AdmissionLists lists;
  if (const ConfigNode* all = reader.array("lists", Need::required)) {
    for (const ConfigNode& item : all->items) lists.lists.push_back(read_list(item, folder, problems));
  }
  reader.finish();
  problems.throw_if_errors<ConfigError>();
  return lists;
}

}  // namespace sise

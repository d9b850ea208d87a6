#include "gis_io/read/packs/substances_pack.hpp"

#include <charconv>
#include <cmath>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "gis_io/read/packs/csv_text.hpp"
#include "gis_io/read/packs/embedded.hpp"
#include "models/base/error.hpp"

namespace sise {
namespace {

using SourceTitles = std::map<std::string, Text, std::less<>>;

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const std::size_t end = text.find(separator);
    parts.emplace_back(text.substr(0, end));
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
  }
  return parts;
}

template <class T>
std::optional<T> number_from(const std::string& text) {
  T value{};
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  return error == std::errc() && stop == end && !text.empty() ? std::optional(value) : std::nullopt;
}

SourceTitles read_sources(std::string_view text) {
  const CsvTable table = parse_csv(text, "substances/sources.csv");
  const std::size_t key = table.column("key");
  const std::size_t en = table.column("title_en");
  const std::size_t zh = table.column("title_zh");
  SourceTitles titles;
  for (const CsvRow& row : table.rows) titles[row.cells[key]] = {row.cells[en], row.cells[zh]};
  return titles;
}

/// "a;b" -> the titles of both, joined.
Text source_of(const std::string& keys, const SourceTitles& titles, const Location& where, Problems& problems) {
  Text joined;
  for (const std::string& key : split(keys, ';')) {
    const auto found = titles.find(key);
    if (found == titles.end()) {
      problems.error("unknown_source",
                     {"source '" + key + "' is not in the table of sources", "来源表中没有 '" + key + "'"}, where);
      continue;
    }
    joined.en += (joined.en.empty() ? "" : "; ") + found->second.en;
    joined.zh += (joined.zh.empty() ? "" : "; ") + found->second.zh;
  }
  return joined;
}

Confidence confidence_of(const std::string& name, const Location& where, Problems& problems) {
  const std::optional<Confidence> confidence = confidence_from(name);
  if (!confidence) {
    problems.error("unknown_confidence",
                   {"'" + name + "' is none of: seen, corroborated, recalled",
                    "'" + name + "' 不在允许值之列: seen, corroborated, recalled"},
                   where);
  }
  return confidence.value_or(Confidence::recalled);
}

std::vector<Substance> read_names(std::string_view text, const SourceTitles& titles, Problems& problems) {
  const CsvTable table = parse_csv(text, "substances/names.csv");
  const auto cell = [&table](const CsvRow& row, std::string_view column) { return row.cells[table.column(column)]; };
  std::vector<Substance> substances;
  for (const CsvRow& row : table.rows) {
    Substance s;
    s.id = cell(row, "id");
    s.name_en = cell(row, "name_en");
    s.name_zh = cell(row, "name_zh");
    s.cas = cell(row, "cas");
    s.un_number = cell(row, "un_number");
    s.formula = cell(row, "formula");
    s.aliases = split(cell(row, "aliases"), '|');
    for (std::string& flag : split(cell(row, "flags"), '|')) s.hazard_flags.insert(std::move(flag));
    s.surrogates = split(cell(row, "surrogates"), '|');
    s.key_supervised_batch = number_from<int>(cell(row, "key_supervised_batch"));
    s.key_supervised_number = number_from<int>(cell(row, "key_supervised_number"));
    s.identity_source = source_of(cell(row, "identity_source"), titles, table.where(row), problems);
    s.identity_confidence = confidence_of(cell(row, "identity_confidence"), table.where(row), problems);
    substances.push_back(std::move(s));
  }
  return substances;
}

/// The substance a row of another file speaks of; reports an id that is not there.
class Rows {
 public:
  explicit Rows(std::vector<Substance>& substances) {
    for (Substance& substance : substances) by_id_[substance.id] = &substance;
  }
  Substance* find(const std::string& id, const Location& where, Problems& problems) const {
    const auto found = by_id_.find(id);
    if (found != by_id_.end()) return found->second;
    problems.error("unknown_id", {"no substance has the id '" + id + "'", "没有 id 为 '" + id + "' 的物质"}, where);
    return nullptr;
  }

 private:
  std::map<std::string, Substance*> by_id_;
};

void read_properties(std::string_view text, const SourceTitles& titles, const Rows& by_id, Problems& problems) {
  const CsvTable table = parse_csv(text, "substances/properties.csv");
  const std::size_t id = table.column("id");
  const std::size_t property = table.column("property");
  const std::size_t value = table.column("value");
  const std::size_t unit = table.column("unit");
  const std::size_t source = table.column("source");
  const std::size_t confidence = table.column("confidence");
  for (const CsvRow& row : table.rows) {
    Substance* substance = by_id.find(row.cells[id], table.where(row), problems);
    if (substance == nullptr) continue;
    const std::optional<double> number = number_from<double>(row.cells[value]);
    if (!number || !std::isfinite(*number)) {
      problems.error("bad_number", {"'" + row.cells[value] + "' is no number", "'" + row.cells[value] + "' 不是数值"},
                     table.where(row, "value"));
      continue;
    }
    SourcedValue sourced{.value = *number, .unit = row.cells[unit]};
    const Text title = source_of(row.cells[source], titles, table.where(row, "source"), problems);
    sourced.source = title.en;
    sourced.source_zh = title.zh;
    sourced.confidence = confidence_of(row.cells[confidence], table.where(row, "confidence"), problems);
    const bool added = substance->properties.emplace(row.cells[property], std::move(sourced)).second;
    if (!added) {
      problems.error("doubled_value",
                     {"'" + row.cells[property] + "' of " + substance->id + " stands twice",
                      substance->id + " 的 '" + row.cells[property] + "' 重复"},
                     table.where(row));
    }
  }
}

void read_notes(std::string_view text, const Rows& by_id, Problems& problems) {
  const CsvTable table = parse_csv(text, "substances/notes.csv");
  const std::size_t id = table.column("id");
  const std::size_t en = table.column("en");
  const std::size_t zh = table.column("zh");
  for (const CsvRow& row : table.rows) {
    Substance* substance = by_id.find(row.cells[id], table.where(row), problems);
    if (substance != nullptr) substance->notes.push_back({row.cells[en], row.cells[zh]});
  }
}

}  // namespace

SubstanceTable parse_substances(const SubstanceFiles& files) {
  Problems problems;
  const SourceTitles titles = read_sources(files.sources);
  std::vector<Substance> substances = read_names(files.names, titles, problems);
  const Rows by_id(substances);
  read_properties(files.properties, titles, by_id, problems);
  read_notes(files.notes, by_id, problems);
  problems.throw_if_errors<ConfigError>();
  return SubstanceTable(std::move(substances));
}

const SubstanceTable& substances() {
  static const SubstanceTable kTable =
      parse_substances({.names = embedded_file("substances/names.csv").value(),
                        .properties = embedded_file("substances/properties.csv").value(),
                        .sources = embedded_file("substances/sources.csv").value(),
                        .notes = embedded_file("substances/notes.csv").value()});
  return kTable;
}

}  // namespace sise

#include "gis_io/read/packs/register_words.hpp"

#include <algorithm>
#include <array>

#include "gis_io/read/packs/register_pack_keys.hpp"
#include "models/base/all_names.hpp"

namespace sise {
namespace {

constexpr std::array kRecords{RegisterRecord::point, RegisterRecord::enterprise, RegisterRecord::danger,
                              RegisterRecord::step, RegisterRecord::live};

std::optional<RegisterRecord> record_from(std::string_view name) {
  for (const RegisterRecord record : kRecords) {
    if (name_of(record) == name) return record;
  }
  return std::nullopt;
}

std::vector<RegisterField> read_fields() {
  return read_register_pack<std::vector<RegisterField>>("register", "fields", {}, [](ConfigReader& reader) {
    std::vector<RegisterField> fields;
    each_table(reader, "field", Need::required, [&](ConfigReader& row) {
      RegisterField field;
      field.record = row.choice<RegisterRecord>("record", all_names(kRecords), record_from, Need::required)
                         .value_or(RegisterRecord::point);
      field.name = required_text(row, "name");
      field.kind = required_text(row, "kind");
      field.headings = read_texts(row, "headings", Need::required);
      fields.push_back(std::move(field));
    });
    return fields;
  });
}

std::vector<CodeTable> read_tables() {
  return read_register_pack<std::vector<CodeTable>>("register", "dictionaries", {}, [](ConfigReader& reader) {
    std::vector<CodeTable> tables;
    each_table(reader, "dictionary", Need::required, [&](ConfigReader& row) {
      CodeTable table;
      table.id = required_text(row, "id");
      table.kind = required_text(row, "kind");
      table.mark = read_mark(row);
      table.aliases = read_texts(row, "aliases", Need::optional);
      each_table(row, "codes", Need::required, [&](ConfigReader& code) {
        table.codes.push_back({required_text(code, "code"), required_text(code, "means")});
      });
      tables.push_back(std::move(table));
    });
    return tables;
  });
}

std::vector<LonLat> read_centres() {
  return read_register_pack<std::vector<LonLat>>("register", "default-centres", {}, [](ConfigReader& reader) {
    std::vector<LonLat> centres;
    each_table(reader, "centre", Need::required, [&](ConfigReader& row) {
      centres.push_back({required_number(row, "lon"), required_number(row, "lat")});
      row.allow("note");
    });
    return centres;
  });
}

std::vector<std::string> names_of_record(RegisterRecord record) {
  std::vector<std::string> names;
  for (const RegisterField& field : register_fields()) {
    if (field.record == record) names.push_back(field.name);
  }
  return names;
}

}  // namespace

std::string_view name_of(RegisterRecord record) {
  constexpr std::array<std::string_view, kRecords.size()> kNames{"point", "enterprise", "danger", "step", "live"};
  return kNames.at(static_cast<std::size_t>(record));
}

const std::vector<RegisterField>& register_fields() {
  static const std::vector<RegisterField> kFields = read_fields();
  return kFields;
}

const std::vector<std::string>& register_field_names(RegisterRecord record) {
  static const std::vector<std::vector<std::string>> kNames = [] {
    std::vector<std::vector<std::string>> names;
    names.reserve(kRecords.size());
    for (const RegisterRecord one : kRecords) names.push_back(names_of_record(one));
    return names;
  }();
  return kNames.at(static_cast<std::size_t>(record));
}

const std::vector<CodeTable>& code_tables() {
  static const std::vector<CodeTable> kTables = read_tables();
  return kTables;
}

const CodeTable* code_table(std::string_view name) {
  const auto found = std::find_if(code_tables().begin(), code_tables().end(), [&](const CodeTable& table) {
    return table.id == name || std::find(table.aliases.begin(), table.aliases.end(), name) != table.aliases.end();
  });
  return found == code_tables().end() ? nullptr : &*found;
}

std::vector<std::string> code_table_ids() {
  std::vector<std::string> ids;
  for (const CodeTable& table : code_tables()) ids.push_back(table.id);
  return ids;
}

const std::vector<LonLat>& default_centres() {
  static const std::vector<LonLat> kCentres = read_centres();
  return kCentres;
}

}  // namespace sise

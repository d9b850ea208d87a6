#include "gis_io/read/project/siting_section.hpp"

#include <algorithm>

#include "gis_io/read/packs/siting_packs.hpp"

namespace sise {
namespace {

/// Reads a file; its problems, told with their own lines, join the project's.
template <class Read>
void take_file(const std::string& file, const Location& where, ProjectConfig& config, Problems& problems, Read read) {
  try {
    read();
    config.pack_files.push_back(config.origin.folder / file);
    config.siting_files.push_back(file);
  } catch (const Error& error) {
    for (Diagnostic diagnostic : error.diagnostics()) {
      if (diagnostic.where.file.empty()) diagnostic.where = where;
      problems.add(std::move(diagnostic));
    }
  }
}

/// An id that stands twice would be confirmed twice by one line.
template <class List>
void append(const List& more, List& all, const std::string& file, const Location& where, Problems& problems) {
  for (const auto& one : more) {
    const bool taken = std::any_of(all.begin(), all.end(), [&](const auto& known) { return known.id == one.id; });
    if (taken) {
      problems.error("duplicate_id",
                     {"'" + file + "' names '" + one.id + "', which is held already",
                      "'" + file + "' 中的 '" + one.id + "' 已存在"},
                     where, {"Give it an id of its own", "请使用不同的编号"});
    }
    all.push_back(one);
  }
}

}  // namespace

void read_siting_keys(ConfigReader& reader, ProjectConfig& config) {
  Problems& problems = reader.problems();
  const std::filesystem::path& folder = config.origin.folder;
  SitingRules& siting = config.siting;
  if (const auto file = reader.text("law")) {
    take_file(*file, reader.where("law"), config, problems,
              [&] { append(law_pack(*file, folder).rules, siting.law.rules, *file, reader.where("law"), problems); });
  }
  if (const auto file = reader.text("distances")) {
    take_file(*file, reader.where("distances"), config, problems, [&] {
      const DesignCodes own = design_codes_from(read_text_file(folder / *file, *file), *file);
      // What the office states goes before what is compiled here.
      siting.codes.rows.insert(siting.codes.rows.begin(), own.rows.begin(), own.rows.end());
    });
  }
  if (!reader.has("lists")) return;
  for (const std::string& file : reader.texts("lists")) {
    take_file(file, reader.where("lists"), config, problems, [&] {
      append(admission_lists(file, folder).lists, siting.lists.lists, file, reader.where("lists"), problems);
    });
  }
}

bool names_siting_rule(const SitingRules& rules, const std::string& id) {
  const auto has = [&](const auto& list, const std::string& lead) {
    return std::any_of(list.begin(), list.end(), [&](const auto& one) { return lead + one.id == id; });
  };
  const bool code = std::any_of(rules.codes.rows.begin(), rules.codes.rows.end(), [&](const CodeDistance& row) {
    return std::any_of(row.to.begin(), row.to.end(),
                       [&](const std::string& to) { return "design_code." + row.item + "." + to == id; });
  });
  return code || has(rules.law.rules, "") || has(rules.lists.lists, "list.") || has(rules.pipelines.rules, "") ||
         id == "gbt39499.distance";
}

}  // namespace sise

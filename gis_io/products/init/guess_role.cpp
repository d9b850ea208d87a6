#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <map>

#include "gis_io/products/init/guess_words.hpp"
#include "gis_io/products/init/guesses.hpp"
#include "gis_io/read/packs/register_words.hpp"
#include "gis_io/read/text/normalise.hpp"

namespace sise {
namespace {

std::string name_in_lower_case(const LayerSight& sight) {
  std::string name = sight.path.stem().string() + " " + sight.layer;
  std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return std::tolower(c); });
  return name;
}

bool has_column(const LayerSight& sight, std::string_view word) {
  return std::any_of(sight.table.columns.begin(), sight.table.columns.end(),
                     [&](const std::string& column) { return column_word(column).word == word; });
}

/// Of every role, the columns that tell it.
std::map<std::string, std::vector<std::string>> telling_columns(const LayerSight& sight) {
  std::map<std::string, std::vector<std::string>> found;
  for (const FieldWords& field : field_words_of_guesses()) {
    if (!field.telling) continue;
    for (const std::string& column : sight.table.columns) {
      if (match(column_word(column), field) != WordMatch::whole) continue;
      for (const std::string& role : field.roles) found[role].push_back(column);
    }
  }
  return found;
}

/// Headings of a register that the columns have.
std::size_t headings_of(const LayerSight& sight, RegisterRecord record) {
  std::size_t count = 0;
  for (const RegisterField& field : register_fields()) {
    if (field.record != record) continue;
    const bool there = std::any_of(field.headings.begin(), field.headings.end(), [&](const std::string& heading) {
      const auto& columns = sight.table.columns;
      return std::any_of(columns.begin(), columns.end(),
                         [&](const std::string& c) { return normalised(c) == normalised(heading); });
    });
    count += there ? 1U : 0U;
  }
  return count;
}

std::optional<RoleGuess> by_kind_of_file(const LayerSight& sight) {
  if (sight.raster) {
    const RasterSight& r = *sight.raster;
    return RoleGuess{"population",
                     {fmt::format("a raster of {} x {} cells, largest value {:g}", r.columns, r.rows, r.largest),
                      fmt::format("栅格 {} × {}, 最大值 {:g}", r.columns, r.rows, r.largest)}};
  }
  const bool dated = has_column(sight, "year") || has_column(sight, "date") || has_column(sight, "time") ||
                     has_column(sight, "日期") || has_column(sight, "时间") || has_column(sight, "年");
  const bool windy = has_column(sight, "wspm") || has_column(sight, "windspeed") || has_column(sight, "风速") ||
                     has_column(sight, "windspeedms");
  if (dated && windy) {
    return RoleGuess{"record", {"columns of time and wind", "含时间与风的列"}};
  }
  return std::nullopt;
}

std::optional<RoleGuess> by_register(const LayerSight& sight, std::size_t most_telling) {
  constexpr std::size_t kEnough = 4;
  RoleGuess best;
  std::size_t most = std::max(kEnough, 2 * most_telling + 1) - 1;
  for (const auto& [record, role] : {std::pair{RegisterRecord::point, "points"},
                                     {RegisterRecord::enterprise, "enterprises"},
                                     {RegisterRecord::danger, "hidden_dangers"}}) {
    const std::size_t count = headings_of(sight, record);
    if (count <= most) continue;
    most = count;
    best = {role,
            {fmt::format("{} of its columns are headings of such a register", count),
             fmt::format("{} 个列名与该类清单一致", count)}};
  }
  return best.role.empty() ? std::nullopt : std::optional(best);
}

std::optional<RoleGuess> by_columns(const std::map<std::string, std::vector<std::string>>& telling) {
  const std::string* role = nullptr;
  std::size_t most = 1;
  for (const auto& [id, columns] : telling) {
    if (columns.size() <= most) continue;
    most = columns.size();
    role = &id;
  }
  if (role == nullptr) return std::nullopt;
  const std::string names = listed(telling.at(*role), 6);
  return RoleGuess{*role, {"columns " + names, "含列 " + names}};
}

std::optional<RoleGuess> by_name(const LayerSight& sight) {
  const std::string name = name_in_lower_case(sight);
  for (const RoleWords& role : role_words()) {
    for (const std::string& word : role.words) {
      if (name.find(word) == std::string::npos) continue;
      const bool needs_areas = role.id == "district" || role.id == "townships" || role.id == "boundaries";
      if (needs_areas && !sight.polygons) continue;
      return RoleGuess{role.id, {"'" + word + "' in its name", "名称含 '" + word + "'"}};
    }
  }
  return std::nullopt;
}

}  // namespace

RoleGuess guess_role(const LayerSight& sight) {
  if (auto guess = by_kind_of_file(sight)) return *guess;
  const auto telling = telling_columns(sight);
  std::size_t most = 0;
  for (const auto& [role, columns] : telling) most = std::max(most, columns.size());
  if (auto guess = by_register(sight, most)) return *guess;
  if (auto guess = by_columns(telling)) return *guess;
  if (auto guess = by_name(sight)) return *guess;
  if (telling.size() == 1) {
    return {telling.begin()->first,
            {"column " + telling.begin()->second.front(), "含列 " + telling.begin()->second.front()}};
  }
  if (sight.polygons && sight.table.rows.size() == 1) return {"district", {"a single area", "仅一个面"}};
  return {};
}

}  // namespace sise

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "gis_io/read/packs/each_table.hpp"
#include "gis_io/read/packs/pack_source.hpp"
#include "gis_io/read/packs/packs.hpp"

namespace sise {
namespace {

constexpr double kMillimetre = 1e-3;
constexpr double kRounding = 1e-9;  // totals are printed with few digits

std::optional<double> millimetres(ConfigReader& reader, std::string_view key) {
  const auto value = reader.number(key, number_rule::kPositive);
  return value ? std::optional(*value * kMillimetre) : std::nullopt;
}

FrequencyCase read_case(ConfigReader& row) {
  FrequencyCase one;
  one.id = required_text(row, "id");
  one.release = row.choice<CaseRelease>(
                       "release", {"instantaneous", "ten_minutes", "continuous", "into_shell", "fire", "explosion"},
                       case_release_from, Need::required)
                    .value_or(CaseRelease::continuous);
  one.frequency = required_number(row, "frequency", number_rule::kPositive);
  one.hole_m = millimetres(row, "hole_mm");
  one.hole_share = row.number("hole_share", number_rule::kFraction);
  one.hole_at_most_m = millimetres(row, "hole_at_most_mm");
  one.at_most_m3 = row.number("at_most_m3", number_rule::kPositive);
  one.confidence = read_confidence(row);
  if (one.at_most_m3 && one.release != CaseRelease::instantaneous) {
    row.problems().error("bad_pack",
                         {"at_most_m3 bounds what gets out at once: release = \"instantaneous\"",
                          "at_most_m3 仅用于瞬时泄漏: release = \"instantaneous\""},
                         row.where("at_most_m3"));
  }
  const bool one_hole = one.hole_m.has_value() != one.hole_share.has_value();
  const bool no_hole = !one.hole_m && !one.hole_share;
  const bool continuous = one.release == CaseRelease::continuous;
  const bool into_shell = one.release == CaseRelease::into_shell;
  if (continuous ? !one_hole : !(no_hole || (into_shell && one_hole))) {
    row.problems().error(
        "bad_pack",
        {"a continuous case has one of hole_mm and hole_share, one into a shell may, no other case has any",
         "continuous 情景须给出 hole_mm 或 hole_share 之一, into_shell 可给出, 其他情景不得给出"},
        row.where("id"));
  }
  return one;
}

/// Whoever copies a class wrong is told by its total.
void check_total(ConfigReader& row, const FrequencyClass& of) {
  const double total = required_number(row, "total", number_rule::kPositive);
  double sum = 0.0;
  for (const FrequencyCase& one : of.cases) sum += one.frequency;
  if (total <= 0.0 || std::abs(sum - total) <= kRounding * total) return;
  row.problems().error("class_sum",
                       {fmt::format("the cases of '{}' sum to {:.6g}, its total says {:.6g}", of.id, sum, total),
                        fmt::format("'{}' 各情景之和为 {:.6g}, 而 total 为 {:.6g}", of.id, sum, total)},
                       row.where("total"), {"Correct a frequency or the total", "请更正频率或 total"});
}

FrequencyClass read_class(ConfigReader& row) {
  FrequencyClass of;
  of.id = required_text(row, "id");
  of.parts = read_texts(row, "parts", Need::required);
  of.below_m = millimetres(row, "below_mm");
  of.up_to_m = millimetres(row, "up_to_mm");
  of.unit = row.choice<FrequencyUnit>(
                   "unit", {"per_year", "per_m_year", "per_hour", "per_operation", "per_item_year", "per_vehicle_km"},
                   frequency_unit_from, Need::required)
                .value_or(FrequencyUnit::per_year);
  of.source = required_text(row, "source");
  std::set<std::string> ids;
  each_table(row, "cases", Need::required, [&](ConfigReader& one) {
    of.cases.push_back(read_case(one));
    if (ids.insert(of.cases.back().id).second) return;
    one.problems().error(
        "doubled_id",
        {"two cases have the id '" + of.cases.back().id + "'", "两个情景的 id 同为 '" + of.cases.back().id + "'"},
        one.where("id"));
  });
  check_total(row, of);
  return of;
}

struct ReadPack {
  FrequencyPack pack;
  std::vector<std::string> fallback;
};

ReadPack read_one(const std::string& name, const std::filesystem::path& folder) {
  const ConfigNode root = read_pack("frequencies", name, folder);
  Problems problems;
  ConfigReader reader(root, problems);
  ReadPack read;
  FrequencyPack& pack = read.pack;
  pack.id = required_text(reader, "id");
  pack.title = read_label(reader, "title");
  pack.source = required_text(reader, "source");
  pack.confidence = read_confidence(reader);
  pack.scheme = reader.choice("scheme", {"holes", "modes"}, Need::required).value_or("modes");
  if (const ConfigNode* longest = reader.table("longest_s", Need::required)) {
    ConfigReader both(*longest, problems);
    pack.longest_s = required_number(both, "value", number_rule::kPositive);
    pack.longest_confidence = read_confidence(both);
    const bool recalled = pack.longest_confidence == Confidence::recalled;
    const Need range = recalled ? Need::required : Need::optional;
    pack.longest_low_s = both.number("low", number_rule::kPositive, range).value_or(pack.longest_s);
    pack.longest_high_s = both.number("high", number_rule::kPositive, range).value_or(pack.longest_s);
    if (pack.longest_low_s > pack.longest_s || pack.longest_s > pack.longest_high_s) {
      problems.error("bad_pack",
                     {"longest_s lies between its low and its high value", "longest_s 应介于 low 与 high 之间"},
                     both.where("value"));
    }
    both.finish();
  }
  read.fallback = read_texts(reader, "fallback", Need::optional);
  each_table(reader, "class", Need::required, [&](ConfigReader& row) { pack.classes.push_back(read_class(row)); });
  reader.finish();
  problems.throw_if_errors<ConfigError>();
  return read;
}

}  // namespace

FrequencyPacks frequency_packs(const std::string& name, const std::filesystem::path& folder) {
  ReadPack first = read_one(name, folder);
  FrequencyPacks packs;
  packs.chain.push_back(std::move(first.pack));
  for (const std::string& next : first.fallback) packs.chain.push_back(read_one(next, folder).pack);
  return packs;
}

std::vector<std::string> frequency_pack_ids() {
  std::vector<std::string> ids = pack_ids("frequencies");
  std::erase(ids, "special");  // answers for others, and for nothing alone
  return ids;
}

}  // namespace sise

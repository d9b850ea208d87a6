#include "gis_io/write/results/relocation_files.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/criteria/readable.hpp"
#include "gis_io/write/results/decisions_json.hpp"
#include "gis_io/write/tables/table_columns.hpp"
#include "gis_io/write/vectors/csv.hpp"

namespace sise {
namespace {

constexpr double kPerHectare_m2 = 1e4;

std::int64_t whole(std::size_t n) { return static_cast<std::int64_t>(n); }

PropertyObject sum_of(const ReliefSum& sum) {
  return {{"area_m2", sum.area_m2},
          {"people", sum.people},
          {"targets", whole(sum.targets)},
          {"target_people", sum.target_people}};
}

PropertyList target_ids(const Study& study, const ReliefOption& option) {
  PropertyList list;
  for (const std::size_t t : option.targets) list.emplace_back(study.targets[t].id);
  return list;
}

/// A row of the table, and of the JSON before what only that can hold.
PropertyObject row_of(const RelocationResult& result, const ReliefOption& option, std::size_t rank) {
  const Enterprise& enterprise = result.enterprises[option.enterprise];
  return {{"rank", whole(rank)},
          {"enterprise", enterprise.name},
          {"measure", std::string(name_of(option.measure))},
          {"to", option.to ? PropertyValue(option.to->name) : PropertyValue()},
          {"people_freed", option.freed.people},
          {"targets_freed", whole(option.freed.targets)},
          {"target_people_freed", option.freed.target_people},
          {"area_freed_m2", option.freed.area_m2},
          {"people_taken", option.taken.all_people()},
          {"targets_taken", whole(option.taken.targets)},
          {"area_taken_m2", option.taken.area_m2},
          {"net_people", option.net_people()},
          {"expected_deaths_before_per_year", option.deaths ? PropertyValue(option.deaths->before) : PropertyValue()},
          {"expected_deaths_after_per_year", option.deaths ? PropertyValue(option.deaths->after) : PropertyValue()},
          {"parcels_freed", option.parcels ? PropertyValue(whole(*option.parcels)) : PropertyValue()},
          {"proven", option.proven},
          {"units_not_computed", whole(enterprise.incomplete.size())}};
}

Text words_of(const ReliefOption& option) {
  switch (option.measure) {
    case ReliefMeasure::close:
      return {"closing", "关闭"};
    case ReliefMeasure::halve:
      return {"halving", "减半"};
    default:
      return {"moving to " + option.to->name, "迁至" + option.to->name};
  }
}

Text proof(const ReliefOption& option) {
  if (option.proven) return {"proven by a run of the whole district", "经全区复算证实"};
  if (option.second_run) return {"the second run differs", "复算结果不一致"};
  return {"not run again", "未复算"};
}

/// "1.2×10⁻³ → 0 per year".
Text deaths_in_words(const ReliefOption& option) {
  if (!option.deaths) return {"not known", "未知"};
  const Text before = readable(option.deaths->before, "1/yr", 2);
  if (!(option.deaths->after > 0.0)) return {before.en + " → none", before.zh + " → 无"};
  const Text after = readable(option.deaths->after, "1/yr", 2);
  return {before.en + " → " + after.en, before.zh + " → " + after.zh};
}

Text now_in_words(const ReliefSum& now) {
  return {fmt::format("Single enterprises keep homes and schools from {:.1f} ha of land today, on which about {:.0f} "
                      "people live; {} protected targets (with {:.0f} people as far as stated) exceed their own limit.",
                      now.area_m2 / kPerHectare_m2, now.people, now.targets, now.target_people),
          fmt::format("目前因单个企业超限而不得新建住宅、学校的土地共 {:.1f} 公顷,现有居民约 {:.0f} "
                      "人;超出自身限值的防护目标 {} 处(已知人数 {:.0f} 人)。",
                      now.area_m2 / kPerHectare_m2, now.people, now.targets, now.target_people)};
}

Text row_in_words(const RelocationResult& result, const ReliefOption& o, std::size_t rank) {
  const std::string& name = result.enterprises[o.enterprise].name;
  const double freed_ha = o.freed.area_m2 / kPerHectare_m2;
  const Text words = words_of(o);
  const Text deaths = deaths_in_words(o);
  const Text proven = proof(o);
  return {fmt::format("| {} | {} | {} | {:.0f} | {} with {:.0f} people | {:.1f} | {:.0f} | {} | {} |\n", rank, name,
                      words.en, o.freed.people, o.freed.targets, o.freed.target_people, freed_ha, o.taken.all_people(),
                      deaths.en, proven.en),
          fmt::format("| {} | {} | {} | {:.0f} | {} 处 {:.0f} 人 | {:.1f} | {:.0f} | {} | {} |\n", rank, name, words.zh,
                      o.freed.people, o.freed.targets, o.freed.target_people, freed_ha, o.taken.all_people(), deaths.zh,
                      proven.zh)};
}

Text how_it_is_counted() {
  return {
      "How it is counted: land by the limit of general class 1, enterprise by enterprise (all its units on the "
      "existing "
      "scale, its new units on the new one, explosives by overpressure); land that two enterprises hold is freed by "
      "neither. Halving means half the units and transfers (half the frequency of accidents), the largest charge "
      "stays. Residents are weighted over day and night. Deaths are those to be expected in a year by the enterprise's "
      "accidents (the area under its F-N curve), its own staff left out. Units that could not be computed do not "
      "count.",
      "口径:土地按一般防护目标一类限值、逐企业判定(在役单元合计用在役限值,新建单元合计用新建限值,爆炸物用冲击波超压);"
      "两家企业同时超限的土地,单独处置任何一家均不释放。“减半”指单元数、装卸次数减半(事故频率减半),最大装药量不变。"
      "居民为昼夜加权人数。预期死亡人数为该企业事故每年的期望值(F-N "
      "曲线下面积),不含本企业职工。未能计算的单元不计入。"};
}

}  // namespace

void write_relocation_csv(const std::filesystem::path& path, const Study& study, const RelocationResult& result) {
  (void)study;
  std::vector<std::string> header;
  RelocationResult none;
  none.enterprises.emplace_back();
  for (const Property& property : row_of(none, {}, 0)) header.push_back(property.name);
  CsvWriter csv(path, header, ByteOrderMark::for_excel);
  for (std::size_t i = 0; i < result.options.size(); ++i) {
    std::vector<PropertyValue> row;
    for (Property& property : row_of(result, result.options[i], i + 1)) row.push_back(std::move(property.value));
    csv.add(row);
  }
  csv.finish();
}

PropertyObject relocation_json(const Study& study, const RelocationResult& result) {
  PropertyList options;
  for (std::size_t i = 0; i < result.options.size(); ++i) {
    const ReliefOption& option = result.options[i];
    PropertyObject row = row_of(result, option, i + 1);
    row.push_back({"targets", target_ids(study, option)});
    row.push_back({"second_run", option.second_run ? PropertyValue(sum_of(*option.second_run)) : PropertyValue()});
    row.push_back({"reasons", both(relocation_line(result, option))});
    options.emplace_back(std::move(row));
  }
  return {{"title", study.title},
          {"now", sum_of(result.now)},
          {"parcels_breaking", whole(result.parcels_breaking)},
          {"options", options}};
}

std::string relocation_page(const Study& study, const RelocationResult& result, const std::string& run,
                            Language language) {
  const auto say = [language](const Text& text) { return language == Language::zh ? text.zh : text.en; };
  std::string page = say({"# What relocation would give back: ", "# 搬迁(关停)效益排序:"}) + study.title + "\n\n";
  page += say(now_in_words(result.now)) + "\n\n";
  page +=
      say({"| # | enterprise | measure | residents freed | targets freed | land freed (ha) | people newly affected | "
           "expected deaths | proof |\n",
           "| 序 | 企业 | 措施 | 释放居民 | 脱离超限的防护目标 | 释放土地 (公顷) | 新增受影响 (人) | 预期死亡人数 | "
           "证实 |\n"});
  page += "| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n";
  for (std::size_t i = 0; i < result.options.size(); ++i) page += say(row_in_words(result, result.options[i], i + 1));
  page += "\n" + say(how_it_is_counted()) + "\n\n" + say({"Run: ", "运行:"}) + run + "\n";
  return page;
}

Text relocation_line(const RelocationResult& result, const ReliefOption& option) {
  const std::string& name = result.enterprises[option.enterprise].name;
  const Text words = words_of(option);
  const std::string what = option.measure == ReliefMeasure::move ? "moving '" + name + "' to " + option.to->name
                                                                 : words.en + " '" + name + "'";
  Text line{fmt::format("{} frees {:.0f} residents, {} protected targets and {:.1f} ha", what, option.freed.people,
                        option.freed.targets, option.freed.area_m2 / kPerHectare_m2),
            fmt::format("{}“{}”可使 {:.0f} 名居民、{} 处防护目标脱离超限区,释放土地 {:.1f} 公顷", words.zh, name,
                        option.freed.people, option.freed.targets, option.freed.area_m2 / kPerHectare_m2)};
  if (option.measure == ReliefMeasure::move) {
    line.en += fmt::format("; it then affects {:.0f} others", option.taken.all_people());
    line.zh += fmt::format(";新增受影响 {:.0f} 人", option.taken.all_people());
  }
  if (option.parcels) {
    line.en += fmt::format("; {} parcels of the plan break no limit any more", *option.parcels);
    line.zh += fmt::format(";规划地块 {} 宗不再超限", *option.parcels);
  }
  if (option.deaths) {
    const Text deaths = deaths_in_words(option);
    line.en += "; deaths to be expected by its accidents: " + deaths.en;
    line.zh += ";其事故的预期死亡人数:" + deaths.zh;
  }
  const Text proven = proof(option);
  line.en += " (" + proven.en + ")";
  line.zh += "(" + proven.zh + ")";
  return line;
}

}  // namespace sise

#include "gis_io/write/results/relocation_files.hpp"

#include <fmt/format.h>

#include <algorithm>

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

std::string proof_zh(const ReliefOption& option) {
  if (option.proven) return "经全区复算证实";
  return option.second_run ? "复算结果不一致" : "未复算";
}

std::string proof_en(const ReliefOption& option) {
  if (option.proven) return "proven by a run of the whole district";
  return option.second_run ? "the second run differs" : "not run again";
}

std::string page_zh(const Study& study, const RelocationResult& result, const std::string& run) {
  std::string page = "# 搬迁(关停)效益排序:" + study.title + "\n\n";
  page += fmt::format(
      "目前因单个企业超限而不得新建住宅、学校的土地共 {:.1f} 公顷,现有居民约 {:.0f} 人;超出自身限值的防护目标 {} 处"
      "(已知人数 {:.0f} 人)。\n\n",
      result.now.area_m2 / kPerHectare_m2, result.now.people, result.now.targets, result.now.target_people);
  page +=
      "| 序 | 企业 | 措施 | 释放居民 | 脱离超限的防护目标 | 释放土地 (公顷) | 新增受影响 (人) | 证实 |\n| --- | --- | "
      "--- | "
      "--- | --- | --- | --- | --- |\n";
  for (std::size_t i = 0; i < result.options.size(); ++i) {
    const ReliefOption& o = result.options[i];
    page += fmt::format("| {} | {} | {} | {:.0f} | {} 处 {:.0f} 人 | {:.1f} | {:.0f} | {} |\n", i + 1,
                        result.enterprises[o.enterprise].name, words_of(o).zh, o.freed.people, o.freed.targets,
                        o.freed.target_people, o.freed.area_m2 / kPerHectare_m2, o.taken.all_people(), proof_zh(o));
  }
  page +=
      "\n口径:土地按一般防护目标一类限值、逐企业判定(在役单元合计用在役限值,新建单元合计用新建限值,爆炸物用冲击波超压);"
      "两家企业同时超限的土地,单独处置任何一家均不释放。“减半”指单元数、装卸次数减半(事故频率减半),最大装药量不变。"
      "居民为昼夜加权人数。未能计算的单元不计入。\n\n运行:" +
      run + "\n";
  return page;
}

std::string page_en(const Study& study, const RelocationResult& result, const std::string& run) {
  std::string page = "# What relocation would give back: " + study.title + "\n\n";
  page += fmt::format(
      "Single enterprises keep homes and schools from {:.1f} ha of land today, on which about {:.0f} people live; {} "
      "protected targets (with {:.0f} people as far as stated) exceed their own limit.\n\n",
      result.now.area_m2 / kPerHectare_m2, result.now.people, result.now.targets, result.now.target_people);
  page +=
      "| # | enterprise | measure | residents freed | targets freed | land freed (ha) | people newly affected | proof "
      "|\n| --- | --- | --- | --- | --- | --- | --- | --- |\n";
  for (std::size_t i = 0; i < result.options.size(); ++i) {
    const ReliefOption& o = result.options[i];
    page += fmt::format("| {} | {} | {} | {:.0f} | {} with {:.0f} people | {:.1f} | {:.0f} | {} |\n", i + 1,
                        result.enterprises[o.enterprise].name, words_of(o).en, o.freed.people, o.freed.targets,
                        o.freed.target_people, o.freed.area_m2 / kPerHectare_m2, o.taken.all_people(), proof_en(o));
  }
  page +=
      "\nHow it is counted: land by the limit of general class 1, enterprise by enterprise (all its units on the "
      "existing "
      "scale, its new units on the new one, explosives by overpressure); land that two enterprises hold is freed by "
      "neither. Halving means half the units and transfers (half the frequency of accidents), the largest charge "
      "stays. Residents are weighted over day and night. Units that could not be computed do not count.\n\nRun: " +
      run + "\n";
  return page;
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
  return language == Language::zh ? page_zh(study, result, run) : page_en(study, result, run);
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
  line.en += " (" + proof_en(option) + ")";
  line.zh += "(" + proof_zh(option) + ")";
  return line;
}

}  // namespace sise

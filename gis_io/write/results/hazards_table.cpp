#include "gis_io/write/results/hazards_table.hpp"

#include <fmt/format.h>

namespace sise {
namespace {

constexpr int kNoMajorHazard = 5;

/// Joined by "; ", each once.
class Joined {
 public:
  void add(const std::string& part) {
    if (part.empty() || (";" + text_ + ";").find(";" + part + ";") != std::string::npos) return;
    text_ += (text_.empty() ? "" : ";") + part;
  }
  [[nodiscard]] std::string text() const {
    std::string spaced;
    for (const char c : text_) {
      spaced += c;
      if (c == ';') spaced += ' ';
    }
    return spaced;
  }

 private:
  std::string text_;
};

PropertyValue optional_number(const std::optional<double>& number) {
  return number ? PropertyValue(*number) : PropertyValue();
}

std::string units_of(const HazardUnit& unit) {
  Joined ids;
  for (const HazardShare& share : unit.hazard.shares) ids.add(share.item.unit_id);
  return ids.text();
}

std::string substances_of(const HazardUnit& unit) {
  Joined names;
  for (const HazardShare& share : unit.hazard.shares) {
    names.add(share.item.inventory_t ? fmt::format("{} {:g} t", share.item.substance_text, *share.item.inventory_t)
                                     : share.item.substance_text);
  }
  return names.text();
}

std::string both_texts(const Text& text) { return text.en.empty() ? text.zh : text.zh + " / " + text.en; }

std::string bases_of(const HazardUnit& unit) {
  Joined bases;
  for (const HazardShare& share : unit.hazard.shares) {
    if (share.critical) bases.add(both_texts(share.critical->basis));
  }
  return bases.text();
}

std::string missing_of(const HazardUnit& unit) {
  Joined missing;
  for (const HazardShare& share : unit.hazard.shares) {
    if (!share.critical)
      missing.add(share.item.unit_id + " " + share.item.substance_text + ": " + both_texts(share.missing));
  }
  if (unit.hazard.shares.empty()) missing.add("物质和设计最大存量 / substance and design maximum");
  if (unit.hazard.major.value_or(false) && !unit.hazard.alpha) {
    missing.add("厂界外 500 m 居民数 / residents within 500 m of the boundary");
  }
  return missing.text();
}

std::string remarks_of(const HazardUnit& unit) {
  Joined remarks;
  for (const HazardShare& share : unit.hazard.shares) {
    if (!share.critical) continue;
    for (const Text& assumption : share.critical->assumptions) remarks.add(both_texts(assumption));
  }
  for (const Text& remark : unit.hazard.remarks) remarks.add(both_texts(remark));
  return remarks.text();
}

PropertyValue major_of(const MajorHazard& hazard) {
  return hazard.major ? PropertyValue(*hazard.major) : PropertyValue();
}

Text label_of(const MajorHazard& hazard, const ClassScheme& scheme) {
  const SchemeClass* found = scheme.by_code(hazard_code(hazard));
  return found == nullptr ? scheme.no_answer_label : found->label;
}

struct HazardColumn {
  std::string name;
  SheetColumn sheet;
};

const std::vector<HazardColumn>& all_columns() {
  static const std::vector<HazardColumn> kColumns{{"hazard_id", {"辨识单元 unit of identification", ""}},
                                                  {"enterprise", {"企业 enterprise", ""}},
                                                  {"unit_ids", {"装置设施 units", ""}},
                                                  {"substances", {"物质与设计最大存量 substances, design maximum", ""}},
                                                  {"s", {"S", "1"}},
                                                  {"major_hazard", {"是否重大危险源 major hazard", ""}},
                                                  {"residents_500m", {"厂界外 500 m 居民 residents", "人 people"}},
                                                  {"alpha", {"α", "1"}},
                                                  {"r", {"R", "1"}},
                                                  {"r_low", {"R 下限 low", "1"}},
                                                  {"r_high", {"R 上限 high", "1"}},
                                                  {"level", {"级别 level", ""}},
                                                  {"label_zh", {"级别名称", ""}},
                                                  {"label_en", {"level's name", ""}},
                                                  {"confidence", {"依据可信度 confidence", ""}},
                                                  {"basis", {"临界量依据 basis", ""}},
                                                  {"lists", {"名录 lists", ""}},
                                                  {"leading_substance", {"主导物质 leading substance", ""}},
                                                  {"lower_below_t", {"低于此量降级 lower below", "t"}},
                                                  {"higher_from_t", {"达到此量升级 higher from", "t"}},
                                                  {"missing", {"缺少的资料 missing", ""}},
                                                  {"remarks", {"说明 remarks", ""}}};
  return kColumns;
}

Sheet substances_sheet(const HazardsResult& result) {
  Sheet sheet{"物质明细 substances",
              "",
              {{"辨识单元 unit of identification", ""},
               {"装置设施 unit", ""},
               {"物质 substance", ""},
               {"设计最大存量 q", "t"},
               {"临界量 Q", "t"},
               {"β", "1"},
               {"q/Q", "1"},
               {"βq/Q", "1"},
               {"依据 basis", ""},
               {"可信度 confidence", ""},
               {"缺少 missing", ""}},
              {}};
  for (const HazardUnit& unit : result.units) {
    for (const HazardShare& share : unit.hazard.shares) {
      const auto& critical = share.critical;
      sheet.rows.push_back({unit.hazard.id, share.item.unit_id, share.item.substance_text,
                            optional_number(share.item.inventory_t),
                            critical ? PropertyValue(critical->critical_t) : PropertyValue(),
                            critical ? PropertyValue(critical->beta) : PropertyValue(),
                            critical ? PropertyValue(share.q_over_Q) : PropertyValue(),
                            critical ? PropertyValue(share.weighted) : PropertyValue(),
                            critical ? both_texts(critical->basis) : std::string(),
                            critical ? std::string(name_of(critical->confidence)) : std::string(),
                            critical ? std::string() : both_texts(share.missing)});
    }
  }
  return sheet;
}

}  // namespace

int hazard_code(const MajorHazard& hazard) {
  if (hazard.level) return *hazard.level;
  return hazard.major && !*hazard.major ? kNoMajorHazard : 0;
}

const std::vector<std::string>& hazard_columns() {
  static const std::vector<std::string> kNames = [] {
    std::vector<std::string> names;
    for (const HazardColumn& column : all_columns()) names.push_back(column.name);
    return names;
  }();
  return kNames;
}

std::vector<PropertyValue> row_of(const HazardUnit& unit, const ClassScheme& scheme) {
  const MajorHazard& hazard = unit.hazard;
  const Text label = label_of(hazard, scheme);
  const auto& change = unit.change;
  return {hazard.id,
          unit.enterprise,
          units_of(unit),
          substances_of(unit),
          hazard.shares.empty() ? PropertyValue() : PropertyValue(hazard.s),
          major_of(hazard),
          optional_number(hazard.residents),
          optional_number(hazard.alpha),
          optional_number(hazard.r),
          hazard.bracket ? PropertyValue(hazard.bracket->low) : PropertyValue(),
          hazard.bracket ? PropertyValue(hazard.bracket->high) : PropertyValue(),
          hazard.level ? PropertyValue(*hazard.level) : PropertyValue(),
          label.zh,
          label.en,
          std::string(name_of(hazard.confidence)),
          bases_of(unit),
          both_texts(unit.lists_label),
          change ? PropertyValue(change->substance_text) : PropertyValue(),
          change ? optional_number(change->lower_below_t) : PropertyValue(),
          change ? optional_number(change->higher_from_t) : PropertyValue(),
          missing_of(unit),
          remarks_of(unit)};
}

std::vector<Sheet> hazard_sheets(const HazardsResult& result, const MajorHazardPack& pack, const ClassScheme& scheme) {
  Sheet ledger{"重大危险源 major hazards", both_texts(pack.title), {}, {}};
  for (const HazardColumn& column : all_columns()) ledger.columns.push_back(column.sheet);
  for (const HazardUnit& unit : result.units) ledger.rows.push_back(row_of(unit, scheme));
  return {std::move(ledger), substances_sheet(result)};
}

std::vector<Feature> hazard_features(const HazardsResult& result, const ClassScheme& scheme) {
  std::vector<Feature> features;
  for (const HazardUnit& unit : result.units) {
    Feature feature;
    feature.geometry = unit.geometry;
    const std::vector<PropertyValue> values = row_of(unit, scheme);
    for (std::size_t i = 0; i < values.size(); ++i) feature.properties.push_back({hazard_columns()[i], values[i]});
    const int code = hazard_code(unit.hazard);
    const SchemeClass* found = scheme.by_code(code);
    feature.properties.push_back({"code", code});
    feature.properties.push_back({"colour", hex_colour(found == nullptr ? scheme.no_answer_rgb : found->rgb)});
    features.push_back(std::move(feature));
  }
  return features;
}

}  // namespace sise

#include "gis_io/read/project/proposal_facts.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "core/decision/law_checks.hpp"
#include "core/decision/siting_checks.hpp"
#include "core/geometry/operations.hpp"
#include "gis_io/read/config/config_reader.hpp"
#include "gis_io/read/config/field_names.hpp"
#include "gis_io/read/layers/field_map.hpp"
#include "gis_io/read/packs/packs.hpp"
#include "gis_io/read/project/key_texts.hpp"
#include "gis_io/read/project/proposal_rows.hpp"
#include "gis_io/read/text/normalise.hpp"

namespace sise {
namespace {

constexpr std::array<std::string_view, 6> kNumbers{
    "yangtze_bank_m", "near_size", "near_single_size", "emission_kg_s", "emission_limit_mg_m3", "emission_area_m2"};
constexpr std::array<std::string_view, 11> kWords{"activity",  "near_unit",     "near_item",     "near_sub",
                                                  "stands_as", "zone",          "industry_code", "catalogue_no",
                                                  "purpose",   "emission_type", "replaces"};
constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kActivities{
    {{"生产", "production"}, {"储存", "storage"}, {"使用", "use"}, {"经营", "trade"}, {"运输", "transport"}}};

template <class List, class Item>
bool is_among(const List& list, const Item& item) {
  return std::find(list.begin(), list.end(), item) != list.end();
}

std::optional<bool> yes_or_no(const std::string& text) {
  for (const char* yes : {"yes", "true", "1", "是"}) {
    if (text == yes) return true;
  }
  for (const char* no : {"no", "false", "0", "否"}) {
    if (text == no) return false;
  }
  return std::nullopt;
}

class FactRows {
 public:
  FactRows(const FeatureTable& table, const LayerConfig& config, Problems& problems)
      : fields_(table, config, field_specs(fact_field_names(), {}), problems), problems_(problems) {}

  Facts read(const FeatureRow& row) {
    Facts facts;
    for (const char* name : {"substance", "inventory_t", "process"}) facts.names_zh[name] = field_text(name).zh;
    for (const std::string& name : fact_field_names()) {
      facts.names_zh[name] = field_text(name).zh;
      if (is_among(kNumbers, name)) {
        if (const auto value = fields_.number(row, name, kNotNegative)) facts.numbers[name] = *value;
        continue;
      }
      const auto text = fields_.text(row, name);
      if (!text) continue;
      const std::string word = normalised(*text);
      if (is_among(kWords, name)) {
        facts.words[name] = name == "activity" ? activity(row, word) : word;
      } else if (const auto flag = yes_or_no(word)) {
        facts.numbers[name] = *flag ? 1.0 : 0.0;
      } else {
        problems_.error("not_yes_or_no", {"'" + word + "' is neither yes nor no", "'" + word + "' 不是“是”或“否”"},
                        fields_.at(row, name), {"Write yes or no (是, 否)", "请填写 是 或 否"});
      }
    }
    return facts;
  }

  [[nodiscard]] Location at(const FeatureRow& row, const std::string& name) const { return fields_.at(row, name); }

 private:
  std::string activity(const FeatureRow& row, const std::string& word) {
    std::vector<std::string> known;
    for (const auto& [zh, en] : kActivities) {
      if (word == zh || word == en) return std::string(en);
      known.insert(known.end(), {std::string(en), std::string(zh)});
    }
    problems_.error("unknown_choice", {"unknown activity '" + word + "'", "未知的活动 '" + word + "'"},
                    fields_.at(row, "activity"), did_you_mean(word, known));
    return word;
  }

  FieldMap fields_;
  Problems& problems_;
};

std::string word_of(const Facts& facts, const std::string& name) {
  const auto found = facts.words.find(name);
  return found == facts.words.end() ? "" : found->second;
}

std::optional<double> number_of(const Facts& facts, const std::string& name) {
  const auto found = facts.numbers.find(name);
  return found == facts.numbers.end() ? std::nullopt : std::optional<double>(found->second);
}

/// What is said of a neighbour that is not named would be asked of nobody.
void require_neighbour(const Facts& facts, const Location& where, Problems& problems) {
  for (const char* name : {"near_item", "near_sub", "near_size", "near_single_size", "stands_as"}) {
    if (!facts.words.contains(name) && !facts.numbers.contains(name)) continue;
    problems.error(
        "missing_near_unit",
        {std::string(name) + " is stated, but not of which unit", std::string("填写了 ") + name + ",但未指明单元"},
        where, {"Name the unit as near_unit", "请在 near_unit 中填写单元编号"});
    return;
  }
}

/// The neighbour that a design code governs, where the proposal names one.
void add_design_code(const Facts& facts, const Study& study, const DesignCodes& codes, const Location& where,
                     Proposal& proposal, Problems& problems) {
  const std::string unit_id = word_of(facts, "near_unit");
  if (unit_id.empty()) {
    require_neighbour(facts, where, problems);
    return;
  }
  const CodeNeighbour neighbour{unit_id,
                                {word_of(facts, "near_item"), word_of(facts, "near_sub"), number_of(facts, "near_size"),
                                 number_of(facts, "near_single_size"), word_of(facts, "stands_as")}};
  const auto unit =
      std::find_if(study.units.begin(), study.units.end(), [&](const Unit& u) { return u.id == unit_id; });
  if (unit == study.units.end()) {
    problems.error("unknown_unit", {"the study has no unit '" + unit_id + "'", "研究中没有单元 '" + unit_id + "'"},
                   where);
    return;
  }
  const auto known = [&](const std::string& word, const std::vector<std::string>& list, const char* field) {
    if (is_among(list, word)) return;
    problems.error("unknown_choice",
                   {"no design code here knows '" + word + "' (" + field + ")",
                    "收录的设计规范中没有 '" + word + "' (" + field + ")"},
                   where, did_you_mean(word, list));
  };
  known(neighbour.question.item, codes.items(), "near_item");
  known(neighbour.question.to, codes.neighbours(), "stands_as");
  const double distance = distance_m(unit->geometry, proposal.geometry());
  proposal.conditions.push_back(design_code_check(codes, neighbour, distance, study.criteria));
}

/// "U1; U2": the names, without blanks around them.
std::vector<std::string> names_in(const std::string& list) {
  std::vector<std::string> names(1);
  for (const char c : list) {
    if (c == ';' || c == ',') {
      names.emplace_back();
    } else {
      names.back() += c;
    }
  }
  for (std::string& name : names) name = trimmed(name);
  std::erase(names, std::string());
  return names;
}

/// The units that go when a proposed one comes: of its own enterprise, which is theirs where it names none.
void take_replaced(const std::string& list, const Study& study, const Location& where, Proposal& proposal,
                   Problems& problems) {
  if (list.empty()) return;
  if (proposal.kind != Proposal::Kind::unit) {
    problems.error("not_a_unit", {"a development replaces no unit", "只有拟建单元才能替代现有单元 (replaces)"}, where,
                   {"Leave `replaces` empty", "请将 replaces 留空"});
    return;
  }
  for (const std::string& name : names_in(list)) {
    const auto unit =
        std::find_if(study.units.begin(), study.units.end(), [&](const Unit& u) { return normalised(u.id) == name; });
    if (unit == study.units.end()) {
      problems.error("unknown_unit",
                     {"'" + name + "', which is to be replaced, is no unit of the study",
                      "被替代的 '" + name + "' 不是研究中的单元"},
                     where, {"Name units by their id, several with ;", "请填写单元编号, 多个用 ; 分隔"});
      continue;
    }
    Unit& own = proposal.unit;
    if (own.enterprise.empty()) own.enterprise = unit->enterprise_key();
    if (own.enterprise != unit->enterprise_key()) {
      problems.error(
          "other_enterprise",
          {"'" + name + "' belongs to enterprise '" + unit->enterprise_key() + "', the proposed unit to '" +
               own.enterprise + "'",
           "'" + name + "' 属于企业 '" + unit->enterprise_key() + "', 拟建单元属于 '" + own.enterprise + "'"},
          where,
          {"A unit replaces units of its own enterprise: correct one of the two",
           "单元只能替代本企业的单元, 请更正其一"});
      continue;
    }
    const auto index = static_cast<std::size_t>(unit - study.units.begin());
    if (!is_among(proposal.replaces, index)) proposal.replaces.push_back(index);
  }
}

/// A zone that no list knows is a slip; it would let pass what a list forbids elsewhere.
void check_zone(const Facts& facts, const AdmissionLists& lists, const Location& where, Problems& problems) {
  const std::vector<std::string> known = lists.zones();
  const std::string zone = word_of(facts, "zone");
  const bool is_known =
      std::any_of(known.begin(), known.end(), [&](const std::string& one) { return same_name(one, zone); });
  if (zone.empty() || known.empty() || is_known) return;
  problems.error("unknown_choice", {"no list knows a zone '" + zone + "'", "清单中没有区域 '" + zone + "'"}, where,
                 did_you_mean(zone, known));
}

/// All four facts of an emission, or none.
std::optional<FugitiveEmission> emission_of(const Facts& facts, const Location& where, Problems& problems) {
  constexpr double kSecondsPerHour = 3600.0;
  std::string missing;
  bool any = false;
  for (const char* name : {"emission_kg_s", "emission_limit_mg_m3", "emission_area_m2", "emission_type"}) {
    if (facts.has(name)) {
      any = true;
    } else {
      missing += (missing.empty() ? "" : ", ") + std::string(name);
    }
  }
  if (!any) return std::nullopt;
  if (!missing.empty()) {
    problems.error("incomplete_emission", {"the emission lacks " + missing, "无组织排放缺少 " + missing}, where,
                   {"State all four, or none", "请四项都填写,或都不填写"});
    return std::nullopt;
  }
  const std::string type = word_of(facts, "emission_type");
  const auto known = emission_type_from(type);
  const auto rate = *number_of(facts, "emission_kg_s");
  const auto limit = *number_of(facts, "emission_limit_mg_m3");
  const auto area = *number_of(facts, "emission_area_m2");
  if (!known) {
    problems.error("unknown_choice", {"unknown type of source '" + type + "'", "未知的排放源类型 '" + type + "'"},
                   where, {"It is I, II or III", "应为 I、II 或 III"});
    return std::nullopt;
  }
  if (!(rate > 0.0 && limit > 0.0 && area > 0.0)) {
    problems.error("not_positive",
                   {"rate, limit and area of the emission must be above 0", "排放量、限值和面积必须大于 0"}, where);
    return std::nullopt;
  }
  return FugitiveEmission{rate * kSecondsPerHour, limit, area, *known};
}

void read_occupancy(FieldMap& fields, const FeatureRow& row, Occupancy& occupancy) {
  occupancy = {.use = fields.text(row, "use").value_or(""),
               .households = fields.number(row, "households"),
               .floor_area_m2 = fields.number(row, "floor_area_m2"),
               .beds = fields.number(row, "beds"),
               .people = fields.number(row, "people"),
               .people_shift = fields.number(row, "people_shift"),
               .open_air_people = fields.number(row, "open_air_people")};
}

}  // namespace

void judge_facts(const FeatureTable& table, const LayerConfig& config, const Study& study, const SitingRules& siting,
                 std::vector<Proposal>& proposals, Problems& problems) {
  Problems of_row;
  Problems told;  // what is wrong with sizes has been told with the class already
  FactRows facts(table, part_of(config, fact_field_names()), of_row);
  FieldMap sizes(table, part_of(config, target_field_names()), field_specs(target_field_names(), {}), told);
  for (std::size_t i = 0; i < proposals.size(); ++i) {
    Proposal& proposal = proposals[i];
    if (!proposal.faults.empty()) continue;
    of_row = {};
    const FeatureRow& row = table.rows[i];
    const Facts stated = facts.read(row);
    add_design_code(stated, study, siting.codes, facts.at(row, "near_unit"), proposal, of_row);
    add_law_checks(siting.law, stated, study.criteria, proposal);
    take_replaced(word_of(stated, "replaces"), study, facts.at(row, "replaces"), proposal, of_row);
    check_zone(stated, siting.lists, facts.at(row, "zone"), of_row);
    add_list_checks(siting.lists, stated, substances(), study.criteria, proposal);
    if (proposal.kind == Proposal::Kind::development) {
      read_occupancy(sizes, row, proposal.occupancy);
      add_pipeline_checks(siting.pipelines, study, substances(), proposal);
    } else if (const auto emission = emission_of(stated, facts.at(row, "emission_kg_s"), of_row)) {
      add_sanitary_check(siting.sanitary, *emission, study, proposal);
    }
    take_problems(of_row, proposal, problems);
  }
}

}  // namespace sise

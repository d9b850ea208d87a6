// sise rules: which limits, vulnerability rules, damage tables and class schemes are built in, and how sure are they?
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include "app/commands.hpp"
#include "app/describe_harm.hpp"
#include "app/exit_code.hpp"
#include "app/origin.hpp"
#include "app/standard_output.hpp"
#include "gis_io/read/config/config_reader.hpp"
#include "gis_io/read/packs/packs.hpp"
#include "gis_io/read/packs/packs_json.hpp"

namespace sise::app {
namespace {

std::string heading(const std::string& id, const Text& title, Language language) {
  return id + ": " + title.in(language) + "\n";
}

std::string describe(const LimitTable& table, Language language) {
  std::string text = heading(table.rule_id, table.title, language);
  for (std::size_t i = 0; i < table.by_class.size(); ++i) {
    const Limit& limit = table.by_class.at(i);
    const auto target_class = static_cast<TargetClass>(i);
    text += fmt::format("  {}, {}: {} {} {}\n", name_of(target_class), label_of(target_class).in(language), limit.value,
                        table.unit, origin(limit.source, limit.confidence, language));
  }
  return text;
}

std::string describe(const SocietalCriterion& c, Language language) {
  const bool zh = language == Language::zh;
  const auto line = [language](const char* label, const std::string& formula, const Limit& limit) {
    return fmt::format("  {}: {} {}\n", label, formula, origin(limit.source, limit.confidence, language));
  };
  return heading(c.rule_id, c.title, language) +
         line(zh ? "不可接受线" : "unacceptable above", fmt::format("F = {} N^{}", c.upper_at_one.value, c.slope),
              c.upper_at_one) +
         line(zh ? "可接受线" : "acceptable below", fmt::format("F = {} N^{}", c.lower_at_one.value, c.slope),
              c.lower_at_one) +
         line(zh ? "死亡人数上限" : "largest N", fmt::format("{}", c.largest_n.value), c.largest_n);
}

std::string describe_scope(const RulePack& pack, Language language) {
  const bool zh = language == Language::zh;
  std::string text = pack.scope_rule_id + ": " +
                     (zh ? "不适用范围及适用标准" : "what the rules do not cover, and the code that does") + "\n";
  for (const Exclusion& e : pack.exclusions) {
    const std::string code = e.governed_by.empty() ? (zh ? "未收录规则" : "no rule held") : e.governed_by;
    text += fmt::format("  {}: {} {}\n", e.reason.in(language), code, origin(e.source, e.confidence, language));
  }
  return text;
}

std::string describe(const OccupancyMeasure& m, Language language) {
  const bool zh = language == Language::zh;
  std::string text = m.quantity;
  if (m.class_1_from) text += (zh ? ", 一类 >= " : ", class 1 from ") + fmt::format("{}", *m.class_1_from);
  if (m.class_2_from) text += (zh ? ", 二类 >= " : ", class 2 from ") + fmt::format("{}", *m.class_2_from);
  return text + " " + origin(m.source, m.confidence, language);
}

std::string describe(const OccupancyTable& table, Language language) {
  const bool zh = language == Language::zh;
  std::string text = table.rule_id + ": " +
                     (zh ? "按用途和规模确定防护目标类别, 已知各项中取最严"
                         : "class of a target by use and size, the strictest of all that is known") +
                     " " + origin(table.source, table.confidence, language) + "\n";
  for (const OccupancyUse& use : table.uses) {
    text += "  " + use.id + ", " + use.title.in(language) + ": ";
    if (use.always) text += label_of(*use.always).in(language) + " " + origin(use.source, use.confidence, language);
    if (use.no_target)
      text += (zh ? "非防护目标 " : "no protected target ") + origin(use.source, use.confidence, language);
    for (std::size_t i = 0; i < use.measures.size(); ++i)
      text += (i > 0 ? "; " : "") + describe(use.measures[i], language);
    text += "\n";
  }
  return text;
}

/// The rules of a pack, or those of them that `only` names.
std::string describe(const RulePack& pack, const std::vector<std::string>& only, Language language) {
  std::string text = heading(pack.id, pack.title, language);
  const auto wanted = [&only](const std::string& id) {
    return only.empty() || std::find(only.begin(), only.end(), id) != only.end();
  };
  const auto add = [&](const std::string& id, const auto& describe_it) {
    if (wanted(id)) text += "\n" + describe_it();
  };
  add(pack.individual_risk_existing.rule_id, [&] { return describe(pack.individual_risk_existing, language); });
  add(pack.individual_risk_new.rule_id, [&] { return describe(pack.individual_risk_new, language); });
  add(pack.overpressure.rule_id, [&] {
    const char* const label = language == Language::zh ? "计算公式" : "curve";
    return describe(pack.overpressure, language) +
           fmt::format("  {}: {} ({})\n", label, pack.blast_curve, words_of(pack.blast_curve_confidence).in(language));
  });
  add(pack.societal_risk.rule_id, [&] { return describe(pack.societal_risk, language); });
  add(pack.scope_rule_id, [&] { return describe_scope(pack, language); });
  add(pack.occupancy.rule_id, [&] { return describe(pack.occupancy, language); });
  return text;
}

std::string describe(const ReleaseDurationRule& rule, Language language) {
  const bool zh = language == Language::zh;
  std::string text = heading(rule.id, rule.title, language);
  const auto line = [&](const char* en, const char* chinese, const std::optional<double>& limit_s) {
    if (limit_s) text += fmt::format("  {}: {} s\n", zh ? chinese : en, *limit_s);
  };
  line("at most", "不超过", rule.longest_s);
  line("where it can be isolated", "可紧急隔离", rule.isolated_s);
  line("where it cannot", "不能紧急隔离", rule.not_isolated_s);
  text += zh ? "  不超过存量与泄漏速率之比\n" : "  no longer than the inventory lasts\n";
  return text + "  " + origin(rule.source, rule.confidence, language) + "\n";
}

std::string describe(const ClassScheme& scheme, Language language) {
  std::string text = heading(scheme.id, scheme.title, language);
  for (const SchemeClass& c : scheme.classes) {
    std::string bounds;
    if (std::isfinite(c.lower)) bounds += fmt::format("> {}", c.lower);
    if (std::isfinite(c.upper)) bounds += fmt::format("{}<= {}", bounds.empty() ? "" : ", ", c.upper);
    if (scheme.unit != "1") bounds += " " + scheme.unit;
    text += fmt::format("  {} {} {}: {}\n", c.code, hex_colour(c.rgb), bounds, c.label.in(language));
  }
  text += fmt::format("  0 {} {}\n", hex_colour(scheme.no_answer_rgb), scheme.no_answer_label.in(language));
  if (scheme.outside) {
    text += fmt::format("  {} {} {}\n", ClassScheme::outside_code, hex_colour(scheme.outside->rgb),
                        scheme.outside->label.in(language));
  }
  return text + "  " + origin(scheme.source, scheme.confidence, language) + "\n";
}

std::string list_all(Language language) {
  const bool zh = language == Language::zh;
  std::string text = zh ? "规则包\n" : "rule packs\n";
  for (const std::string& id : rule_pack_ids()) {
    const RulePack pack = rule_pack(id);
    text += "  " + heading(id, pack.title, language);
    for (const std::string& rule : pack.rule_ids()) text += "    " + rule + "\n";
  }
  text += zh ? "伤害准则包\n" : "harm packs\n";
  for (const std::string& id : harm_pack_ids()) text += "  " + heading(id, harm_pack(id).title, language);
  text += zh ? "破坏效应表\n" : "damage tables\n";
  for (const std::string& id : damage_table_ids()) text += "  " + heading(id, damage_table(id).title, language);
  text += zh ? "泄漏时间规则\n" : "leak durations\n";
  for (const std::string& id : release_duration_rule_ids()) {
    text += "  " + heading(id, release_duration_rule(id).title, language);
  }
  text += zh ? "分级方案\n" : "class schemes\n";
  for (const std::string& id : class_scheme_ids()) text += "  " + heading(id, class_scheme(id).title, language);
  return text;
}

bool contains(const std::vector<std::string>& ids, const std::string& id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

class Rules : public Command {
 public:
  [[nodiscard]] std::string_view name() const override { return "rules"; }

  [[nodiscard]] Text summary() const override {
    return {"which limits and schemes are built in?", "列出内置的限值、准则和分级方案"};
  }

  void add_options(CLI::App& app, Language language) override {
    const bool zh = language == Language::zh;
    app.add_option(
        "ID", id_,
        zh ? "规则包、规则、伤害准则包、破坏效应表或分级方案的 id, 或自己的规则包 (.toml)"
           : "a rule pack, rule, harm pack, damage table or class scheme, or a rule pack of your own (.toml)");
    app.add_flag("--json", json_, zh ? "机器可读的 JSON" : "as JSON, for machines");
  }

  int run(const Session& session) override {
    write_standard_output(answer(session.log.language()));
    return kDone;
  }

 private:
  [[nodiscard]] std::string answer(Language language) const {
    if (id_.empty()) return json_ ? built_in_json() : list_all(language);
    if (contains(harm_pack_ids(), id_)) {
      const HarmPack pack = harm_pack(id_);
      return json_ ? harm_pack_json(pack) : app::describe(pack, language);
    }
    if (contains(damage_table_ids(), id_)) {
      const DamageTable table = damage_table(id_);
      return json_ ? damage_table_json(table) : app::describe(table, language);
    }
    if (contains(release_duration_rule_ids(), id_)) {
      const ReleaseDurationRule rule = release_duration_rule(id_);
      return json_ ? release_duration_json(rule) : describe(rule, language);
    }
    if (contains(class_scheme_ids(), id_)) {
      const ClassScheme scheme = class_scheme(id_);
      return json_ ? class_scheme_json(scheme) : describe(scheme, language);
    }
    if (is_pack_file(id_) || contains(rule_pack_ids(), id_)) return pack_answer(rule_pack(id_), {}, language);
    return rule_answer(language);
  }

  [[nodiscard]] std::string pack_answer(const RulePack& pack, const std::vector<std::string>& only,
                                        Language language) const {
    return json_ ? rule_pack_json(pack, only) : describe(pack, only, language);
  }

  /// A single rule, looked for in every built-in pack.
  [[nodiscard]] std::string rule_answer(Language language) const {
    std::vector<std::string> known = rule_pack_ids();
    for (const std::string& id : rule_pack_ids()) {
      const RulePack pack = rule_pack(id);
      const std::vector<std::string> named = rules_named(pack, id_);
      if (!named.empty()) return pack_answer(pack, named, language);
      const std::vector<std::string> rules = pack.rule_ids();
      known.insert(known.end(), rules.begin(), rules.end());
    }
    for (const std::vector<std::string>& ids :
         {harm_pack_ids(), damage_table_ids(), release_duration_rule_ids(), class_scheme_ids()})
      known.insert(known.end(), ids.begin(), ids.end());
    throw ConfigError("unknown_rule", {"nothing built in is called '" + id_ + "'", "没有名为 '" + id_ + "' 的内置规则"},
                      {}, did_you_mean(id_, known));
  }

  std::string id_;
  bool json_ = false;
};

}  // namespace

std::unique_ptr<Command> rules_command() { return std::make_unique<Rules>(); }

}  // namespace sise::app

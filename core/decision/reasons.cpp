#include "core/decision/reasons.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "core/criteria/confidence_words.hpp"
#include "core/criteria/readable.hpp"
#include "core/criteria/warning_text.hpp"
#include "core/decision/extend_list.hpp"

namespace sise {
namespace {

std::string percent(double share) { return share < 0.01 ? "less than 1 %" : fmt::format("{:.2g} %", share * 100.0); }
std::string percent_zh(double share) { return share < 0.01 ? "不足 1 %" : fmt::format("{:.2g} %", share * 100.0); }

/// A clause as a sentence.
Text closed(Text clause) {
  if (!clause.en.empty() && clause.en.front() >= 'a' && clause.en.front() <= 'z')
    clause.en.front() = static_cast<char>(clause.en.front() - 'a' + 'A');
  return {clause.en + ".", clause.zh + "。"};
}

/// The recalled values behind generated scenarios, without their sources; the others are counted.
Text named_in_range(const Chain& chain) {
  constexpr std::size_t kMostNamed = 4;
  Chain named_ones;
  std::size_t more = 0;
  for (Link link : open_links(chain)) {
    if (link.range != LinkRange::open) continue;
    link.source.clear();
    link.source_zh.clear();
    if (named_ones.size() < kMostNamed) {
      named_ones.push_back(std::move(link));
    } else {
      ++more;
    }
  }
  Text text = named(named_ones);
  if (more == 0) return text;
  text.en += fmt::format(" and {} more (rests_on)", more);
  text.zh += fmt::format("等另 {} 项 (rests_on)", more);
  return text;
}

/// The recalled values of rules and substances, with their sources.
Text named_of_rules(const Chain& chain) {
  Chain of_rules = open_links(chain);
  std::erase_if(of_rules, [](const Link& link) { return link.range == LinkRange::open; });
  return named(of_rules);
}

/// What keeps a breach from being a veto until the office confirms it.
Text to_be_confirmed(const Chain& chain) {
  const Text of_rules = named_of_rules(chain);
  const Text generated = named_in_range(chain);
  Text text;
  if (!of_rules.en.empty()) {
    text = {"; this is a breach, and a veto once these recalled values are confirmed against their official text: " +
                of_rules.en,
            ";属超限,下列凭记忆录入的数值经核对原文确认后即为一票否决:" + of_rules.zh};
  }
  if (generated.en.empty()) return text;
  const bool alone = of_rules.en.empty();
  text.en +=
      (alone ? "; this is a breach, and a veto once what its generated scenarios take for granted is stated in the "
               "record or confirmed: "
             : "; its scenarios were generated with recalled or assumed values too: ") +
      generated.en;
  text.zh += (alone ? ";属超限,其情景所用的假定值在记录中填写或经确认后即为一票否决:"
                    : ";其情景的生成亦采用凭记忆录入的数值或假定值:") +
             generated.zh;
  return text;
}

/// A breach that no recalled value can undo.
Text even_at_the_least(const ReviewCheck& check) {
  if (std::isnan(check.least)) return {};
  const Compared least = compared(check.least, check.limit, check.unit);
  return {"; with every assumed or recalled value at the milder end of its range it is at least " + least.value.en +
              ", " + least.ratio.en,
          ";各假定值和凭记忆录入的数值均取较轻一端时仍不低于" + set_off(least.value.zh) + "," + least.ratio.zh};
}

/// What keeps a breach from being a veto, or a passed check from being enough.
Text cause(const ReviewCheck& check) {
  if (check.passed && check.open_values_decide() && !check.warning_decides()) {
    const Compared most = compared(check.most, check.limit, check.unit);
    const Text open = named_in_range(check.rests_on);
    return {", but values that the record does not state or that are recalled may make it " + most.value.en + ", " +
                most.ratio.en + "; to be stated in the record or confirmed: " + open.en,
            ",但记录未填写或凭记忆录入的数值可能使其达到" + set_off(most.value.zh) + "," + most.ratio.zh +
                ";需在记录中填写或核对确认:" + open.zh};
  }
  if (check.passed) {
    const Text words = warning_texts(check.codes);
    if (std::isnan(check.bracket)) return {", but " + words.en, ",但" + words.zh};
    const Compared most = compared(check.bracket, check.limit, check.unit);
    return {", but " + words.en + ", so that it may be " + most.value.en + ", " + most.ratio.en,
            ",但" + words.zh + ",可能达到" + set_off(most.value.zh) + "," + most.ratio.zh};
  }
  if (!check.has_limit()) return {};
  if (check.assumed_class) {
    if (!check.settles.en.empty()) {
      return {"; the class is open, judged by the strictest: " + check.settles.en,
              ";类别未定,按最严判定:" + check.settles.zh};
    }
    return {"; the size of the place is not stated, and a smaller one has a milder class",
            ";规模未填,规模较小时类别较低"};
  }
  if (check.partly) {
    return {"; only a part of the parcel breaks the limit", ";仅地块局部超出限值"};
  }
  if (stands(check.rests_on)) return even_at_the_least(check);
  return to_be_confirmed(check.rests_on);
}

/// Between which values a breach lies that its warnings may undo.
Text undone(const ReviewCheck& check) {
  const Text words = warning_texts(check.codes);
  const Compared least = compared(check.low, check.limit, check.unit);
  return {", but " + words.en + ", so that it may be as little as " + least.value.en + ", " + least.ratio.en,
          ",但" + words.zh + ",可能仅为" + set_off(least.value.zh) + "," + least.ratio.zh};
}

Text verdict_sentence(const Decision& decision, const ReviewCheck& first) {
  const Text clause = clause_of(first);
  if (decision.verdict == Verdict::veto) return {"Veto: " + clause.en + ".", "一票否决:" + clause.zh + "。"};
  return {"Conditional: " + clause.en + ".", "有条件:" + clause.zh + "。"};
}

/// The passed check that comes closest to its limit.
const ReviewCheck* nearest_passed(const Decision& decision) {
  const ReviewCheck* nearest = nullptr;
  for (const ReviewCheck& check : decision.checks) {
    if (!check.passed || !check.has_limit() || check.subject == kAllTogether) continue;
    if (nearest == nullptr || check.share_of_limit() > nearest->share_of_limit()) nearest = &check;
  }
  return nearest;
}

/// A warning that cannot change the outcome is still told.
Text kept_even_so(const ReviewCheck& check) {
  if (check.codes.empty()) return {};
  const Text words = warning_texts(check.codes);
  const Text most = compared(check.bracket, check.limit, check.unit).ratio;
  return {"; " + words.en + ", which leaves at most " + most.en, ";" + words.zh + ",即便如此最多" + most.zh};
}

Text allow_sentence(const Decision& decision) {
  if (!decision.target_class && !decision.class_basis.how.en.empty()) {
    return {"Allowed: the place is no protected target (" + decision.class_basis.how.en + ").",
            "同意:该用地不属于防护目标(" + decision.class_basis.how.zh + ")。"};
  }
  const ReviewCheck* nearest = nearest_passed(decision);
  if (nearest == nullptr) {
    return {"Allowed: no unit of the study reaches the place.", "同意:研究中的单元均不影响该地块。"};
  }
  const Text warned = kept_even_so(*nearest);
  return {"Allowed: every check is passed; the nearest: " + nearest->text.en + warned.en + ".",
          "同意:各项检查均通过;最接近限值的一项:" + nearest->text.zh + warned.zh + "。"};
}

std::vector<Text> class_sentences(const Decision& decision) {
  if (decision.class_basis.how.en.empty()) return {};
  if (!decision.target_class) return {};
  const Text label = label_of(*decision.target_class);
  const ClassBasis& basis = decision.class_basis;
  const Text how_sure = words_of(basis.confidence);
  const bool stated = basis.rule_id.empty();
  return {{fmt::format("Class of the target: {}: {}{}.", label.en, basis.how.en,
                       stated ? "" : fmt::format(" ({}; {})", basis.source, how_sure.en)),
           fmt::format("防护目标类别:{}:{}{}。", label.zh, basis.how.zh,
                       stated ? "" : fmt::format("({};{})", basis.source, how_sure.zh))}};
}

Text colour_label(ColourCode code) {
  switch (code) {
    case ColourCode::red:
      return {"red", "红色"};
    case ColourCode::orange:
      return {"orange", "橙色"};
    case ColourCode::yellow:
      return {"yellow", "黄色"};
    case ColourCode::blue:
      return {"blue", "蓝色"};
    case ColourCode::no_answer:
      return {"no answer", "无结论"};
    case ColourCode::outside:
      break;
  }
  return {"nothing", "无数据"};
}

Text rule_label(GoverningRule rule) {
  switch (rule) {
    case GoverningRule::individual_risk:
      return {"by the individual risk of all enterprises together", "依据所有企业叠加的个人风险"};
    case GoverningRule::overpressure:
      return {"by the overpressure of explosives", "依据爆炸物超压"};
    case GoverningRule::incomplete_data:
      return {"because units nearby could not be computed", "附近有单元未能计算"};
    case GoverningRule::none:
      break;
  }
  return {};
}

std::vector<Text> map_sentences(const Decision& decision) {
  if (!decision.map) return {};
  const Text colour = colour_label(decision.map->colour.code);
  const Text rule = rule_label(decision.map->colour.rule);
  return {{"The map shows " + colour.en + " at its worst place, " + rule.en + ".",
           "地图上最不利位置为" + colour.zh + "," + rule.zh + "。"}};
}

/// What passed and was not spelled out.
std::vector<Text> count_sentences(const Decision& decision, const std::vector<const ReviewCheck*>& told) {
  std::size_t count = decision.unlisted_checks;
  double nearest = decision.nearest_unlisted_share;
  for (const ReviewCheck& check : decision.checks) {
    const bool is_told = std::find(told.begin(), told.end(), &check) != told.end();
    if (is_told || !check.passed || !check.has_limit()) continue;
    ++count;
    nearest = std::max(nearest, check.share_of_limit());
  }
  if (count == 0) return {};
  return {{fmt::format("{} further {}, the nearest at {} of its limit.", count,
                       count == 1 ? "check passes" : "checks pass", percent(nearest)),
           fmt::format("另有 {} 项检查通过,最接近的为其限值的 {}。", count, percent_zh(nearest))}};
}

}  // namespace

Text clause_of(const ReviewCheck& check) {
  const Text why = check.warning_undoes() ? undone(check) : cause(check);
  return {check.text.en + why.en, check.text.zh + why.zh};
}

std::vector<Text> reasons_of(const Decision& decision, const std::vector<const ReviewCheck*>& decides) {
  std::vector<Text> reasons;
  std::vector<const ReviewCheck*> told;
  if (decides.empty()) {
    reasons.push_back(allow_sentence(decision));
    if (const ReviewCheck* nearest = nearest_passed(decision)) told.push_back(nearest);
  }
  for (const ReviewCheck* check : decides) {
    // Of checks that pass with a warning the closest speaks for all; the others are counted.
    if (check != decides.front() && check->passed) continue;
    reasons.push_back(check == decides.front() ? verdict_sentence(decision, *check) : closed(clause_of(*check)));
    told.push_back(check);
  }
  extend_list(reasons, class_sentences(decision));
  for (const ReviewCheck& check : decision.checks) {
    if (!check.informative || check.passed) continue;
    reasons.push_back(closed(check.text));
    told.push_back(&check);
  }
  for (const Text& remark : decision.remarks) reasons.push_back(closed(remark));
  extend_list(reasons, map_sentences(decision));
  extend_list(reasons, count_sentences(decision, told));
  return reasons;
}

}  // namespace sise

#include "core/decision/letter.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <vector>

#include "core/criteria/lay_words.hpp"
#include "core/criteria/readable.hpp"
#include "core/decision/reasons.hpp"
#include "core/geometry/operations.hpp"

namespace sise {
namespace {

constexpr std::size_t kMostKept = 3;  // checks that are kept, told one by one

class Writer {
 public:
  explicit Writer(Language language) : language_(language) {}

  void heading(const Text& text) { text_ += "\n## " + text.in(language_) + "\n\n"; }
  void title(const Text& text) { text_ += "# " + text.in(language_) + "\n"; }
  void line(const Text& text) { text_ += text.in(language_) + "\n"; }
  void item(const Text& text) { text_ += "- " + text.in(language_) + "\n"; }
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  Language language_;
  std::string text_;
};

bool decides(const ReviewCheck& check) {
  return !check.informative && (!check.passed || check.warning_decides() || check.open_values_decide());
}

Text conclusion(const Decision& decision) {
  switch (decision.verdict) {
    case Verdict::allow:
      return {"The proposal is agreed to.", "同意该项目选址。"};
    case Verdict::conditional:
      if (decision.if_confirmed == Verdict::veto)
        return {
            "The proposal cannot be agreed to as it stands: it breaks a limit by values that are still to be compared "
            "with their official text, and is refused once they are confirmed.",
            "现状下不能同意:已超出限值,但所依据的部分数值尚待核对原文;核对属实的,结论为不予同意。"};
      return {"The proposal can be agreed to under conditions only.", "有条件同意,须先满足下列条件。"};
    case Verdict::veto:
      return {"The proposal is not agreed to.", "不予同意。"};
    case Verdict::undecided:
      break;
  }
  return {"The proposal could not be judged.", "未予判定。"};
}

/// Societal risk counts per year as well, and is nobody's chance to die.
bool is_risk_of_one_person(const ReviewCheck& check) {
  return check.unit == "1/yr" && check.quantity != "frequency_of_n_or_more_deaths" &&
         check.quantity != "expected_deaths_per_year";
}

Text mark_of(const ReviewCheck& check, bool deciding) {
  if (check.passed) return deciding ? Text{"open: ", "待定:"} : Text{"kept: ", "满足:"};
  return deciding ? Text{"decides: ", "决定性:"} : Text{"for information: ", "供参考:"};
}

void write_findings(Writer& w, const Decision& decision) {
  w.heading({"Findings", "审查意见"});
  bool any = false;
  std::size_t kept = 0;
  std::set<std::string> told;
  for (const bool deciding : {true, false}) {
    for (const ReviewCheck& check : decision.checks) {
      if (decides(check) != deciding || check.subject == kAllTogether) continue;
      if (check.passed && !deciding && ++kept > kMostKept) continue;
      const Text mark = mark_of(check, deciding);
      const Text clause = check.passed && deciding ? clause_of(check) : check.text;  // with what keeps it open
      w.item({mark.en + clause.en + ".", mark.zh + clause.zh + "。"});
      any = true;
      if (!is_risk_of_one_person(check) || check.passed || !deciding) continue;
      const Text lay = lay_risk(check.value);
      const Text ratio = compared(check.value, check.limit, check.unit).ratio;
      if (!told.insert(lay.en + ratio.en).second) continue;  // by another rule
      w.item(
          {"In other words: " + lay.en + ". This is " + ratio.en + ".", "通俗地说:" + lay.zh + "。" + ratio.zh + "。"});
    }
  }
  const std::size_t further = kept - std::min(kept, kMostKept) + decision.unlisted_checks;
  if (further > 0) {
    w.item({fmt::format("{} further {}.", further, further == 1 ? "check passes" : "checks pass"),
            fmt::format("另有 {} 项检查满足。", further)});
  }
  if (!any) w.item(decision.reasons.front());
}

/// Several limits may judge one target or enterprise: the check that names most units speaks for them, of equal ones the first.
std::vector<const ReviewCheck*> one_per_subject(const Decision& decision) {
  std::vector<const ReviewCheck*> told;
  for (const ReviewCheck& check : decision.checks) {
    const bool by_itself = check.contributors.size() == 1 && check.contributors.front().unit_id == check.subject;
    if (!decides(check) || check.contributors.empty() || by_itself) continue;
    const auto known = std::find_if(told.begin(), told.end(),
                                    [&](const ReviewCheck* other) { return other->subject == check.subject; });
    if (known == told.end()) {
      told.push_back(&check);
    } else if (check.contributors.size() > (*known)->contributors.size()) {
      *known = &check;
    }
  }
  return told;
}

void write_contributors(Writer& w, const Decision& decision) {
  const std::vector<const ReviewCheck*> told = one_per_subject(decision);
  if (told.empty()) return;
  w.heading({"Who contributes", "主要贡献"});
  for (const ReviewCheck* check : told) {
    Text list;
    for (const Contributor& c : check->contributors) {
      constexpr double kTold = 0.005;  // less would read as 0 %
      if (c.share < kTold) continue;
      list.en += (list.en.empty() ? "" : ", ") + fmt::format("unit '{}' {:.0f} %", c.unit_id, 100.0 * c.share);
      list.zh += (list.zh.empty() ? "" : "、") + fmt::format("单元“{}”{:.0f}%", c.unit_id, 100.0 * c.share);
    }
    w.item({check->subject + ": " + list.en, check->subject + ":" + list.zh});
  }
}

void write_open(Writer& w, const Decision& decision) {
  Chain open;
  for (const ReviewCheck& check : decision.checks) {
    if (decides(check)) extend(open, open_links(check.rests_on));
  }
  if (open.empty() && decision.remarks.empty()) return;
  w.heading({"Not judged, or still to be confirmed", "未判定和待核对事项"});
  for (const Link& link : open) {
    const Text source = link.source_text();
    w.item({link.what.en + " (" + source.en + "): recalled, to be compared with the official text",
            link.what.zh + "(" + source.zh + "):凭记忆,待核对原文"});
  }
  for (const Text& remark : decision.remarks) w.item(remark);
}

void write_remedies(Writer& w, const std::vector<Remedy>& remedies, const Decision& decision, bool sought) {
  if (!sought || !breaks_a_limit(decision)) return;
  w.heading({"What would make it pass", "可行的调整"});
  if (remedies.empty()) {
    w.item({"No change within reach was found: choose another site.", "未找到可行调整,建议另行选址。"});
    return;
  }
  for (const Remedy& remedy : remedies) w.item({remedy.text.en + ".", remedy.text.zh + "。"});
}

/// What the record of a proposed unit says, so that the applicant sees what was judged.
void write_unit(Writer& w, const Unit& unit) {
  constexpr double kKelvin = 273.15;
  if (unit.kind != UnitKind::unspecified) {
    const Text kind = label_of(unit.kind);
    w.item({"kind of unit: " + kind.en, "单元类型:" + kind.zh});
  }
  if (!unit.substance_text.empty()) w.item({"substance: " + unit.substance_text, "物质:" + unit.substance_text});
  if (unit.inventory_kg) {
    const double tonnes = *unit.inventory_kg / 1000.0;
    w.item({fmt::format("largest inventory: {:.4g} t", tonnes), fmt::format("设计最大量:{:.4g} t", tonnes)});
  }
  if (unit.temperature_K) {
    const double celsius = *unit.temperature_K - kKelvin;
    w.item({fmt::format("temperature: {:.1f} °C", celsius), fmt::format("温度:{:.1f} °C", celsius)});
  }
  if (unit.pressure_abs_Pa) {
    const double kPa = *unit.pressure_abs_Pa / 1000.0;
    w.item({fmt::format("absolute pressure: {:.4g} kPa", kPa), fmt::format("绝对压力:{:.4g} kPa", kPa)});
  }
}

void write_facts(Writer& w, const Proposal& proposal, const Decision& decision) {
  w.heading({"What is proposed", "拟建内容"});
  if (proposal.kind == Proposal::Kind::unit) write_unit(w, proposal.unit);
  const double area = area_m2(proposal.geometry());
  if (area > 0.0) w.item({fmt::format("area {:.0f} m²", area), fmt::format("面积 {:.0f} m²", area)});
  if (proposal.target.people) {
    w.item({fmt::format("{:.0f} people", *proposal.target.people), fmt::format("{:.0f} 人", *proposal.target.people)});
  }
  if (proposal.event) {
    const double hours = proposal.event->hours_per_year;
    w.item({fmt::format("{:.4g} hours a year", hours), fmt::format("每年 {:.4g} 小时", hours)});
  }
  if (decision.target_class) {
    const Text label = label_of(*decision.target_class);
    w.item({"class: " + label.en + " (" + decision.class_basis.how.en + ")",
            "类别:" + label.zh + "(" + decision.class_basis.how.zh + ")"});
  } else if (!decision.class_basis.how.en.empty()) {
    w.item({"no protected target: " + decision.class_basis.how.en, "不属于防护目标:" + decision.class_basis.how.zh});
  }
}

}  // namespace

std::string letter(const Proposal& proposal, const Decision& decision, const std::vector<Remedy>& remedies,
                   const LetterBasis& basis, Language language) {
  Writer w(language);
  const std::string what = proposal.name().empty() ? proposal.id() : proposal.name() + " (" + proposal.id() + ")";
  w.title({"On the proposal " + what, "关于“" + what + "”的选址安全审查意见"});
  w.heading({"Conclusion", "结论"});
  w.line(conclusion(decision));
  w.line({"", ""});
  w.line(decision.reasons.front());
  write_facts(w, proposal, decision);
  w.heading({"Basis", "依据"});
  w.item({"law on the safety of hazardous chemicals (in force 2026-05-01), Articles 18, 20, 22",
          "《危险化学品安全法》(2026-05-01 施行)第十八、二十、二十二条"});
  w.item(basis.rule_pack);
  w.item({"data: " + basis.project, "数据:" + basis.project});
  w.item({"computed by: " + basis.run, "计算程序:" + basis.run});
  write_findings(w, decision);
  write_contributors(w, decision);
  write_open(w, decision);
  write_remedies(w, remedies, decision, basis.remedies_sought);
  w.heading({"Rights and validity", "权利与有效期"});
  w.line(
      {"This opinion rests on the data named above and holds for two years unless they change; it replaces neither the "
       "review of safety "
       "conditions nor an expert's assessment. The applicant may ask for a review of it.",
       "本意见以上述数据为依据,有效期两年,数据变化的应重新审查;不替代安全条件审查和专家评价。申请人可依法申请复核。"});
  return w.text();
}

}  // namespace sise

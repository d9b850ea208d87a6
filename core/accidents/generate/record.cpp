#include "core/accidents/generate/record.hpp"

#include <algorithm>
#include <array>

#include "core/accidents/generate/basis.hpp"

namespace sise {
namespace {

void add_once(std::vector<GeneratorRemark>& list, GeneratorRemark remark) {
  if (std::find(list.begin(), list.end(), remark) == list.end()) list.push_back(std::move(remark));
}

/// How offices write a word of `containment`.
struct ContainmentWord {
  std::string_view word;
  std::string_view written;
};
constexpr std::array kContainment{ContainmentWord{"single", "single"},
                                  ContainmentWord{"single", "单包容"},
                                  ContainmentWord{"single", "单容"},
                                  ContainmentWord{"double", "double"},
                                  ContainmentWord{"double", "双包容"},
                                  ContainmentWord{"double", "双容"},
                                  ContainmentWord{"full", "full"},
                                  ContainmentWord{"full", "全包容"},
                                  ContainmentWord{"full", "全容"},
                                  ContainmentWord{"shell", "shell"},
                                  ContainmentWord{"in_ground", "in_ground"},
                                  ContainmentWord{"in_ground", "埋地"},
                                  ContainmentWord{"mounded", "mounded"},
                                  ContainmentWord{"mounded", "覆土"},
                                  ContainmentWord{"vented", "vented"},
                                  ContainmentWord{"vented", "泄爆"},
                                  ContainmentWord{"silo", "silo"},
                                  ContainmentWord{"silo", "筒仓"},
                                  ContainmentWord{"arm", "arm"},
                                  ContainmentWord{"arm", "装卸臂"},
                                  ContainmentWord{"arm", "鹤管"},
                                  ContainmentWord{"hose", "hose"},
                                  ContainmentWord{"hose", "软管"},
                                  ContainmentWord{"ship", "ship"},
                                  ContainmentWord{"ship", "船"},
                                  ContainmentWord{"road", "road"},
                                  ContainmentWord{"road", "汽车"},
                                  ContainmentWord{"rail", "rail"},
                                  ContainmentWord{"rail", "火车"},
                                  ContainmentWord{"fixed_roof", "fixed_roof"},
                                  ContainmentWord{"fixed_roof", "固定顶"},
                                  ContainmentWord{"fixed_roof", "拱顶"},
                                  ContainmentWord{"floating_roof", "floating_roof"},
                                  ContainmentWord{"floating_roof", "浮顶"},
                                  ContainmentWord{"level_1", "level_1"},
                                  ContainmentWord{"level_2", "level_2"},
                                  ContainmentWord{"level_3", "level_3"}};

}  // namespace

double UnitRecord::assume(std::string_view id) const {
  GeneratorDefault used = context_.rules.find(id);
  if (context_.instead && context_.instead->id == id) used = *context_.instead;
  const bool noted = std::any_of(trace_.defaults.begin(), trace_.defaults.end(),
                                 [id](const UsedDefault& one) { return one.id == id; });
  if (!noted) {
    add_link(trace_.basis, link_of(context_.rules, context_.rules.find(id)));
    trace_.defaults.push_back({used.id, used.value, used.low, used.high, used.text, used.source, used.confidence});
  }
  return used.value;
}

void UnitRecord::remark(const char* code, const Text& text) const { add_once(trace_.remarks, {code, text}); }

void UnitRecord::lack(const char* code, const Text& text, const Text& remedy) const {
  const Text rows{"State what is known as rows of [scenarios]", "可在 [scenarios] 中给出已知情景"};
  add_once(trace_.lacks, {code, text, remedy.en.empty() ? rows : remedy});
}

bool UnitRecord::contained_as(std::string_view word) const {
  return std::any_of(kContainment.begin(), kContainment.end(), [&](const ContainmentWord& one) {
    return one.word == word && unit_.details.containment.find(one.written) != std::string::npos;
  });
}

void UnitRecord::check_containment() const {
  const std::string& text = unit_.details.containment;
  const bool known = std::any_of(kContainment.begin(), kContainment.end(), [&text](const ContainmentWord& one) {
    return text.find(one.written) != std::string::npos;
  });
  if (text.empty() || known) return;
  remark("containment_not_understood",
         {"the containment '" + text +
              "' was not understood and counts as not stated: write single, double, full, shell, "
              "in_ground, mounded, fixed_roof, floating_roof, vented, silo, arm, hose, ship, road, rail or level_1 to "
              "level_3",
          "'" + text +
              "' 未能识别, 按未说明处理: 请填写 "
              "单包容、双包容、全包容、shell、埋地、覆土、固定顶、浮顶、泄爆、筒仓、装卸臂、软管、船、"
              "汽车、火车 或 level_1 至 level_3"});
}

}  // namespace sise

#include "core/accidents/generate/blocking.hpp"

#include <array>
#include <string_view>
#include <utility>

#include "core/accidents/generate/basis.hpp"
#include "core/accidents/generate/release.hpp"

namespace sise {
namespace {

/// As offices write the ways of blocking; other words are those of the data.
std::string way_of_blocking(const std::string& written) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kWritten{{{"自动", "automatic"},
                                                                                   {"联锁", "automatic"},
                                                                                   {"远程", "remote"},
                                                                                   {"遥控", "remote"},
                                                                                   {"手动", "manual"},
                                                                                   {"人工", "manual"},
                                                                                   {"现场", "manual"}}};
  for (const auto& [word, way] : kWritten) {
    if (written.find(word) != std::string::npos) return std::string(way);
  }
  return written;
}

/// Of a line between its block valves, as stated.
std::optional<double> closing_s(const UnitRecord& record, const Part& part) {
  return part.section_kg ? record.unit().details.valve_closing_s : std::nullopt;
}

/// Block valves of which nobody says how they are closed.
std::vector<Blocking> valve_branches(const UnitRecord& record, const Part& part) {
  const double stop_s = record.value_or(closing_s(record, part), "valve_closing_s");
  const double failure = record.assume("valve_failure");
  return {{"blocked", stop_s, 1.0 - failure}, {"not_blocked", {}, failure}};
}

std::vector<Blocking> operator_branches(const UnitRecord& record) {
  const EventTrees& trees = record.context().trees;
  const double stop_s = record.assume("operator_stop_s");
  for (const FixedBranch& branch : trees.branches) {
    if (branch.id != kOperatorStops) continue;
    const Chain rests_on{link_of(trees, branch)};
    return {{"stopped", stop_s, branch.probability, rests_on}, {"not_stopped", {}, 1.0 - branch.probability, rests_on}};
  }
  return {{}};
}

}  // namespace

std::vector<Blocking> blockings(const UnitRecord& record, const Part& part, const FrequencyCase& one) {
  const GeneratorContext& context = record.context();
  if (one.release != CaseRelease::continuous || !part.stored || part.section_holds_all()) return {{}};
  const std::string wanted = way_of_blocking(record.unit().details.isolation_class);
  if (wanted.empty() && part.section_kg) return valve_branches(record, part);
  if (wanted.empty()) return part.watched ? operator_branches(record) : std::vector<Blocking>{{}};
  const std::optional<double> stated_s = closing_s(record, part);
  for (const IsolationClass& row : context.rules.isolation) {
    if (row.id != wanted) continue;
    return {{"", stated_s.value_or(isolation_s(row, hole_of(one, part))), 1.0, {link_of(context.rules, row)}}};
  }
  for (const BlockingSystem& row : context.rules.blocking) {
    if (row.id != wanted) continue;
    const Chain rests_on{link_of(context.rules, row)};
    return {{"blocked", stated_s.value_or(row.seconds), 1.0 - row.failure, rests_on},
            {"not_blocked", {}, row.failure, rests_on}};
  }
  record.remark("isolation_not_understood",
                {"the isolation class '" + wanted + "' is none of AA to CC, automatic, remote, manual: not counted",
                 "隔离等级 '" + wanted + "' 不是 AA 至 CC 或 自动、远程、手动: 未计入"});
  return {{}};
}

}  // namespace sise

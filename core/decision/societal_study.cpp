#include "core/decision/societal_study.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/decision/risk_basis.hpp"
#include "core/geometry/operations.hpp"
#include "models/base/error.hpp"

namespace sise {
namespace {

const Population& population_of(const Study& study) {
  if (study.population) return *study.population;
  throw InputError("no_population", {"societal risk needs to know where people are", "计算社会风险须知人口分布"},
                   {.field = "population"}, {"Add a [population] section", "请添加 [population] 部分"});
}

std::string listed(const Study& study, const std::vector<std::size_t>& units) {
  constexpr std::size_t kMost = 5;
  std::string text;
  for (std::size_t i = 0; i < std::min(kMost, units.size()); ++i)
    text += (i == 0 ? "" : ", ") + study.units[units[i]].id;
  return units.size() > kMost ? text + ", …" : text;
}

}  // namespace

SocietalStudy::SocietalStudy(const Assessment& assessment, const PeopleVulnerability& vulnerability)
    : assessment_(assessment),
      vulnerability_(vulnerability),
      enterprises_(sise::enterprises(assessment.study, assessment.statuses)),
      enterprise_of_unit_(assessment.study.units.size()),
      grounds_(enterprises_.size()),
      risk_(std::make_unique<SocietalRisk>(assessment.risk, vulnerability, population_of(assessment.study))),
      basis_(risk_basis(assessment.study, assessment.substances)) {
  for (std::size_t e = 0; e < enterprises_.size(); ++e) {
    for (const std::size_t unit : enterprises_[e].units) enterprise_of_unit_[unit] = e;
    const MultiPolygon& ground = enterprises_[e].ground;
    if (!ground.empty()) grounds_[e] = std::make_unique<OwnGround>(ground);
  }
  if (assessment.study.population->covered)
    covered_ = std::make_unique<PreparedArea>(*assessment.study.population->covered);
}

UnitDeaths SocietalStudy::unit(std::size_t index, std::span<const ExtraPeople> extra, const GridSpec* cells,
                               const Progress* progress) const {
  return risk_->of(index, ground_of(enterprise_of(index)), extra, cells, progress);
}

std::vector<SocietalRemark> SocietalStudy::remarks_on(std::size_t enterprise, double reach_m) const {
  const Enterprise& one = enterprises_[enterprise];
  const Study& study = assessment_.study;
  std::vector<SocietalRemark> remarks;
  if (ground_of(enterprise) == nullptr) {
    remarks.push_back({"own_staff_counted",
                       {"the boundary of the enterprise is not known: its own staff is counted as well",
                        "企业厂界未知:本企业职工亦被计入"}});
  }
  if (!one.incomplete.empty()) {
    const std::string units = listed(study, one.incomplete);
    remarks.push_back(
        {"incomplete_units",
         {fmt::format("{} units could not be computed and are not in the curve: {}", one.incomplete.size(), units),
          fmt::format("有 {} 个单元未能计算,不在曲线内:{}", one.incomplete.size(), units)}});
  }
  constexpr double kNear_m = 3000.0;  // within it most people die that die at all
  const double radius = std::min(reach_m, kNear_m);
  const bool unknown =
      covered_ && std::any_of(one.computed.begin(), one.computed.end(), [&](std::size_t unit) {
        constexpr int kAround = 16;
        for (const Point at : sources_of(assessment_.risk.unit(unit))) {
          for (int i = 0; i < kAround; ++i) {
            const double angle = 2.0 * std::numbers::pi * i / kAround;
            if (!covered_->contains({at.x + radius * std::cos(angle), at.y + radius * std::sin(angle)})) return true;
          }
        }
        return false;
      });
  if (unknown) {
    remarks.push_back(
        {"people_partly_unknown",
         {fmt::format("within {:.0f} m there is ground of which the population's source says nothing", radius),
          fmt::format("{:.0f} m 范围内有人口数据未覆盖的地面", radius)}});
  }
  return remarks;
}

Chain SocietalStudy::rests_on(const std::vector<std::size_t>& units, const FnCriterion& criterion) const {
  const auto link = [&](const std::string& id, Text what, const std::string& source, Confidence confidence) {
    return with_confirmation({id, std::move(what), source, confidence}, assessment_.study.criteria);
  };
  Chain chain{
      link(criterion.rule_id, {"the lines of " + criterion.title.en, criterion.title.zh + "的基准线"}, criterion.source,
           criterion.confidence),
      link(vulnerability_.id + ".people", {"the vulnerability of people indoors and outdoors", "室内外人员脆弱性"},
           vulnerability_.source, vulnerability_.confidence)};
  for (const std::size_t unit : units) extend(chain, basis_[unit]);
  return chain;
}

}  // namespace sise

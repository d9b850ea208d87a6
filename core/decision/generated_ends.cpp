#include "core/decision/generated_ends.hpp"

#include <algorithm>
#include <cstddef>
#include <map>

#include "core/decision/risk_basis.hpp"

namespace sise {
namespace {

std::vector<bool> open_units(const Study& study) {
  std::map<std::string, bool> open;
  for (const GeneratedBasis& one : study.generated)
    open[one.unit_id] = !stands(generated_links(one.links, study.criteria));
  std::vector<bool> of_unit;
  for (const Unit& unit : study.units) {
    const auto known = open.find(unit.id);
    of_unit.push_back(known != open.end() && known->second);
  }
  return of_unit;
}

// Kept at each end: some hundred units whose clouds reach far.
constexpr std::size_t kKept_bytes = std::size_t{64} << 20;

std::size_t place_of(DataEnd end, EitherEnd either) {
  return (end == DataEnd::milder ? 0U : 2U) + (either == EitherEnd::low ? 0U : 1U);
}

}  // namespace

GeneratedEnds::GeneratedEnds(const Assessment& around, const Projection& projection, const GeneratorData& data)
    : around_(around), rules_(data.rules), open_(open_units(around.study)) {
  for (const DataEnd end : {DataEnd::milder, DataEnd::stricter}) {
    for (const EitherEnd either : {EitherEnd::low, EitherEnd::high}) {
      const std::size_t i = place_of(end, either);
      data_.at(i) = at_end(data, end, either, around.study.criteria.confirmed_rules);
      makers_.at(i) = std::make_unique<ProposedUnits>(around, projection, data_.at(i), kKept_bytes);
    }
  }
}

std::vector<std::shared_ptr<const ProposedUnit>> GeneratedEnds::at(const Unit& unit, DataEnd end) const {
  std::vector<std::shared_ptr<const ProposedUnit>> made{makers_.at(place_of(end, EitherEnd::low))->of(unit)};
  if (depends_on_place(made.front()->trace(), rules_))
    made.push_back(makers_.at(place_of(end, EitherEnd::high))->of(unit));
  return made;
}

std::int64_t GeneratedEnds::bytes() const {
  if (std::find(open_.begin(), open_.end(), true) == open_.end()) return 0;
  const std::size_t of_an_end = std::min(kKept_bytes, around_.risk.kernels().all_bytes());
  return static_cast<std::int64_t>(makers_.size() * of_an_end);
}

std::vector<double> GeneratedEnds::risks(std::size_t unit, Point place, DataEnd end) const {
  constexpr std::array<std::size_t, 1> kAlone{0};
  std::vector<double> risks;
  for (const auto& made : at(around_.study.units[unit], end)) risks.push_back(made->risk().risk_at(place, kAlone));
  return risks;
}

std::vector<std::shared_ptr<const RiskModel>> GeneratedEnds::models(std::size_t unit, DataEnd end) const {
  std::vector<std::shared_ptr<const RiskModel>> models;
  for (const auto& made : at(around_.study.units[unit], end)) models.emplace_back(made, &made->risk());
  return models;
}

double GeneratedEnds::least(std::size_t unit, Point place) const {
  const std::vector<double> all = risks(unit, place, DataEnd::milder);
  return *std::min_element(all.begin(), all.end());
}

double GeneratedEnds::most(std::size_t unit, Point place) const {
  const std::vector<double> all = risks(unit, place, DataEnd::stricter);
  return *std::max_element(all.begin(), all.end());
}

}  // namespace sise

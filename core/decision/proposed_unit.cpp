#include "core/decision/proposed_unit.hpp"

#include <fmt/format.h>

#include <utility>

#include "core/decision/bare_ground.hpp"
#include "core/decision/risk_basis.hpp"

namespace sise {

ProposedUnit::ProposedUnit(const Assessment& around, const Projection& projection, const GeneratorContext& context,
                           const Unit& unit)
    : study_([&] {
        UnitGeneration made = generate_unit(unit, around.study.contents, context, 0);
        trace_ = made.trace;
        return alone(around.study, unit, std::move(made));
      }()),
      assessment_(study_, around.substances, projection, &around.risk),
      basis_(risk_basis(study_, around.substances).front()) {}

Study ProposedUnit::alone(const Study& around, const Unit& unit, UnitGeneration made) {
  Study study = bare_ground(around);
  study.units = {unit};
  Generation generation;
  generation.scenarios = std::move(made.scenarios);
  generation.traces = {std::move(made.trace)};
  take_over(study, generation);
  return study;
}

ProposedUnits::ProposedUnits(const Assessment& around, const Projection& projection, const GeneratorData& data,
                             std::size_t most_bytes)
    : around_(around),
      projection_(projection),
      context_(generator_context(around.study, around.substances, data)),
      most_bytes_(most_bytes) {}

std::shared_ptr<const ProposedUnit> ProposedUnits::of(const Unit& unit, Progress* progress) const {
  const std::string key = fmt::format("{}\n{}", unit.id, unit.inventory_kg.value_or(-1.0));
  {
    const std::lock_guard<std::mutex> lock(making_);
    const auto known = made_.find(key);
    if (known != made_.end()) return known->second;
  }
  auto made = std::make_shared<const ProposedUnit>(around_, projection_, context_, unit);
  made->risk().build_kernels(progress);
  const std::lock_guard<std::mutex> lock(making_);
  const std::size_t bytes = made->risk().kernels().held_bytes();
  if (bytes_ + bytes > most_bytes_) {
    made_.clear();
    bytes_ = 0;
  }
  const auto [kept, added] = made_.try_emplace(key, std::move(made));
  if (added) bytes_ += bytes;
  return kept->second;
}

}  // namespace sise

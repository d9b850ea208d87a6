// A unit's toxic releases around it: footprints of all its cases, turned through the rose ring by ring.
#pragma once
#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/kernels/field_store.hpp"
#include "core/kernels/footprint_moments.hpp"
#include "core/kernels/probit_panels.hpp"
#include "core/kernels/rose_turn.hpp"

namespace sise {

/// v = at_field + slope · ln(concentration of the field): the probit of a case less 5.
struct ToxicTerms {
  double frequency_per_year = 0.0;
  double at_field = 0.0;
  double slope = 0.0;
};

/// Cases that share a field.
struct ToxicCases {
  std::string field;
  std::vector<ToxicTerms> cases;
};

/// Those that can kill anybody.
[[nodiscard]] std::vector<ToxicCases> toxic_cases(const RiskInputs& inputs, const RiskUnit& unit,
                                                  const FieldStore& fields);

/// How many rings it takes to where even a person who always stands on the axis stays below the numeric floor; 0: none.
[[nodiscard]] std::size_t toxic_rings(std::span<const ToxicCases> cases, const FieldStore& fields,
                                      const std::vector<WeatherGroup>& groups);

/// Computes a unit's rings one after another.
class ToxicRings {
 public:
  /// panels_per_step: of a bearing step, per group.
  ToxicRings(std::vector<ToxicCases> cases, FieldStore& fields, std::span<const RoseTurn> turns,
             std::span<const std::size_t> panels_per_step, double min_probability);

  /// Adds to a ring, laid out as BearingNodes says.
  void add(std::size_t ring, std::span<double> values);

 private:
  void add_case(const ToxicTerms& terms, const PlumeField& field, std::size_t ring, std::size_t& used);

  std::vector<ToxicCases> cases_;
  std::vector<std::shared_ptr<const ReleaseFields>> fields_;  ///< per element of cases_
  std::span<const RoseTurn> turns_;
  std::span<const std::size_t> panels_per_step_;
  ProbitCut cut_;
  std::vector<double> means_;
  FootprintMoments moments_;
};

}  // namespace sise

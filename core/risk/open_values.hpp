// The risk of a unit as if the recalled values that its generated scenarios rest on were otherwise.
#pragma once
#include <cstddef>
#include <memory>
#include <vector>

#include "core/accidents/generate/data_end.hpp"
#include "core/grid/point.hpp"

namespace sise {

class RiskModel;

class OpenValues {
 public:
  OpenValues() = default;
  OpenValues(const OpenValues&) = delete;
  OpenValues(OpenValues&&) = delete;
  OpenValues& operator=(const OpenValues&) = delete;
  OpenValues& operator=(OpenValues&&) = delete;
  virtual ~OpenValues() = default;

  /// Whether scenarios of a unit of the study rest on a recalled value that nobody confirmed.
  [[nodiscard]] virtual bool is_open(std::size_t unit) const = 0;
  /// Its individual risk at a place with every such value at the end of its range that makes the least of it; what has no range
  /// is left out. Per year. Throws ModelError, Interrupted.
  [[nodiscard]] virtual double least(std::size_t unit, Point place) const = 0;
  /// The same at the ends that make the most of it; what has no range stays as it is.
  [[nodiscard]] virtual double most(std::size_t unit, Point place) const = 0;
  /// The unit by itself at one end, as unit 0 of each model; two where it depends on the place which end of a value that is.
  /// Empty: nobody can tell. Throws as least().
  [[nodiscard]] virtual std::vector<std::shared_ptr<const RiskModel>> models(std::size_t /*unit*/,
                                                                             DataEnd /*end*/) const {
    return {};
  }
};

}  // namespace sise

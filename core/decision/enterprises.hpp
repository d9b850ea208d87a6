// Units grouped into enterprises: the law judges all units of an enterprise together.
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "core/study/completeness.hpp"
#include "core/study/study.hpp"

namespace sise {

struct Enterprise {
  std::string name = {};                     ///< Unit::enterprise_key of its units
  std::vector<std::size_t> units = {};       ///< all, as indices into the study
  std::vector<std::size_t> computed = {};    ///< those whose risk is known
  std::vector<std::size_t> incomplete = {};  ///< those whose risk is not known
  std::vector<std::size_t> fresh = {};       ///< computed units that are new
  MultiPolygon ground = {};  ///< within all its boundaries; empty where the study does not say where they run
};

/// In the order in which enterprises first appear in the study.
[[nodiscard]] std::vector<Enterprise> enterprises(const Study& study, const std::vector<UnitStatus>& statuses);

}  // namespace sise

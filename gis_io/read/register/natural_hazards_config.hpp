// [natural_hazards] of a project, checked and with its defaults; nothing is read yet.
#pragma once
#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gis_io/read/config/config_node.hpp"
#include "gis_io/read/config/layer_config.hpp"
#include "models/base/text.hpp"

namespace sise {

/// How a feature comes to its class.
enum class HazardMethod {
  stated,      ///< a column says it
  spread,      ///< by mean and standard deviation of all values
  percentile,  ///< by the percentiles of all values
  breaks,      ///< by four limits of the office's own
};
/// "stated", "mu_sigma", "percentile", "breaks".
[[nodiscard]] std::string_view name_of(HazardMethod method);

struct NaturalHazardConfig {
  std::string key;
  LayerConfig layer;  ///< fields: id, name, class or value
  Text title;
  HazardMethod method = HazardMethod::stated;
  std::optional<std::array<double, 4>> breaks;
  std::map<std::string, std::string> codes;  ///< of the column of classes; empty: it holds words
  std::optional<double> weight;              ///< in the composite
  std::optional<ConfigDate> date;            ///< of the layer's data
  Location where;
};

struct NaturalHazardsConfig {
  std::vector<NaturalHazardConfig> hazards;
  bool weighted = false;  ///< the composite; else the worst single class
};

}  // namespace sise

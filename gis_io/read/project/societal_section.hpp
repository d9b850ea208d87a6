// [societal]: what F-N curves are compared with, whom accidents kill, and which enterprises make a park.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "gis_io/read/config/config_reader.hpp"

namespace sise {

struct ParkConfig {
  std::string name;
  std::vector<std::string> enterprises;
};

struct SocietalConfig {
  std::string criterion;  ///< id or file of lines; empty: those of the project's rule pack
  std::vector<std::string> compare;
  std::string vulnerability = "aqt3046-2013";
  double cell_m = 100.0;
  std::vector<ParkConfig> parks;
};

/// Packs are read when a command needs them.
[[nodiscard]] SocietalConfig read_societal_section(const ConfigNode& node, Problems& problems);

}  // namespace sise

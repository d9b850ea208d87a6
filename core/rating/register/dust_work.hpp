// Grading of work in dust (GBZ/T 229.1): G = WM·WB·WL. It tells of occupational health alone and is never turned into a
// grade of accident risk.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/rating/register/grade.hpp"

namespace sise {

struct DustStep {
  double weight = 0.0;
  std::optional<double> below;     ///< WM by the share of free silica, %; the last has no end
  bool closed = false;             ///< `below` itself belongs here
  std::vector<std::string> words;  ///< WL by the class of labour
};

struct DustClass {
  Text label;
  std::optional<double> above;  ///< the worst first; the last holds 0
};

struct DustRules {
  std::string id;
  Text title;
  std::string source;
  RuleMark mark = RuleMark::recalled;
  std::vector<DustStep> silica;
  std::vector<DustStep> labour;
  std::vector<DustClass> classes;
};

struct DustGrade {
  double index = 0.0;           ///< G
  std::uint8_t dust_class = 0;  ///< index into the rules' classes
};

/// What a row says: weights, or what they follow from. Empty: not said.
struct DustWords {
  std::string wm;
  std::string wb;
  std::string wl;
  std::string silica_percent;
  std::string ratio;  ///< measured over limit
  std::string labour_class;

  [[nodiscard]] bool any() const;
};

struct DustReading {
  std::optional<DustGrade> grade;
  std::string_view fault;  ///< "WM", "WB" or "WL": that cannot be used, or is missing
};

/// WB is 0 below 1, 1 from 1 to 2, else the ratio itself. Nothing where one of the three is missing or no value of the standard's.
[[nodiscard]] DustReading grade_dust_work(const DustRules& rules, const DustWords& words);

}  // namespace sise

// What a district reports of its accidents: rates of deaths, and an index of the office's own out of several figures.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "models/base/text.hpp"

namespace sise {

/// Of a year; what is not given is not known. Amounts that are divided by are above 0.
struct AccidentFigures {
  std::optional<double> deaths;
  std::optional<double> injured;
  std::optional<double> gdp_100M_yuan;  ///< 亿元
  std::optional<double> output_t;
  std::optional<double> employees;

  [[nodiscard]] bool any() const { return deaths || injured || gdp_100M_yuan || output_t || employees; }
};

struct AccidentRate {
  std::string id;
  Text title;
  std::optional<double> value;  ///< nothing where one of its figures is not known
};

/// 亿元GDP死亡率, 百万吨死亡率, 千人事故死亡率, 千人受伤率 (GB 6441-2025, annex A).
[[nodiscard]] std::vector<AccidentRate> accident_rates(const AccidentFigures& figures);

/// One figure of an index: where it is bad and where it is good, on either side.
struct IndexItem {
  std::string name;
  std::optional<double> value;
  double bad = 0.0;
  double good = 0.0;
  double weight = 0.0;
};

/// 0 at `bad` or beyond, 100 at `good` or beyond; nothing where the value is not known.
[[nodiscard]] std::optional<double> item_score(const IndexItem& item);

/// From the worst to the best that the unknown figures allow: none is dropped, no weight is shared out anew. Weights sum up to 1.
struct IndexRange {
  double low = 0.0;
  double high = 0.0;
};
[[nodiscard]] IndexRange safety_index(const std::vector<IndexItem>& items);

}  // namespace sise

// Rating of chemical producers and stores by notice 应急〔2018〕19号: 100 points, capped losses, bonuses.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/rating/register/score_sheet.hpp"

namespace sise {

/// Points lost (or won, where `points` is positive) per case of something.
struct No19Case {
  std::string id;  ///< also the question that asks how many there are
  Text label;
  double points = 0.0;
  std::optional<int> at_most;  ///< cases that count
};

struct No19Item {
  std::string id;  ///< the question that asks for points lost, where nobody counts cases
  Text label;
  std::optional<double> cap;  ///< of losses
  std::vector<No19Case> cases;
};

/// From this score on; best first.
struct No19Band {
  Grade grade = Grade::unrated;
  double at_least = 0.0;
};

struct No19Pack {
  std::string id;
  Text title;
  std::string source;
  RuleMark mark = RuleMark::recalled;
  double start = 0.0;
  std::vector<No19Item> items;
  std::vector<No19Band> bands;  ///< best first; below the last is red
};

struct No19Line {
  std::size_t item = 0;
  std::optional<std::size_t> which;  ///< case; none: points stated for the whole item
  double count = 0.0;
  double points = 0.0;  ///< before the cap
};

struct No19Result {
  double score = 0.0;  ///< may exceed 100: the text does not limit bonuses
  Grade grade = Grade::unrated;
  bool direct_red = false;
  std::vector<No19Line> lines;
  std::vector<double> lost;                 ///< per item, after its cap
  std::vector<std::string> not_understood;  ///< questions whose answer is no number
  std::size_t open_items = 0;               ///< that could lose points and that nobody answered
};

/// Nothing where no question of the pack is answered. Items that nobody answered lose nothing, so the score is at best that.
[[nodiscard]] std::optional<No19Result> rate_no19(const No19Pack& pack, const Answers& answers, bool direct_red);

/// Every point lost or won, with its reason.
[[nodiscard]] Text reason_of(const No19Pack& pack, const No19Result& result);

}  // namespace sise

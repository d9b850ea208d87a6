// Ratings of an enterprise by points for what is known of it: four inputs to a colour, five inputs to 良好/正常/提醒/警示.
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/rating/register/grade.hpp"

namespace sise {

/// One answer to an input: given in words, or by a number from a limit on (choices with numbers stand highest first).
struct SheetChoice {
  std::string id;
  Text label;
  std::vector<std::string> words;
  std::optional<double> at_least;
  double points = 0.0;
};

struct SheetInput {
  std::string name;
  Text label;
  std::vector<std::string> questions;  ///< where the answer is looked for, in this order
  std::vector<SheetChoice> choices;
};

/// From the band before up to (not including) `below`; best first, the last without end.
struct SheetBand {
  std::string id;
  Text label;
  std::optional<double> below;
  std::optional<Grade> grade;  ///< where the bands are the four colours
};

/// A fact that makes the rating at least this bad, whatever the points.
struct SheetOverride {
  std::string question;
  std::vector<std::string> words;
  std::optional<double> at_least{};  ///< instead of words: a number from here on
  std::size_t band = 0;
  Text label;
};

[[nodiscard]] bool holds(const SheetOverride& rule, const std::string& answer);
/// Whether the answer says something of the rule, be it that it does not hold. An empty one does not.
[[nodiscard]] bool is_answer(const SheetOverride& rule, const std::string& answer);

struct ScoreSheet {
  std::string id;
  Text title;
  std::string source;
  RuleMark mark = RuleMark::recalled;
  std::vector<SheetInput> inputs;
  std::vector<SheetBand> bands;
  std::vector<SheetOverride> overrides;
  std::optional<int> most_below_inherent;  ///< so many levels better than the inherent grade at most
};

/// What is known: the answer to a question; empty where nobody answered.
using Answers = std::function<std::string(std::string_view question)>;

/// One input: the choice made, or none where nobody knows; the points are then an interval over all choices.
struct SheetLine {
  std::optional<std::size_t> choice;
  double low = 0.0;
  double high = 0.0;
  bool not_understood = false;  ///< an answer stands there that is none of the choices
};

struct SheetResult {
  std::vector<SheetLine> lines;  ///< one per input
  double low = 0.0;
  double high = 0.0;
  std::size_t band_low = 0;
  std::size_t band_high = 0;  ///< the worse end: it counts
  std::vector<std::size_t> overrides;
  bool floored = false;  ///< by the inherent grade
};

/// The input "inherent" is answered by `inherent`; an unrated one is unknown.
[[nodiscard]] SheetResult score_by_sheet(const ScoreSheet& sheet, Grade inherent, const Answers& answers);

/// "inherent grade orange 20; standardisation level 3 10; ...": every point with its reason.
[[nodiscard]] Text reason_of(const ScoreSheet& sheet, const SheetResult& result);

}  // namespace sise

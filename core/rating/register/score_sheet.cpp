#include "core/rating/register/score_sheet.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/rating/register/written_answer.hpp"

namespace sise {
namespace {

constexpr std::string_view kInherent = "inherent";

/// "93%", "0.93" and 93 (no share is above 1) are the same. A bare 1 is all of it or a hundredth: nobody can tell.
std::optional<double> share_in(std::string_view text) {
  const bool percent = text.ends_with('%');
  if (percent) text.remove_suffix(1);
  const auto value = plain_number(text);
  constexpr double kPerCent = 100.0;
  if (!value || *value < 0.0 || *value > kPerCent || (!percent && *value == 1.0)) return std::nullopt;
  return percent || *value > 1.0 ? *value / kPerCent : *value;
}

std::optional<std::size_t> choice_of(const SheetInput& input, const std::string& answer) {
  for (std::size_t i = 0; i < input.choices.size(); ++i) {
    const SheetChoice& choice = input.choices[i];
    const bool named = std::find(choice.words.begin(), choice.words.end(), answer) != choice.words.end();
    if (choice.id == answer || named) return i;
  }
  const auto number = share_in(answer);
  for (std::size_t i = 0; i < input.choices.size() && number; ++i) {
    const auto& least = input.choices[i].at_least;
    if (least && *number >= *least) return i;
  }
  return std::nullopt;
}

SheetLine line_of(const SheetInput& input, const std::string& answer) {
  SheetLine line;
  line.choice = answer.empty() ? std::nullopt : choice_of(input, answer);
  line.not_understood = !answer.empty() && !line.choice;
  if (line.choice) {
    line.low = line.high = input.choices[*line.choice].points;
    return line;
  }
  const auto [least, most] =
      std::minmax_element(input.choices.begin(), input.choices.end(),
                          [](const SheetChoice& a, const SheetChoice& b) { return a.points < b.points; });
  line.low = least->points;
  line.high = most->points;
  return line;
}

std::size_t band_of(const ScoreSheet& sheet, double points) {
  std::size_t band = 0;
  while (band + 1 < sheet.bands.size() && sheet.bands[band].below && points >= *sheet.bands[band].below) ++band;
  return band;
}

/// The band of the best grade that the inherent one allows.
std::size_t floor_of(const ScoreSheet& sheet, Grade inherent) {
  if (!sheet.most_below_inherent || inherent == Grade::unrated) return 0;
  const Grade best = moved(inherent, -*sheet.most_below_inherent);
  for (std::size_t band = 0; band < sheet.bands.size(); ++band) {
    if (sheet.bands[band].grade && rank_of(*sheet.bands[band].grade) >= rank_of(best)) return band;
  }
  return 0;
}

}  // namespace

bool holds(const SheetOverride& rule, const std::string& answer) {
  if (std::find(rule.words.begin(), rule.words.end(), answer) != rule.words.end()) return true;
  const auto number = plain_number(answer);
  return rule.at_least && number && *number >= *rule.at_least;
}

bool is_answer(const SheetOverride& rule, const std::string& answer) {
  return holds(rule, answer) || says_no(answer) || (rule.at_least && plain_number(answer));
}

SheetResult score_by_sheet(const ScoreSheet& sheet, Grade inherent, const Answers& answers) {
  SheetResult result;
  for (const SheetInput& input : sheet.inputs) {
    std::string answer;
    if (input.name == kInherent) {
      answer = inherent == Grade::unrated ? std::string() : std::string(name_of(inherent));
    }
    for (const std::string& question : input.questions) {
      if (answer.empty()) answer = answers(question);
    }
    const SheetLine line = line_of(input, answer);
    result.low += line.low;
    result.high += line.high;
    result.lines.push_back(line);
  }
  result.band_low = band_of(sheet, result.low);
  result.band_high = band_of(sheet, result.high);
  const std::size_t floor = floor_of(sheet, inherent);
  result.floored = result.band_high < floor;
  result.band_low = std::max(result.band_low, floor);
  result.band_high = std::max(result.band_high, floor);
  for (std::size_t i = 0; i < sheet.overrides.size(); ++i) {
    const SheetOverride& rule = sheet.overrides[i];
    if (!holds(rule, answers(rule.question))) continue;
    result.overrides.push_back(i);
    result.band_low = std::max(result.band_low, rule.band);
    result.band_high = std::max(result.band_high, rule.band);
  }
  return result;
}

Text reason_of(const ScoreSheet& sheet, const SheetResult& result) {
  Text reason;
  const auto add = [&](const std::string& en, const std::string& zh) {
    const char* gap = reason.en.empty() ? "" : "; ";
    reason.en += gap + en;
    reason.zh += gap + zh;
  };
  for (std::size_t i = 0; i < sheet.inputs.size(); ++i) {
    const SheetInput& input = sheet.inputs[i];
    const SheetLine& line = result.lines[i];
    if (line.choice) {
      const Text& label = input.choices[*line.choice].label;
      add(fmt::format("{}: {} {:g}", input.label.en, label.en, line.low),
          fmt::format("{}: {} {:g} 分", input.label.zh, label.zh, line.low));
    } else {
      add(fmt::format("{}: not known {:g} to {:g}", input.label.en, line.low, line.high),
          fmt::format("{}: 未知 {:g}–{:g} 分", input.label.zh, line.low, line.high));
    }
  }
  for (const std::size_t i : result.overrides) add(sheet.overrides[i].label.en, sheet.overrides[i].label.zh);
  if (result.floored) add("not better than one level below the inherent grade", "不优于固有等级降一级");
  return reason;
}

}  // namespace sise

#include "gis_io/read/tables/observation_time.hpp"

#include <array>
#include <cctype>
#include <charconv>
#include <string>
#include <vector>

#include "gis_io/read/text/normalise.hpp"

namespace sise {
namespace {

bool is_digit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }

int number(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

enum class HalfOfDay { none, before_noon, after_noon, about_noon };

struct HalfWord {
  std::string_view word;  ///< in capitals
  HalfOfDay half;
};
// Longer words first: "A.M." holds "M".
constexpr std::array<HalfWord, 18> kHalves{{{"A.M.", HalfOfDay::before_noon},
                                            {"P.M.", HalfOfDay::after_noon},
                                            {"AM", HalfOfDay::before_noon},
                                            {"PM", HalfOfDay::after_noon},
                                            {"上午", HalfOfDay::before_noon},
                                            {"下午", HalfOfDay::after_noon},
                                            {"凌晨", HalfOfDay::before_noon},
                                            {"清晨", HalfOfDay::before_noon},
                                            {"早上", HalfOfDay::before_noon},
                                            {"早晨", HalfOfDay::before_noon},
                                            {"傍晚", HalfOfDay::after_noon},
                                            {"晚上", HalfOfDay::after_noon},
                                            {"中午", HalfOfDay::about_noon},
                                            {"正午", HalfOfDay::about_noon},
                                            {"午前", HalfOfDay::before_noon},
                                            {"午後", HalfOfDay::after_noon},
                                            {"오전", HalfOfDay::before_noon},
                                            {"오후", HalfOfDay::after_noon}}};

/// Takes the word for a half of the day out of a text.
HalfOfDay take_half(std::string& text) {
  std::string capitals = text;
  for (char& c : capitals) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  for (const HalfWord& half : kHalves) {
    const std::size_t at = capitals.find(half.word);
    if (at == std::string::npos) continue;
    text.replace(at, half.word.size(), " ");
    return half.half;
  }
  return HalfOfDay::none;
}

/// The hour of 24; nullopt for one that no clock of twelve hours shows.
std::optional<int> hour_of_day(int hour, HalfOfDay half) {
  constexpr int kNoon = 12;
  if (half == HalfOfDay::none) return hour;
  if (hour > kNoon) return std::nullopt;
  if (half == HalfOfDay::about_noon) return hour <= 2 ? hour + kNoon : hour;
  const int of_half = hour == kNoon ? 0 : hour;
  return half == HalfOfDay::after_noon ? of_half + kNoon : of_half;
}

/// The signs between the numbers of a date, as blanks; what else is not ASCII stays.
void blank_date_words(std::string& text) {
  constexpr std::array<std::string_view, 14> kWords{"年", "月", "日", "号", "號", "时", "時",
                                                    "点", "點", "分", "秒", "년", "월", "일"};
  for (const std::string_view word : kWords) {
    for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word))
      text.replace(at, word.size(), " ");
  }
}

/// The runs of digits; nullopt where something stands between them that belongs to no date.
std::optional<std::vector<std::string>> digit_runs(std::string_view text) {
  std::vector<std::string> runs;
  bool inside = false;
  for (const char i : text) {
    if (is_digit(i)) {
      if (!inside) runs.emplace_back();
      runs.back() += i;
    }
    inside = is_digit(i);
    if (!inside && std::string_view("-/.: T").find(i) == std::string_view::npos) return std::nullopt;
  }
  return runs;
}

/// "20230701" and "2023070108" in their parts; "0800" after a date.
void split_compact(std::vector<std::string>& runs) {
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const std::string& run = runs[i];
    const bool date = i == 0 && run.size() >= 8;
    const bool clock = i > 0 && run.size() >= 4;
    if (!date && !clock) {
      parts.push_back(run);
      continue;
    }
    if (date) parts.push_back(run.substr(0, 4));
    for (std::size_t at = date ? 4 : 0; at < run.size(); at += 2) parts.push_back(run.substr(at, 2));
  }
  runs = std::move(parts);
}

/// Takes Z, +08:00 or -0500 off the end of a text that has a time of day.
std::optional<double> take_offset(std::string& text) {
  if (text.ends_with('Z')) {
    text.pop_back();
    return 0.0;
  }
  const std::size_t sign = text.find_last_of("+-");
  const std::size_t time_of_day = text.find(':');
  if (sign == std::string::npos || time_of_day == std::string::npos || sign < time_of_day) return std::nullopt;
  auto runs = digit_runs(std::string_view(text).substr(sign + 1));
  if (!runs || runs->empty()) return std::nullopt;
  if (runs->size() == 1 && runs->front().size() == 4) runs = {runs->front().substr(0, 2), runs->front().substr(2)};
  const double hours = number(runs->front()) + (runs->size() > 1 ? number((*runs)[1]) / 60.0 : 0.0);
  const bool west = text[sign] == '-';
  text.resize(sign);
  return west ? -hours : hours;
}

}  // namespace

std::optional<WrittenTime> written_time(std::string_view text) {
  std::string rest = normalised(text);
  WrittenTime time;
  const HalfOfDay half = take_half(rest);
  blank_date_words(rest);
  rest = normalised(rest);
  time.utc_offset_h = take_offset(rest);
  auto runs = digit_runs(rest);
  if (!runs || runs->empty()) return std::nullopt;
  split_compact(*runs);
  constexpr std::size_t kLongestRun = 4;
  if (runs->size() < 3 || runs->size() > 6 || runs->front().size() != kLongestRun) return std::nullopt;
  for (std::size_t i = 1; i < runs->size(); ++i) {
    if ((*runs)[i].size() > 2) return std::nullopt;
  }
  time.date = {number((*runs)[0]), number((*runs)[1]), number((*runs)[2]), 0, 0};
  time.has_hour = runs->size() > 3;
  if (time.has_hour) time.date.hour = number((*runs)[3]);
  if (runs->size() > 4) time.date.minute = number((*runs)[4]);
  const auto hour = hour_of_day(time.date.hour, half);
  if (!hour || (half != HalfOfDay::none && !time.has_hour)) return std::nullopt;
  time.date.hour = *hour;
  return time;
}

}  // namespace sise

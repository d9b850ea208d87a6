#include "gis_io/read/tables/observation_time.hpp"

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

/// The runs of digits; nullopt where something stands between them that belongs to no date.
std::optional<std::vector<std::string>> digit_runs(std::string_view text) {
  std::vector<std::string> runs;
  bool inside = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_digit(text[i])) {
      if (!inside) runs.emplace_back();
      runs.back() += text[i];
    }
    inside = is_digit(text[i]);
    const bool ascii = static_cast<unsigned char>(text[i]) < 0x80;
    if (!inside && ascii && std::string_view("-/.: T").find(text[i]) == std::string_view::npos) return std::nullopt;
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
  return time;
}

}  // namespace sise

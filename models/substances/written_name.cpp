#include "models/substances/written_name.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <utility>

#include "models/substances/substance_table.hpp"

namespace sise {
namespace {

void replace_all(std::string& text, std::string_view what, std::string_view with) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size())) {
    text.replace(at, what.size(), with);
  }
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Every bracket and separator as '|'. A comma stays: it belongs to names ("1,3-丁二烯").
std::string with_bars(std::string_view written) {
  constexpr std::array<std::string_view, 20> kBars{"(",  ")",  "[",  "]",  "{", "}",  "【", "】", "〔", "〕",
                                                   "「", "」", "《", "》", "/", "、", ";",  "；", "|",  "或"};
  std::string text = normalised_name(written);
  for (const std::string_view bar : kBars) {
    if (bar != "|") replace_all(text, bar, "|");
  }
  return text;
}

/// "液氯cas7782505" -> "液氯|cas7782505": a register's word begins a part of its own where a number follows.
void part_off_numbers(std::string& text) {
  for (const std::string_view word : {"cas", "un"}) {
    for (std::size_t at = text.find(word, 1); at != std::string::npos; at = text.find(word, at + word.size() + 1)) {
      const auto before = static_cast<unsigned char>(text[at - 1]);
      const bool begins = before >= 0x80 || before == ',';
      const std::size_t digit = text.find_first_of("0123456789", at);
      constexpr std::size_t kLongestWord = 12;
      if (begins && digit != std::string::npos && digit - at <= kLongestWord) text.insert(at++, 1, '|');
    }
  }
}

std::string without_commas(std::string part) {
  while (!part.empty() && part.back() == ',') part.pop_back();
  while (!part.empty() && part.front() == ',') part.erase(0, 1);
  return part;
}

/// "≥99.6%" out of a part; nullopt where it has none. What is left stands in `part`.
std::optional<double> take_percent(std::string& part) {
  const std::size_t sign = part.find('%');
  std::size_t length = 1;
  if (sign == std::string::npos) return std::nullopt;
  std::size_t begin = sign;
  while (begin > 0 && (is_digit(part[begin - 1]) || part[begin - 1] == '.')) --begin;
  double value = 0.0;
  const char* const end = part.data() + sign;
  const auto [stop, error] = std::from_chars(part.data() + begin, end, value);
  if (error != std::errc() || stop != end) return std::nullopt;
  for (const std::string_view sense : {"≥", "≤", "＞", "＜", ">=", "<=", ">", "<", "~", "约", "大于", "不低于", "浓度",
                                       "含量", "纯度", "质量分数", ":", "="}) {
    while (begin >= sense.size() && part.compare(begin - sense.size(), sense.size(), sense) == 0) begin -= sense.size();
  }
  for (const std::string_view basis : {"wt", "(wt)", "vol"}) {
    if (part.compare(sign + length, basis.size(), basis) == 0) length += basis.size();
  }
  part.erase(begin, sign + length - begin);
  return value;
}

/// "cas号:7782505" -> "7782505", "unno.1017" -> "un1017".
std::string without_register_word(const std::string& part) {
  constexpr std::array<std::string_view, 6> kCas{"casrn", "cas号", "casno.", "casno", "cas编号", "cas"};
  constexpr std::array<std::string_view, 6> kUn{"un号", "unno.", "unno", "un编号", "联合国编号", "un"};
  const auto rest_after = [&](std::string_view word) {
    std::string rest = part.substr(word.size());
    for (const std::string_view colon : {":", "：", "."}) {
      if (rest.starts_with(colon)) rest.erase(0, colon.size());
    }
    return rest;
  };
  const auto is_number = [](const std::string& text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
  };
  for (const std::string_view word : kCas) {
    if (part.starts_with(word) && is_number(rest_after(word))) return rest_after(word);
  }
  for (const std::string_view word : kUn) {
    if (part.starts_with(word) && is_number(rest_after(word))) return "un" + rest_after(word);
  }
  return part;
}

/// Words for state, grade and packing, as normalised_name() leaves them.
constexpr std::array<std::string_view, 48> kPlainWords{"无水",
                                                       "液化",
                                                       "液态",
                                                       "液体",
                                                       "气态",
                                                       "气体",
                                                       "压缩",
                                                       "冷冻",
                                                       "冷冻液化",
                                                       "加压",
                                                       "常压",
                                                       "工业用",
                                                       "工业级",
                                                       "工业",
                                                       "食品级",
                                                       "电子级",
                                                       "分析纯",
                                                       "化学纯",
                                                       "高纯",
                                                       "纯品",
                                                       "瓶装",
                                                       "桶装",
                                                       "罐装",
                                                       "散装",
                                                       "钢瓶",
                                                       "储罐",
                                                       "液",
                                                       "气",
                                                       "纯",
                                                       "原料",
                                                       "成品",
                                                       "中间品",
                                                       "anhydrous",
                                                       "liquefied",
                                                       "liquid",
                                                       "gas",
                                                       "gaseous",
                                                       "compressed",
                                                       "refrigerated",
                                                       "technical",
                                                       "pure",
                                                       "vapour",
                                                       "vapor",
                                                       "liquified",
                                                       "cryogenic",
                                                       "bulk",
                                                       "unspecifiedisomer",
                                                       "mixedisomers"};

bool is_plain(const std::string& part) {
  return part.empty() || std::find(kPlainWords.begin(), kPlainWords.end(), part) != kPlainWords.end();
}

/// Longer words alone count in front: "液氯" is a name, "工业用液氯" has a word before one.
std::string without_plain_word(const std::string& part) {
  for (const std::string_view word : kPlainWords) {
    if (word.size() < std::string_view("无水").size()) continue;
    if (part.size() > word.size() && part.starts_with(word)) return part.substr(word.size());
  }
  return {};
}

}  // namespace

WrittenName written_name(std::string_view text) {
  WrittenName written;
  std::string rest = with_bars(text);
  part_off_numbers(rest);
  while (!rest.empty()) {
    const std::size_t bar = rest.find('|');
    std::string part = rest.substr(0, bar);
    rest = bar == std::string::npos ? std::string() : rest.substr(bar + 1);
    if (const auto percent = take_percent(part)) written.percent = percent;
    part = without_register_word(without_commas(part));
    if (!is_plain(part)) written.parts.push_back({part, without_plain_word(part)});
  }
  // A text of plain words alone is a name all the same, of whatever it may be.
  if (written.parts.empty()) written.parts.push_back({normalised_name(text), {}});
  return written;
}

}  // namespace sise

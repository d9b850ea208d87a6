#include "gis_io/read/register/codes.hpp"

#include <algorithm>
#include <array>

namespace sise {
namespace {

/// Tells which of the two faults it is.
void refuse(const std::string& text, const ColumnDictionary* dictionary, const std::string& heading,
            Findings& findings) {
  add_finding(findings, dictionary == nullptr ? "undeclared_code" : "unknown_code", heading, text);
}

template <std::size_t n>
bool is_one_of(std::string_view text, const std::array<std::string_view, n>& words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

}  // namespace

std::optional<bool> flag_of(std::string_view text) {
  constexpr std::array<std::string_view, 6> kYes{"1", "是", "true", "yes", "已删除", "已注销"};
  constexpr std::array<std::string_view, 6> kNo{"0", "否", "false", "no", "未删除", "未注销"};
  if (is_one_of(text, kYes)) return true;
  if (is_one_of(text, kNo)) return false;
  return std::nullopt;
}

bool is_blank_word(std::string_view text) {
  constexpr std::array<std::string_view, 7> kBlank{"", "无", "/", "-", "--", "null", "NULL"};
  return is_one_of(text, kBlank);
}

std::string meaning_of(const std::string& text, const ColumnDictionary* dictionary) {
  if (dictionary == nullptr) return text;
  const auto found = dictionary->codes.find(text);
  return found == dictionary->codes.end() ? text : found->second;
}

std::optional<Grade> grade_of(const std::string& text, const ColumnDictionary* dictionary, const std::string& heading,
                              Findings& findings) {
  if (is_blank_word(text)) return std::nullopt;
  if (const auto grade = grade_in_words(meaning_of(text, dictionary))) return grade;
  refuse(text, dictionary, heading, findings);
  return std::nullopt;
}

std::optional<bool> is_major_danger(const std::string& text, const ColumnDictionary* dictionary,
                                    const std::string& heading, Findings& findings) {
  if (is_blank_word(text)) return std::nullopt;
  std::string word = meaning_of(text, dictionary);
  for (const std::string_view ending : {"事故隐患", "隐患"}) {
    if (word.size() > ending.size() && word.ends_with(ending)) word.resize(word.size() - ending.size());
  }
  if (word == "major" || word == "重大") return true;
  if (word == "general" || word == "一般" || word == "较大") return false;
  refuse(text, dictionary, heading, findings);
  return std::nullopt;
}

Liveness liveness_of(const RowFlags& flags) {
  constexpr std::array<std::string_view, 5> kValid{"0", "有效", "是", "valid", "true"};
  constexpr std::array<std::string_view, 5> kInvalid{"1", "无效", "否", "invalid", "false"};
  constexpr std::array<std::string_view, 4> kReported{"上报", "已上报", "reported", "已报告"};
  constexpr std::array<std::string_view, 5> kDraft{"草稿", "draft", "撤回", "已撤回", "回退"};
  const bool deleted = flag_of(flags.deleted).value_or(false);
  const bool cancelled = flag_of(flags.cancelled).value_or(false);
  const bool says_valid = is_one_of(flags.valid, kValid);
  const bool says_invalid = is_one_of(flags.valid, kInvalid);
  const bool unknown_state = !is_blank_word(flags.report_state) && !is_one_of(flags.report_state, kReported) &&
                             !is_one_of(flags.report_state, kDraft);
  const auto unread = [](const std::string& flag) { return !is_blank_word(flag) && !flag_of(flag); };
  const bool unknown_flag =
      unread(flags.deleted) || unread(flags.cancelled) || (!is_blank_word(flags.valid) && !says_valid && !says_invalid);
  if ((says_valid && deleted) || unknown_flag) return Liveness::contradictory;
  if (deleted || cancelled || says_invalid || is_one_of(flags.report_state, kDraft)) return Liveness::withdrawn;
  return unknown_state ? Liveness::contradictory : Liveness::live;
}

}  // namespace sise

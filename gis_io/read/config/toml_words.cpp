#include "gis_io/read/config/toml_words.hpp"

#include <array>
#include <optional>
#include <utility>

namespace sise {
namespace {

using Word = std::pair<std::string_view, std::string_view>;

constexpr std::array<Word, 18> kScopes{{{"array", "数组"},
                                        {"boolean", "布尔值"},
                                        {"comment", "注释"},
                                        {"date", "日期"},
                                        {"date-time offset", "时区偏移"},
                                        {"date-time", "日期时间"},
                                        {"floating-point", "小数"},
                                        {"hexadecimal floating-point", "十六进制小数"},
                                        {"inline table", "内联表"},
                                        {"key", "键名"},
                                        {"key-value pair", "键值对"},
                                        {"literal string", "单引号字符串"},
                                        {"root table", "文件顶层"},
                                        {"string", "字符串"},
                                        {"table header", "表头"},
                                        {"time", "时间"},
                                        {"unicode scalar sequence", "字符编码转义"},
                                        {"value", "值"}}};

constexpr std::array kExpected{Word{"2-digit day", "两位日"},
                               Word{"2-digit hour", "两位小时"},
                               Word{"2-digit minute", "两位分钟"},
                               Word{"2-digit month", "两位月份"},
                               Word{"2-digit second", "两位秒"},
                               Word{"4-digit year", "四位年份"},
                               Word{"a comment or whitespace", "注释或空白"},
                               Word{"bare key starting character or string delimiter", "键名或引号"},
                               Word{"comma or closing ']'", "逗号或 ']'"},
                               Word{"comma or closing '}'", "逗号或 '}'"},
                               Word{"decimal digit or '.'", "数字或小数点"},
                               Word{"decimal digit or exponent", "数字或指数"},
                               Word{"decimal digit", "数字"},
                               Word{"digit", "数字"},
                               Word{"expected digit or sign", "数字或正负号"},
                               Word{"exponent decimal digit or sign", "指数的数字或正负号"},
                               Word{"exponent digit or sign", "指数的数字或正负号"},
                               Word{"exponent digit", "指数的数字"},
                               Word{"fractional digits", "小数部分"},
                               Word{"hex digit", "十六进制数字"},
                               Word{"hexadecimal digit", "十六进制数字"},
                               Word{"key or closing '}'", "键名或 '}'"},
                               Word{"key-value pair or closing '}'", "键值对或 '}'"},
                               Word{"key-value pair", "键值对"},
                               Word{"keys, tables, whitespace or comments", "键名、表头、空白或注释"},
                               Word{"space or tab", "空格或制表符"},
                               Word{"space, 'T' or 't'", "空格、'T' 或 't'"},
                               Word{"value or closing ']'", "值或 ']'"},
                               Word{"value", "值"},
                               Word{"value-terminator", "值的结尾"},
                               Word{"'\\n' after '\\r'", "'\\r' 之后的 '\\n'"}};

constexpr std::array kSeen{Word{"comma", "逗号"}, Word{"EOF", "文件结尾"},
                           Word{"closing '}' (dangling comma)", "'}' (多余的逗号)"}};

constexpr std::array kSentences{Word{"encountered end-of-file", "文件在此提前结束"},
                                Word{"leading zeroes are prohibited", "数字不能以 0 开头"},
                                Word{"missing exponent", "缺少指数"},
                                Word{"tables with blank bare keys are explicitly prohibited", "表名不能为空"},
                                Word{"underscores may only follow digits", "下划线只能跟在数字之后"},
                                Word{"underscores must be followed by digits", "下划线之后必须是数字"},
                                Word{"unexpected control character", "出现控制字符"},
                                Word{"values may not begin with underscores", "值不能以下划线开头"}};

template <class Words>
std::optional<std::string> word_of(const Words& words, std::string_view en) {
  for (const Word& word : words) {
    if (word.first == en) return std::string(word.second);
  }
  return std::nullopt;
}

/// "'x'" as it is, a known word, or nothing.
std::optional<std::string> quoted_or(std::optional<std::string> word, std::string_view text) {
  const bool quoted = text.size() >= 2 && text.front() == '\'' && text.back() == '\'';
  return word || !quoted ? std::move(word) : std::optional<std::string>(text);
}

std::optional<std::string> expectation(std::string_view detail) {
  constexpr std::string_view kBegin = "expected ";
  constexpr std::string_view kSaw = ", saw ";
  const std::size_t saw = detail.rfind(kSaw);
  if (!detail.starts_with(kBegin) || saw == std::string_view::npos) return std::nullopt;
  const std::string_view wanted = detail.substr(kBegin.size(), saw - kBegin.size());
  const std::string_view seen = detail.substr(saw + kSaw.size());
  const auto wanted_zh = quoted_or(word_of(kExpected, wanted), wanted);
  const auto seen_zh = quoted_or(word_of(kSeen, seen), seen);
  if (!wanted_zh || !seen_zh) return std::nullopt;
  return "此处应为" + *wanted_zh + ", 却是 " + *seen_zh;
}

std::string detail_zh(std::string_view detail) {
  if (const auto sentence = word_of(kSentences, detail)) return *sentence;
  if (const auto sentence = expectation(detail)) return *sentence;
  constexpr std::string_view kEscape = "unknown escape sequence ";
  if (detail.starts_with(kEscape)) return "未知的转义 " + std::string(detail.substr(kEscape.size()));
  return "此处不是合法的 TOML";
}

}  // namespace

std::string toml_error_zh(std::string_view description) {
  constexpr std::string_view kBegin = "Error while parsing ";
  const std::size_t colon = description.find(": ");
  if (!description.starts_with(kBegin) || colon == std::string_view::npos) return detail_zh(description);
  const auto scope = word_of(kScopes, description.substr(kBegin.size(), colon - kBegin.size()));
  return (scope ? "解析" + *scope + "时: " : std::string()) + detail_zh(description.substr(colon + 2));
}

}  // namespace sise

#include "gis_io/read/layers/written_number.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>

#include "gis_io/read/text/normalise.hpp"

namespace sise {
namespace {

constexpr std::size_t kGroup = 3;  ///< digits between thousands separators

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// A normalised text, read from its front.
class NumberReader {
 public:
  explicit NumberReader(std::string_view text) : text_(text) {}

  std::optional<WrittenNumber> read() {
    if (at_ < text_.size() && (text_[at_] == '+' || text_[at_] == '-')) digits_ += text_[at_++];
    const std::size_t whole = take_digits();
    const int groups = whole > 0 && whole <= kGroup ? take_groups() : 0;
    const bool grouped_zero = groups > 0 && first_digit() == '0';
    if (at_ < text_.size() && text_[at_] == ',') return std::nullopt;  // a decimal comma, or groups of a wrong length
    const bool decimals = take_decimals();
    if (grouped_zero || (whole == 0 && !decimals)) return std::nullopt;
    take_exponent();
    const auto value = parse_number(digits_);
    if (!value) return std::nullopt;
    WrittenNumber written{*value, trimmed(text_.substr(at_)), false};
    written.ambiguous = groups == 1 && comma_ && !decimals && written.unit.empty();
    return written;
  }

 private:
  [[nodiscard]] char first_digit() const { return digits_[digits_.find_first_of("0123456789")]; }

  [[nodiscard]] std::size_t digits_from(std::size_t from) const {
    std::size_t end = from;
    while (end < text_.size() && is_digit(text_[end])) ++end;
    return end - from;
  }

  std::size_t take_digits() {
    const std::size_t count = digits_from(at_);
    digits_ += text_.substr(at_, count);
    at_ += count;
    return count;
  }

  /// ",000,000" or " 000 000", one separator throughout.
  int take_groups() {
    int groups = 0;
    const char separator = at_ < text_.size() ? text_[at_] : '\0';
    if (separator != ',' && separator != ' ') return 0;
    while (at_ < text_.size() && text_[at_] == separator && digits_from(at_ + 1) == kGroup) {
      ++at_;
      take_digits();
      ++groups;
    }
    comma_ = separator == ',';
    return groups;
  }

  bool take_decimals() {
    if (at_ >= text_.size() || text_[at_] != '.') return false;
    digits_ += text_[at_++];
    return take_digits() > 0;
  }

  void take_exponent() {
    std::size_t end = at_;
    if (end >= text_.size() || (text_[end] != 'e' && text_[end] != 'E')) return;
    ++end;
    if (end < text_.size() && (text_[end] == '+' || text_[end] == '-')) ++end;
    const std::size_t count = digits_from(end);
    if (count == 0) return;
    digits_ += text_.substr(at_, end + count - at_);
    at_ = end + count;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string digits_;
  bool comma_ = false;
};

}  // namespace

std::optional<double> parse_number(std::string_view text) {
  std::string digits = normalised(text);
  if (digits.starts_with('+')) digits.erase(0, 1);
  double value = 0.0;
  const char* const end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, value);
  if (error != std::errc() || stop != end || digits.empty() || !std::isfinite(value)) return std::nullopt;
  return value;
}

std::optional<WrittenNumber> written_number(std::string_view text) {
  const std::string plain = normalised(text);
  return NumberReader(plain).read();
}

bool is_counting_word(std::string_view unit) {
  constexpr std::array<std::string_view, 9> kWords{"人", "名", "户", "床", "张", "个", "座", "台", "床位"};
  return std::find(kWords.begin(), kWords.end(), unit) != kWords.end();
}

}  // namespace sise

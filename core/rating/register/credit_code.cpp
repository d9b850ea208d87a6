#include "core/rating/register/credit_code.hpp"

#include <algorithm>
#include <array>
#include <numeric>

namespace sise {
namespace {

constexpr std::string_view kSigns = "0123456789ABCDEFGHJKLMNPQRTUWXY";
constexpr std::size_t kLength = 18;
constexpr std::size_t kOldLength = 15;
constexpr std::array<int, 17> kWeights{1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
constexpr std::array<int, 8> kOrganisationWeights{3, 7, 9, 10, 5, 8, 4, 2};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool all_digits(std::string_view text) { return std::all_of(text.begin(), text.end(), is_digit); }

std::optional<int> value_in_organisation(char c) {
  if (is_digit(c)) return c - '0';
  if (c >= 'A' && c <= 'Z') return c - 'A' + 10;
  return std::nullopt;
}

}  // namespace

std::string_view name_of(CodeCheck check) {
  constexpr std::array<std::string_view, 6> kNames{"ok",        "bad_length",   "bad_char",
                                                   "bad_check", "old_reg15_ok", "old_reg15_bad"};
  return kNames.at(static_cast<std::size_t>(check));
}

std::optional<CreditSum> credit_sum(std::string_view first_17) {
  if (first_17.size() != kWeights.size()) return std::nullopt;
  constexpr int kModulus = 31;
  CreditSum result;
  for (std::size_t i = 0; i < kWeights.size(); ++i) {
    const std::size_t value = kSigns.find(first_17[i]);
    if (value == std::string_view::npos) return std::nullopt;
    result.sum += static_cast<int>(value) * kWeights[i];
  }
  result.check = kSigns[static_cast<std::size_t>((kModulus - result.sum % kModulus) % kModulus)];
  return result;
}

char organisation_check(std::string_view first_8) {
  constexpr int kModulus = 11;
  int sum = 0;
  for (std::size_t i = 0; i < kOrganisationWeights.size(); ++i) {
    const auto value = i < first_8.size() ? value_in_organisation(first_8[i]) : std::nullopt;
    if (!value) return '?';
    sum += *value * kOrganisationWeights[i];
  }
  const int check = kModulus - sum % kModulus;
  if (check == 10) return 'X';
  return check == kModulus ? '0' : static_cast<char>('0' + check);
}

char registration_check(std::string_view first_14) {
  constexpr int kTen = 10;
  int product = kTen;
  for (const char c : first_14) {
    int sum = (product + (c - '0')) % kTen;
    if (sum == 0) sum = kTen;
    product = sum * 2 % (kTen + 1);
  }
  return static_cast<char>('0' + (kTen + 1 - product) % kTen);
}

CodeCheck check_credit_code(std::string_view code) {
  if (code.size() == kOldLength && all_digits(code)) {
    return registration_check(code.substr(0, kOldLength - 1)) == code.back() ? CodeCheck::old_reg15_ok
                                                                             : CodeCheck::old_reg15_bad;
  }
  if (code.size() != kLength) return CodeCheck::bad_length;
  const auto sum = credit_sum(code.substr(0, kLength - 1));
  if (!sum || kSigns.find(code.back()) == std::string_view::npos) return CodeCheck::bad_char;
  if (sum->check != code.back()) return CodeCheck::bad_check;
  constexpr std::size_t kOrganisation = 8;
  return organisation_check(code.substr(kOrganisation, 8)) == code[kOrganisation + 8] ? CodeCheck::ok
                                                                                      : CodeCheck::bad_check;
}

std::string new_risk_code(std::string_view code) {
  if (code.size() != 4 || !all_digits(code)) return std::string(code);
  const int group = (code[0] - '0') * 10 + (code[1] - '0');
  if (group >= 3 && group <= 10) return "10" + std::string(code);
  if (group == 13) return "34" + std::string(code);
  return std::string(code);
}

std::optional<std::vector<std::string>> split_code(std::string_view code, std::span<const std::size_t> lengths) {
  if (std::accumulate(lengths.begin(), lengths.end(), std::size_t{0}) != code.size()) return std::nullopt;
  std::vector<std::string> parts;
  for (const std::size_t length : lengths) {
    parts.emplace_back(code.substr(0, length));
    code.remove_prefix(length);
  }
  return parts;
}

}  // namespace sise

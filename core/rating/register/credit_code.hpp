// Codes that name enterprises, risks and grids, checked by their own arithmetic.
#pragma once
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sise {

enum class CodeCheck {
  ok,             ///< a sound unified social credit code
  bad_length,     ///< not 18 signs
  bad_char,       ///< a sign that GB 32100 does not have (I, O, S, V, Z and everything but digits and capitals)
  bad_check,      ///< the check digit of the whole, or of the organisation code inside, is wrong
  old_reg15_ok,   ///< an old registration number of 15 digits, sound
  old_reg15_bad,  ///< the same with a wrong check digit
};

/// "ok", "bad_length", "bad_char", "bad_check", "old_reg15_ok", "old_reg15_bad".
[[nodiscard]] std::string_view name_of(CodeCheck check);

/// GB 32100-2015: 31 signs, weights 3^i mod 31, check (31 - sum mod 31) mod 31; the organisation code inside (signs 9 to 17)
/// by GB 11714: weights 3, 7, 9, 10, 5, 8, 4, 2, modulus 11. 15 digits: ISO 7064 MOD 11,10. Upper case is expected.
[[nodiscard]] CodeCheck check_credit_code(std::string_view code);

/// Sum of weighted values of the first 17 signs, and the check sign that follows; nullopt for a sign that is none.
struct CreditSum {
  int sum = 0;
  char check = '0';
};
[[nodiscard]] std::optional<CreditSum> credit_sum(std::string_view first_17);
/// The check sign of an organisation code's eight signs; '?' for a sign that is none.
[[nodiscard]] char organisation_check(std::string_view first_8);
/// The check digit of an old registration number's 14 digits.
[[nodiscard]] char registration_check(std::string_view first_14);

/// Jiangsu risk codes drifted: 03xx to 09xx became 1003xx to 1009xx, 10xx became 1010xx, 13xx became 3413xx. Others stay.
[[nodiscard]] std::string new_risk_code(std::string_view code);

/// A code cut into parts of these lengths ("110101001002003" by 6, 3, 3, 3); nullopt where the lengths do not fit.
[[nodiscard]] std::optional<std::vector<std::string>> split_code(std::string_view code,
                                                                 std::span<const std::size_t> lengths);

}  // namespace sise

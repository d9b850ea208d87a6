// Numbers as people type them into cells: full-width digits, thousands separators, a unit behind them.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace sise {

/// A whole number or decimal fraction in ASCII or full-width digits; nullopt for anything else, NaN and infinity too.
[[nodiscard]] std::optional<double> parse_number(std::string_view text);

struct WrittenNumber {
  double value = 0.0;
  std::string unit;        ///< what stands behind the number, as written; empty: nothing
  bool ambiguous = false;  ///< "1,500" alone: 1500 here, 1.5 elsewhere. With a unit, two groups or decimals it is 1500.
};

/// "120吨", "350,000 kg", "1 250.5", "１２０"; nullopt where no number begins the text, and for "0,5" and the like.
[[nodiscard]] std::optional<WrittenNumber> written_number(std::string_view text);

/// Words that count things and change no value: "120人", "30户", "80床".
[[nodiscard]] bool is_counting_word(std::string_view unit);

}  // namespace sise

// How sure we are of a number taken from the literature or from a standard.
#pragma once
#include <optional>
#include <string_view>

namespace sise {

/// Ordered from best to worst, so that the confidence of a chain is the maximum of its links.
enum class Confidence {
  seen,          ///< read in a text, or in an implementation that quotes the clause
  corroborated,  ///< recalled, and supported by an independent item or a numeric check
  recalled,      ///< from memory only: a person must check it against the official text before legal use
};

/// The name as it stands in data files and outputs: "seen", "corroborated", "recalled".
[[nodiscard]] std::string_view name_of(Confidence confidence);
[[nodiscard]] std::optional<Confidence> confidence_from(std::string_view name);

/// A chain is as good as its weakest link.
[[nodiscard]] constexpr Confidence weakest(Confidence a, Confidence b) { return a < b ? b : a; }

}  // namespace sise

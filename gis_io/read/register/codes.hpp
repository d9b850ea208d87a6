// Codes and words of a column, read with the dictionary that the project names for it.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "core/rating/register/findings.hpp"
#include "core/rating/register/grade.hpp"
#include "gis_io/read/register/register_config.hpp"

namespace sise {

/// Yes and no of a flag; nothing for a blank and for what is neither.
[[nodiscard]] std::optional<bool> flag_of(std::string_view text);

/// "无", "/", "-" and the like stand for nothing.
[[nodiscard]] bool is_blank_word(std::string_view text);

/// What a coded cell says: the dictionary's word for it, else the text itself.
[[nodiscard]] std::string meaning_of(const std::string& text, const ColumnDictionary* dictionary);

/// A grade from its word, or from its code by the dictionary. A code without dictionary is refused ("undeclared_code"), as is
/// one that the dictionary lacks ("unknown_code"): the finding names column and value.
[[nodiscard]] std::optional<Grade> grade_of(const std::string& text, const ColumnDictionary* dictionary,
                                            const std::string& heading, Findings& findings);

/// True for a major hidden danger, false for a general one; refused as above.
[[nodiscard]] std::optional<bool> is_major_danger(const std::string& text, const ColumnDictionary* dictionary,
                                                  const std::string& heading, Findings& findings);

/// Whether a record is live: not deleted, valid, not deregistered, reported. `flags` in the order deleted (1: yes), valid (0:
/// yes), cancelled (1: yes), report_state. Contradictions are quarantined, and so are words that nobody knows.
struct RowFlags {
  std::string deleted;
  std::string valid;
  std::string cancelled;
  std::string report_state;  ///< its meaning
};
enum class Liveness { live, withdrawn, contradictory };
[[nodiscard]] Liveness liveness_of(const RowFlags& flags);

}  // namespace sise

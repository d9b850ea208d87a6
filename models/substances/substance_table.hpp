// Finding a substance by whatever people call it.
#pragma once
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "models/substances/substance.hpp"

namespace sise {

/// How names are compared: full-width forms become half-width, upper case becomes lower case, blanks, '-' and '_'
/// vanish, "sulph" is "sulf". "ＣＬ２", "cl 2" and "Cl2" are one.
[[nodiscard]] std::string normalised_name(std::string_view name);

class SubstanceTable {
 public:
  SubstanceTable() = default;
  /// Throws ConfigError when two substances share an id, a name or a CAS number.
  explicit SubstanceTable(std::vector<Substance> substances);

  /// By id, name, alias, CAS number, formula or UN number ("1017", "UN 1017"), or as registers put them together ("氯(液氯)",
  /// written_name.hpp). Null when nothing fits, and when several do (an UN number of isomers): see matches().
  [[nodiscard]] const Substance* find(std::string_view name) const;
  /// All that fit: none, one, or the several that share an UN number or a formula. In the order of the table.
  [[nodiscard]] std::vector<const Substance*> matches(std::string_view name) const;
  /// Names near a wrong one, nearest first; for an ambiguous one the ids it could mean.
  [[nodiscard]] std::vector<std::string> suggest(std::string_view name, std::size_t at_most = 3) const;
  [[nodiscard]] const std::vector<Substance>& all() const { return substances_; }

 private:
  void index(const std::string& name, std::size_t substance);

  std::vector<Substance> substances_;
  std::map<std::string, std::vector<std::size_t>, std::less<>> by_name_;  ///< normalised name -> places in the table
};

}  // namespace sise

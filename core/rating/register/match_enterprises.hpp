// Whose point is it? The ladder from codes over names to candidates for a person.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/rating/register/enterprise_record.hpp"

namespace sise {

/// What a row says of its enterprise. `name` is normalised, `code` in upper case.
struct FirmKey {
  std::string code;
  std::string name;
  std::string division;
  std::optional<Point> at;
};

enum class MatchedBy : std::uint8_t { nothing, code, name };

struct FirmMatch {
  MatchedBy by = MatchedBy::nothing;
  std::size_t enterprise = 0;
  std::optional<std::size_t> candidate;  ///< a similar name within 300 m: for a person to decide, never merged
  bool other_name = false;               ///< matched by code; the names differ
  bool same_name_other_code = false;     ///< another firm of that name has another valid code
};

/// Valid code; else (no code, an old number or a wrong one) the normalised name, former ones included, in the same county;
/// else a similar name nearby as a candidate. Coordinates alone match nobody, and two valid codes are two firms.
class EnterpriseMatcher {
 public:
  static constexpr double kSimilar = 0.92;
  static constexpr double kNear_m = 300.0;

  /// Keeps a reference; enterprises may be added at its end, each told by added().
  explicit EnterpriseMatcher(const std::vector<EnterpriseRecord>& enterprises);
  void added(std::size_t index);
  [[nodiscard]] FirmMatch match(const FirmKey& key) const;

 private:
  [[nodiscard]] std::optional<std::size_t> by_name(const FirmKey& key) const;
  [[nodiscard]] std::optional<std::size_t> similar_nearby(const FirmKey& key) const;

  const std::vector<EnterpriseRecord>& enterprises_;
  std::unordered_map<std::string, std::size_t> by_code_;
  std::unordered_multimap<std::string, std::size_t> by_name_;
  std::unordered_multimap<std::int64_t, std::size_t> by_cell_;  ///< of kNear_m
};

/// 1 for equal names, 0 for wholly different ones: edits by the longer name's characters.
[[nodiscard]] double similarity(const std::string& a, const std::string& b);

}  // namespace sise

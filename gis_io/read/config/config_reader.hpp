// Reading a table of a configuration: typed, checked, every problem collected.
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gis_io/read/config/config_node.hpp"

namespace sise {

/// What a number must satisfy. Numbers are always finite.
struct NumberRule {
  std::optional<double> at_least;
  std::optional<double> above;
  std::optional<double> at_most;
};

namespace number_rule {
inline constexpr NumberRule kAny{};
inline constexpr NumberRule kPositive{.at_least = {}, .above = 0.0, .at_most = {}};
inline constexpr NumberRule kNotNegative{.at_least = 0.0, .above = {}, .at_most = {}};
inline constexpr NumberRule kFraction{.at_least = 0.0, .above = {}, .at_most = 1.0};
}  // namespace number_rule

enum class Need { optional, required };

/// Asks one table for its keys. Every getter returns nullopt (or null) when the key is absent or wrong, and has then
/// added the problem. finish() reports the keys nobody asked for, with the nearest of those somebody did.
class ConfigReader {
 public:
  /// `table` must outlive the reader. A node that is no table is reported once and read as an empty one.
  ConfigReader(const ConfigNode& table, Problems& problems);

  [[nodiscard]] bool has(std::string_view key);
  [[nodiscard]] const ConfigNode* node(std::string_view key, Need need = Need::optional);
  [[nodiscard]] const ConfigNode* table(std::string_view key, Need need = Need::optional);
  [[nodiscard]] const ConfigNode* array(std::string_view key, Need need = Need::optional);

  /// A text that is not blank.
  [[nodiscard]] std::optional<std::string> text(std::string_view key, Need need = Need::optional);
  [[nodiscard]] std::optional<bool> boolean(std::string_view key, Need need = Need::optional);
  [[nodiscard]] std::optional<double> number(std::string_view key, NumberRule rule = number_rule::kAny,
                                             Need need = Need::optional);
  [[nodiscard]] std::optional<std::int64_t> integer(std::string_view key, NumberRule rule = number_rule::kAny,
                                                    Need need = Need::optional);
  /// A TOML date, or a text "2026-11-21" (JSON has no dates).
  [[nodiscard]] std::optional<ConfigDate> date(std::string_view key, Need need = Need::optional);
  [[nodiscard]] std::vector<double> numbers(std::string_view key, Need need = Need::optional);
  [[nodiscard]] std::vector<std::string> texts(std::string_view key, Need need = Need::optional);
  /// A text, or a number as the file's reader of cells would see it.
  [[nodiscard]] std::optional<std::string> cell(std::string_view key);

  /// One of `allowed`; a wrong spelling is answered with the nearest right one.
  [[nodiscard]] std::optional<std::string> choice(std::string_view key, const std::vector<std::string>& allowed,
                                                  Need need = Need::optional);
  /// As above with a parser such as sigma_set_from; `allowed` serves the message.
  template <class T>
  [[nodiscard]] std::optional<T> choice(std::string_view key, const std::vector<std::string>& allowed,
                                        const std::function<std::optional<T>(std::string_view)>& parse,
                                        Need need = Need::optional) {
    const std::optional<std::string> name = choice(key, allowed, need);
    return name ? parse(*name) : std::nullopt;
  }

  /// Exactly one of the keys may be there; reports more than one, and none if required. The key, or empty.
  [[nodiscard]] std::string exactly_one(const std::vector<std::string>& keys, Need need);

  /// A key that belongs here although nobody reads it.
  void allow(std::string_view key);
  /// A key that people write and that is refused on purpose, with the reason.
  void refuse(std::string_view key, const std::string& code, const Text& message, const Text& remedy);

  /// Reports every key that was never asked for.
  void finish();

  /// Where the table stands; with a key, where that key stands (or its place in the table when it is absent).
  [[nodiscard]] Location where() const;
  [[nodiscard]] Location where(std::string_view key) const;
  [[nodiscard]] Problems& problems() { return problems_; }

 private:
  void wrong_kind(const ConfigNode& node, ConfigNode::Kind wanted);
  void out_of_range(const ConfigNode& node, double value, const NumberRule& rule);
  [[nodiscard]] std::optional<double> checked(const ConfigNode& node, const NumberRule& rule);

  const ConfigNode& table_;
  Problems& problems_;
  std::vector<std::string> asked_;
};

/// "a, b, c" for messages.
[[nodiscard]] std::string join_names(const std::vector<std::string>& names);

/// The message for a name that is none of `allowed`; the remedy names the nearest, or all.
[[nodiscard]] Text did_you_mean(std::string_view wrong, const std::vector<std::string>& allowed);

/// Reads "2026-11-21" when it is a day of the calendar.
[[nodiscard]] std::optional<ConfigDate> date_from(std::string_view text);

}  // namespace sise

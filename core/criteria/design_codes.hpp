// Distances that design codes print: from an item of a certain size to what stands beside it.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/base/confidence.hpp"

namespace sise {

/// One number of a code's table.
struct CodeDistance {
  std::string code, clause;
  std::string item, item_name;  ///< "store_a", 甲类仓库
  std::string sub;              ///< a row within the item that is no size: "items_34", "class_2"; empty: none
  /// The band of sizes (t or m³, as the table has it) with its edges as printed; none: open.
  std::optional<double> over, up_to;
  bool over_included = false;
  bool up_to_included = true;
  std::optional<double> single_up_to;  ///< largest single vessel of the band, beside the total
  std::vector<std::string> to;         ///< "civil", "open_flame" ...
  std::string to_name;
  double required_m = 0.0;
  Confidence confidence = Confidence::recalled;
  std::string source;
  std::string measure;  ///< from where to where
  int line = 0;

  [[nodiscard]] bool holds(double size) const;
  /// Of a superseded edition: told, never a rule.
  [[nodiscard]] bool superseded() const { return measure == "superseded"; }
};

/// What is asked of the codes.
struct CodeQuestion {
  std::string item;
  std::string sub;
  std::optional<double> size;         ///< of the whole
  std::optional<double> single_size;  ///< of the largest vessel
  std::string to;
};

struct DesignCodes {
  std::vector<CodeDistance> rows;

  /// The row that holds: of bands that both the total and the largest vessel fall into, the larger distance. Null: no rule is
  /// held. A question without a size finds a row only where the table has no bands for it.
  [[nodiscard]] const CodeDistance* find(const CodeQuestion& question) const;
  [[nodiscard]] bool knows_item(std::string_view item) const;
  [[nodiscard]] std::vector<std::string> items() const;
  [[nodiscard]] std::vector<std::string> neighbours() const;
};

}  // namespace sise

// Looks up what one scenario's event needs, and remembers what it had to make do with and what was missing.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/accidents/kinds.hpp"
#include "models/atmosphere/weather.hpp"
#include "models/base/confidence.hpp"
#include "models/base/error.hpp"
#include "models/substances/substance_table.hpp"

namespace sise {

/// Properties come from the substance, for a mixture without its own from its first surrogate that has them. What is missing
/// becomes a fault, and something to go on with is returned.
class PropertyLookup {
 public:
  /// Keeps references to all of them.
  PropertyLookup(const Scenario& scenario, const SubstanceTable& substances, const Weather& ambient);

  [[nodiscard]] const Scenario& scenario() const { return scenario_; }
  [[nodiscard]] const Weather& ambient() const { return ambient_; }  ///< temperature and pressure count
  [[nodiscard]] const Substance* substance() const { return substance_; }

  /// A number of the scenario that its kind cannot do without, in SI.
  [[nodiscard]] double given(std::string_view field);
  /// A property that the kind's row names.
  [[nodiscard]] std::optional<double> known(std::string_view property);
  [[nodiscard]] double property(std::string_view name);
  /// A substance that is known not to burn has no heat of combustion either: one fault is enough.
  [[nodiscard]] bool burns();

  void fault(const char* code, const Text& message, std::string_view field, const Text& remedy = {});

  [[nodiscard]] const std::vector<Diagnostic>& faults() const { return faults_; }
  /// "surrogate_property", "recalled_property".
  [[nodiscard]] const std::vector<std::string>& warnings() const { return warnings_; }
  /// The weakest mark of all that was looked up.
  [[nodiscard]] Confidence confidence() const { return confidence_; }

 private:
  [[nodiscard]] std::optional<double> any(std::string_view property);
  [[nodiscard]] double noted(const SourcedValue& value);
  void warn(const char* code);

  const Scenario& scenario_;
  const AccidentKind& row_;
  const SubstanceTable& substances_;
  const Weather& ambient_;
  const Substance* substance_;
  std::vector<Diagnostic> faults_{};
  std::vector<std::string> warnings_{};
  Confidence confidence_ = Confidence::seen;
};

}  // namespace sise

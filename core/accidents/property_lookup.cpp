#include "core/accidents/property_lookup.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "core/accidents/scenario_fields.hpp"

namespace sise {

PropertyLookup::PropertyLookup(const Scenario& scenario, const SubstanceTable& substances, const Weather& ambient)
    : scenario_(scenario),
      row_(kind_row(scenario.kind)),
      substances_(substances),
      ambient_(ambient),
      substance_(substances.find(scenario.substance)) {}

double PropertyLookup::given(std::string_view field) {
  if (const std::optional<double> number = scenario_field(field).get(scenario_)) return *number;
  const std::string kind(scenario_.kind.name());
  const std::string name(field);
  fault("missing_value", {kind + " needs " + name, kind + " 需要给出 " + name}, field);
  return 1.0;
}

std::optional<double> PropertyLookup::known(std::string_view property) {
  if (std::find(row_.properties.begin(), row_.properties.end(), property) == row_.properties.end()) {
    throw std::invalid_argument("the row of '" + std::string(scenario_.kind.name()) + "' does not name " +
                                std::string(property));
  }
  return any(property);
}

double PropertyLookup::property(std::string_view name) {
  if (const std::optional<double> value = known(name)) return *value;
  fault("missing_property",
        {"substance '" + scenario_.substance + "' has no known " + std::string(name),
         "物质 '" + scenario_.substance + "' 缺少 " + std::string(name)},
        "substance");
  return 1.0;
}

bool PropertyLookup::burns() {
  const bool flammable = substance_ != nullptr && substance_->is("flammable");
  if (flammable || any("lfl_volume_fraction") || any("heat_of_combustion_J_kg")) return true;
  fault(
      "does_not_burn",
      {"substance '" + scenario_.substance + "' is not known to burn", "物质 '" + scenario_.substance + "' 未知其可燃"},
      "substance");
  return false;
}

void PropertyLookup::fault(const char* code, const Text& message, std::string_view field, const Text& remedy) {
  const std::string& id = scenario_.case_id;
  const Text prefix = id.empty() ? Text{} : Text{"case '" + id + "': ", "情景 '" + id + "':"};
  Diagnostic diagnostic;
  diagnostic.severity = Diagnostic::Severity::error;
  diagnostic.code = code;
  diagnostic.message = {prefix.en + message.en, prefix.zh + message.zh};
  diagnostic.where.feature = scenario_.unit_id;
  diagnostic.where.field = field;
  diagnostic.remedy = remedy;
  faults_.push_back(std::move(diagnostic));
}

std::optional<double> PropertyLookup::any(std::string_view property) {
  if (substance_ == nullptr) return std::nullopt;
  if (const SourcedValue* own = substance_->find(property)) return noted(*own);
  for (const std::string& id : substance_->surrogates) {
    const Substance* surrogate = substances_.find(id);
    const SourcedValue* value = surrogate == nullptr ? nullptr : surrogate->find(property);
    if (value == nullptr) continue;
    warn("surrogate_property");
    return noted(*value);
  }
  return std::nullopt;
}

double PropertyLookup::noted(const SourcedValue& value) {
  confidence_ = weakest(confidence_, value.confidence);
  if (value.confidence == Confidence::recalled) warn("recalled_property");
  return value.value;
}

void PropertyLookup::warn(const char* code) {
  if (std::find(warnings_.begin(), warnings_.end(), code) == warnings_.end()) warnings_.emplace_back(code);
}

}  // namespace sise

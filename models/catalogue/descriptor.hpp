// What a model is, said once: eval, models, validate, docs and the completeness test all read it.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/base/confidence.hpp"
#include "models/base/text.hpp"

namespace sise {

/// Where in a case a parameter stands.
enum class ParameterGroup { source, weather, options, at };

[[nodiscard]] std::string_view name_of(ParameterGroup group);

enum class ParameterType {
  number,
  choice,  ///< one of `choices`
  name,    ///< the id of something that a data file defines
};

[[nodiscard]] std::string_view name_of(ParameterType type);

/// One parameter. Names are unique within a group of a model.
struct ModelParameter {
  ParameterGroup group = ParameterGroup::source;
  std::string name;
  ParameterType type = ParameterType::number;
  std::string unit;  ///< as the name's ending says it; empty: none
  Text text;
  bool required = false;
  std::optional<double> default_number;
  std::string default_name;  ///< of a choice or a name; empty: none
  std::optional<double> above;
  std::optional<double> at_least;
  std::optional<double> at_most;
  std::vector<std::string> choices;
  /// How Parameters know it where another group has the same name ("the temperature" of the air and of what leaves);
  /// empty: by its name.
  std::string stored_as{};

  [[nodiscard]] const std::string& key() const { return stored_as.empty() ? name : stored_as; }
};

/// One number that comes out.
struct ModelOutput {
  std::string name;
  std::string unit;
  Text text;
  bool derived = false;   ///< of the case, not of a point
  bool findable = false;  ///< `find` can ask for the farthest distance with a value of it
};

/// Where the numbers hold, and what is said where they do not.
struct ModelValidity {
  Text text;
  std::string code;  ///< of the reason or the warning; empty: a remark
};

struct ModelDescriptor {
  std::string id;
  Text title;
  std::vector<ModelParameter> parameters;
  std::vector<ModelOutput> outputs;
  std::vector<ModelValidity> validity;
  std::string source;
  Confidence confidence = Confidence::recalled;
  std::string doc_page;         ///< below docs/
  std::string find_parameter;   ///< the point parameter that `find` may state beside the value; empty: none
  bool sums_sources = false;    ///< a case may have `sources`, each with a place, instead of one `source`
  bool uses_harm_pack = false;  ///< its option `set` names a harm pack

  [[nodiscard]] const ModelParameter* parameter(ParameterGroup group, std::string_view name) const;
  [[nodiscard]] const ModelOutput* output(std::string_view name) const;
  [[nodiscard]] bool takes(ParameterGroup group) const;
};

/// "above 0", "from 1 to 2", "one of a, b"; empty when everything is allowed.
[[nodiscard]] Text allowed_values(const ModelParameter& parameter);

}  // namespace sise

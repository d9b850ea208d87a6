// A model as the catalogue runs it: a question in named parameters, an answer in named numbers.
#pragma once
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "models/base/text.hpp"
#include "models/catalogue/descriptor.hpp"

namespace sise {

struct HarmPack;
struct Substance;

/// The parameters of a case or of one of its points, checked against the descriptor, defaults filled in.
class Parameters {
 public:
  void set(const std::string& name, double number) { numbers_[name] = number; }
  void set(const std::string& name, const std::string& text) { texts_[name] = text; }

  /// One that is required or has a default; throws std::out_of_range for any other that is absent.
  [[nodiscard]] double number(std::string_view name) const;
  [[nodiscard]] std::optional<double> optional_number(std::string_view name) const;
  [[nodiscard]] const std::string& text(std::string_view name) const;
  [[nodiscard]] bool has(std::string_view name) const;
  /// Takes what others have and these do not.
  void add(const Parameters& others);

  /// A choice as the type that it names; throws std::out_of_range for a name that `parse` does not know.
  template <class T>
  [[nodiscard]] T choice(std::string_view name, std::optional<T> (*parse)(std::string_view)) const {
    if (const std::optional<T> known = parse(text(name))) return *known;
    throw std::out_of_range("unknown " + std::string(name) + " " + text(name));
  }

 private:
  std::map<std::string, double, std::less<>> numbers_;
  std::map<std::string, std::string, std::less<>> texts_;
};

/// Adds every default of the group that the parameters do not have.
void fill_defaults(Parameters& parameters, const ModelDescriptor& descriptor, ParameterGroup group);

/// One of several sources of a case: its settings with the case's weather and options, and where it stands.
struct PlacedSource {
  Parameters settings;
  double x_m = 0.0;  ///< downwind
  double y_m = 0.0;  ///< crosswind
};

struct ModelInput {
  Parameters settings;                  ///< source, weather and options
  std::vector<PlacedSource> sources{};  ///< where the case has several; `settings` then has no source
  std::vector<Parameters> at;           ///< the points, in the order asked
  const Substance* substance = nullptr;
  const HarmPack* harm = nullptr;  ///< where the descriptor uses one
};

/// Why a number is missing: "outside_fit", "not_reached" ...
struct Reason {
  std::string code;
  Text text;
};

/// The numbers of one point in the order of the outputs; nullopt: no answer, and `reason` says why. An output that the
/// chosen options do not give is left out.
struct PointAnswer {
  std::vector<std::pair<std::string, std::optional<double>>> values;
  std::optional<Reason> reason;
};

struct ModelAnswer {
  std::vector<PointAnswer> points;
  std::vector<std::pair<std::string, double>> derived;
  std::vector<std::string> warnings;  ///< codes, each once

  void warn(const std::string& code);
};

/// The farthest distance where an output has a value. `at` holds the descriptor's find_parameter, if it has one.
struct FindQuestion {
  std::string output;
  double value = 0.0;
  Parameters at;
};

struct FindAnswer {
  std::optional<double> distance_m;
  std::optional<Reason> reason;
  std::vector<std::pair<std::string, double>> derived;
  std::vector<std::string> warnings;
};

/// Both functions throw ModelError for a question that makes no physical sense.
struct Model {
  ModelDescriptor descriptor;
  ModelAnswer (*evaluate)(const ModelInput& input) = nullptr;
  FindAnswer (*find)(const ModelInput& input, const FindQuestion& question) = nullptr;  ///< null: nothing to find
};

}  // namespace sise

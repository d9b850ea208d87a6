// How often the parts of a plant fail, as data: packs of classes, each a list of cases.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/base/confidence.hpp"
#include "models/base/text.hpp"

namespace sise {

/// What a frequency is counted by.
enum class FrequencyUnit { per_year, per_m_year, per_hour, per_operation, per_item_year, per_vehicle_km };
[[nodiscard]] std::string_view name_of(FrequencyUnit unit);
[[nodiscard]] std::optional<FrequencyUnit> frequency_unit_from(std::string_view name);

/// How what a part holds gets out.
enum class CaseRelease {
  instantaneous,  ///< all of it at once
  ten_minutes,    ///< all of it in 600 s
  continuous,     ///< through a hole
  into_shell,     ///< into a second shell, as a pool of its area
  fire,           ///< burns where it lies
  explosion,      ///< goes off where it lies
};
[[nodiscard]] std::string_view name_of(CaseRelease release);
[[nodiscard]] std::optional<CaseRelease> case_release_from(std::string_view name);

struct FrequencyCase {
  std::string id;
  CaseRelease release = CaseRelease::continuous;
  double frequency = 0.0;  ///< in the unit of its class
  std::optional<double> hole_m;
  std::optional<double> hole_share;      ///< of the bore, instead of hole_m
  std::optional<double> hole_at_most_m;  ///< bounds that share
  std::optional<double> at_most_m3;      ///< of liquid, that gets out at once
  Confidence confidence = Confidence::recalled;
};

struct FrequencyClass {
  std::string id;
  std::vector<std::string> parts;  ///< what it answers for: "pipe", "refrigerated_tank.double" ...
  std::optional<double> below_m;   ///< of the bore; a class without a bound takes what is left
  std::optional<double> up_to_m;   ///< the same, the bound included
  FrequencyUnit unit = FrequencyUnit::per_year;
  std::vector<FrequencyCase> cases;
  std::string source;
};

struct FrequencyPack {
  std::string id;
  Text title;
  std::string source;
  Confidence confidence = Confidence::recalled;
  std::string scheme;          ///< "holes" or "modes": never mixed within a part
  double longest_s = 0.0;      ///< no release counts as longer
  double longest_low_s = 0.0;  ///< the range of that time; the value itself where it is not recalled
  double longest_high_s = 0.0;
  Confidence longest_confidence = Confidence::recalled;
  std::vector<FrequencyClass> classes;

  /// The first class for this part and bore; null: the pack has none.
  [[nodiscard]] const FrequencyClass* find(std::string_view part, double bore_m) const;
};

/// The pack that a project asks for, and those that answer for what it lacks.
struct FrequencyPacks {
  std::vector<FrequencyPack> chain;  ///< at least one

  struct Found {
    const FrequencyPack* pack = nullptr;
    const FrequencyClass* of = nullptr;
  };
  [[nodiscard]] Found find(std::string_view part, double bore_m) const;
};

}  // namespace sise

// What is known of one substance, each number with its source.
#pragma once
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "models/base/confidence.hpp"
#include "models/base/text.hpp"

namespace sise {

/// A number from the literature or from a standard.
struct SourcedValue {
  double value = 0.0;
  std::string unit;       ///< as data files print it: "K", "kg/m3", "mg/m3; min" ...
  std::string source;     ///< "IEC 60079-20-1:2010", "derived: ..."
  std::string source_zh;  ///< the same in Chinese
  Confidence confidence = Confidence::recalled;
};

/// A property that is absent is unknown: never zero, never guessed.
struct Substance {
  std::string id;  ///< "hydrogen_sulfide"
  std::string name_en;
  std::string name_zh;
  std::string cas;        ///< empty for mixtures without a number
  std::string un_number;  ///< four digits, or empty
  std::string formula;
  std::vector<std::string> aliases;
  /// By name with the unit as ending: "molar_mass_kg_mol", "aegl2_60min_ppm", "probit_a" (mg/m3, min),
  /// "probit_ppm_a" (ppm, min), "tnt_equivalence" ... SI except where the name says ppm, mg_m3 or min.
  std::map<std::string, SourcedValue, std::less<>> properties;
  std::set<std::string, std::less<>> hazard_flags;  ///< "toxic", "flammable", "explosive", "liquefied_gas", ...
  std::vector<std::string> surrogates;              ///< of a mixture: ids whose physics may stand in for it
  std::optional<int> key_supervised_batch;          ///< of the catalogue of key-supervised hazardous chemicals
  std::optional<int> key_supervised_number;
  Text identity_source;  ///< for names and numbers
  Confidence identity_confidence = Confidence::recalled;
  std::vector<Text> notes;

  /// The value, or nullopt when it is unknown.
  [[nodiscard]] std::optional<double> get(std::string_view property) const;
  [[nodiscard]] const SourcedValue* find(std::string_view property) const;
  [[nodiscard]] bool is(std::string_view flag) const { return hazard_flags.contains(flag); }
  [[nodiscard]] Text name() const { return {name_en, name_zh}; }
};

}  // namespace sise

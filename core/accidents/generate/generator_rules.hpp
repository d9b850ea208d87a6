// What the generator takes where a record says nothing, and how releases are cut short, as data.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/criteria/unit_kind.hpp"
#include "models/base/confidence.hpp"
#include "models/base/text.hpp"

namespace sise {

/// Where in its range a default makes the least risk; `either` where that depends on the place.
enum class MilderEnd { low, high, either };

/// A value for what a record leaves out, with the range that it may have in truth.
struct GeneratorDefault {
  std::string id;
  double value = 0.0;
  double low = 0.0;
  double high = 0.0;
  Text text;
  std::string source;
  Confidence confidence = Confidence::recalled;
  MilderEnd milder = MilderEnd::low;
};

/// Minutes until a leak is stopped, for holes of growing size.
struct IsolationClass {
  std::string id;
  std::vector<double> minutes;
  std::vector<double> holes_m;
  std::string source;
  Confidence confidence = Confidence::recalled;
};

/// A system that closes after a while, and sometimes does not.
struct BlockingSystem {
  std::string id;
  double seconds = 0.0;
  double failure = 0.0;
  std::string source;
  Confidence confidence = Confidence::recalled;
};

/// The substance computed for one that is known by its hazard class alone.
struct StandIn {
  std::string hazard_class;
  std::string substance;
  std::string source;
  Confidence confidence = Confidence::recalled;
};

/// Words by which ledgers name goods that are no substance: a trade name, a class ("易燃液体"), or a solution.
struct LedgerName {
  std::vector<std::string> words;
  std::string hazard_class;  ///< whose stand-in counts; empty: nothing stands in, and `why` says what is not known
  Text why;
  std::string source;
  Confidence confidence = Confidence::recalled;
};

struct SmallUnits {
  UnitKind kind = UnitKind::unspecified;
  double below_kg = 0.0;
  std::string source;
};

struct GeneratorRules {
  std::string id;
  Text title;
  double cut_off_per_year = 1e-8;  ///< a whole case below it is dropped
  std::vector<GeneratorDefault> defaults;
  std::vector<IsolationClass> isolation;
  std::vector<BlockingSystem> blocking;
  std::vector<StandIn> stand_ins;
  std::vector<LedgerName> names;
  std::vector<SmallUnits> small;

  /// Throws std::out_of_range for a name that is none.
  [[nodiscard]] const GeneratorDefault& find(std::string_view name) const;
  [[nodiscard]] const StandIn* stand_in_for(const std::vector<std::string>& hazard_classes) const;
  /// The row one of whose words stands in the name, the longest word first, English in any case; null: none.
  [[nodiscard]] const LedgerName* named(std::string_view written) const;
};

/// Seconds until a leak through this hole is stopped: those of the nearest hole of the class by size.
[[nodiscard]] double isolation_s(const IsolationClass& isolation, double hole_m);

}  // namespace sise

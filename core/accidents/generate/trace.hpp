// Everything that led from a unit's record to its scenarios: what a reader checks, and what is told of what was left out.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/accidents/generate/frequency_pack.hpp"
#include "core/criteria/evidence.hpp"
#include "core/study/scenario.hpp"
#include "models/base/confidence.hpp"
#include "models/base/text.hpp"

namespace sise {

/// A default that a record left to the generator.
struct UsedDefault {
  std::string id;
  double value = 0.0;
  double low = 0.0;
  double high = 0.0;
  Text text;
  std::string source;
  Confidence confidence = Confidence::recalled;
};

/// Something else that was assumed, or that a unit lacks, with what to do about it.
struct GeneratorRemark {
  std::string code;
  Text text;
  Text remedy{};

  bool operator==(const GeneratorRemark&) const = default;
};

/// One end of an event tree.
struct TraceLeaf {
  std::string outcome;
  double probability = 0.0;  ///< given the case
  double frequency_per_year = 0.0;
  std::optional<std::size_t> scenario;  ///< index into Generation::scenarios
  Text why_not;                         ///< of a leaf with a frequency and no scenario, other than "none"
};

/// One case of a part after blocking, with the tree that follows.
struct TraceCase {
  std::string id;    ///< "vessel.leak_10mm"
  std::string part;  ///< what failed, as packs name it
  std::string pack;
  std::string frequency_class;
  bool other_pack = false;  ///< the pack that was asked for lacks the part
  double base_frequency = 0.0;
  FrequencyUnit unit = FrequencyUnit::per_year;
  double count = 1.0;                            ///< metres, hours, operations or items
  double share = 1.0;                            ///< of the year present, and of blocking
  Confidence confidence = Confidence::recalled;  ///< the weakest of frequency, ignition, tree and branches
  double frequency_per_year = 0.0;
  bool dropped = false;  ///< below the cut-off
  std::string substance;
  Text release;  ///< how much, how long
  std::string tree;
  std::vector<TraceLeaf> leaves;
};

enum class UnitFate {
  generated,   ///< it has scenarios
  from_table,  ///< the project's own table names it
  small,       ///< below what is screened
  missing,     ///< nothing could be generated
};
[[nodiscard]] std::string_view name_of(UnitFate fate);

struct UnitTrace {
  std::size_t unit = 0;  ///< index into the study's units
  std::string unit_id;
  UnitFate fate = UnitFate::missing;
  std::vector<TraceCase> cases;
  std::vector<UsedDefault> defaults;
  Chain basis;  ///< what its scenarios rest on beside the record; of a stated table that is the generated one, the same
  std::vector<GeneratorRemark> remarks;
  std::vector<GeneratorRemark> lacks;  ///< why something, or everything, was not computed

  [[nodiscard]] double dropped_per_year() const;
};

struct Generation {
  std::vector<Scenario> scenarios;  ///< of all units, in their order
  std::vector<UnitTrace> traces;    ///< one per unit

  /// The weakest mark of all that its scenarios rest on beside their records.
  [[nodiscard]] Confidence confidence() const;
};

}  // namespace sise

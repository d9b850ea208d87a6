// What a part holds: substance, mass and state, checked against each other.
#pragma once
#include <memory>
#include <optional>
#include <string>

#include "core/accidents/generate/record.hpp"
#include "models/substances/substance.hpp"

namespace sise {

enum class StoredPhase {
  gas,
  liquefied,  ///< a liquid that boils outside: under pressure
  liquid,     ///< a liquid that does not boil outside
  cold,       ///< liquefied by cold at ambient pressure
};

/// The substance that counts for a content, and how sure that is.
struct Meant {
  const Substance* substance = nullptr;      ///< null: lacking, and said so
  Confidence confidence = Confidence::seen;  ///< of a stand-in: its mark
};

struct Stored {
  const Substance* substance = nullptr;  ///< whose fire and poison are computed
  /// The same, with what a mixture lacks of density, vapour pressure and the like from its surrogates.
  std::shared_ptr<const Substance> physics{};
  StoredPhase phase = StoredPhase::gas;
  double mass_kg = 0.0;
  double temperature_K = 0.0;
  double pressure_Pa = 0.0;                  ///< absolute
  Confidence confidence = Confidence::seen;  ///< that it is this substance
};

/// A substance and how much of it, as a unit or its table of contents has it.
struct Content {
  std::string substance;  ///< canonical id, or empty
  std::string written;
  std::optional<double> inventory_kg;
  std::vector<std::string> hazard_classes;
};

/// The substance of a record, or the stand-in for its hazard class or for its name in ledgers, which is remarked. Null: lacking,
/// and said so.
[[nodiscard]] Meant meant_by(const Content& content, const UnitRecord& record);
[[nodiscard]] const Substance* substance_of(const Content& content, const UnitRecord& record);

/// Temperature, pressure and phase as the record has them, blanks filled: as warm as the air, at its vapour pressure. nullopt
/// where they contradict each other or a property is unknown; that is then among the lacks.
[[nodiscard]] std::optional<Stored> stored_in(const Content& content, const UnitRecord& record);

/// As above for a unit of a kind that is cold by nature, or whose contents are not its own.
[[nodiscard]] std::optional<Stored> stored_at(const Substance& substance, double mass_kg,
                                              std::optional<double> temperature_K, std::optional<double> pressure_Pa,
                                              const UnitRecord& record);

/// Whether the harm pack has a rule for its poison.
[[nodiscard]] bool is_poisonous(const Substance& substance, const UnitRecord& record);
/// It burns as a gas or liquid.
[[nodiscard]] bool burns(const Substance& substance);
/// Ignites badly, by the event trees' list.
[[nodiscard]] bool reacts_badly(const Substance& substance, const UnitRecord& record);
/// A property of the substance or of its surrogates.
[[nodiscard]] std::optional<double> property_of(const Substance& substance, std::string_view name,
                                                const SubstanceTable& substances);

}  // namespace sise

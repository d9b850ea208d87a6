// Major hazard installations (重大危险源) after GB 18218-2018: which they are, and of which level.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/base/confidence.hpp"
#include "models/base/text.hpp"
#include "models/substances/substance.hpp"

namespace sise {

/// A substance that table 1 names.
struct NamedHazard {
  int number = 0;  ///< of the row in table 1
  Text name;
  std::vector<std::string> cas;
  double critical_t = 0.0;
  double beta = 0.0;
  std::string beta_basis;                             ///< "table 3", or the class of table 4
  Confidence beta_confidence = Confidence::recalled;  ///< of the class that gives beta; the quantity has the pack's
};

/// A class of tables 2 and 4, for what table 1 does not name.
struct HazardClass {
  std::string symbol;  ///< "W5.3"
  Text label;
  double critical_t = 0.0;
  double beta = 0.0;
};

/// A chemical on an official list.
struct ListedChemical {
  int number = 0;
  std::string name;
  std::string cas;
  Confidence confidence = Confidence::recalled;
};

struct HazardousProcess {
  Text name;
  Confidence confidence = Confidence::recalled;
};

struct AlphaStep {
  double residents = 0.0;  ///< from this many on
  double alpha = 0.0;
};

struct HazardLevel {
  int level = 0;
  double at_least = 0.0;  ///< R
};

/// The standard as data.
struct MajorHazardPack {
  std::string id;
  Text title;
  Text source;
  Confidence confidence = Confidence::recalled;
  double exposure_m = 0.0;           ///< residents within this distance of the plant's boundary count
  double special_pressure_Pa = 0.0;  ///< flammable liquids above it are worked in a special process
  std::vector<AlphaStep> alpha;      ///< rising residents, the first from 0
  std::vector<HazardLevel> levels;   ///< falling R, the last from 0
  std::vector<NamedHazard> substances;
  std::vector<HazardClass> classes;
  std::vector<HazardousProcess> processes;
  std::vector<ListedChemical> controlled;        ///< specially controlled chemicals
  std::vector<ListedChemical> key_second_batch;  ///< key-supervised chemicals of the second batch

  [[nodiscard]] const HazardClass* class_of(std::string_view symbol) const;
  /// The row of table 5 for so many residents.
  [[nodiscard]] double alpha_for(double residents) const;
  /// The level of table 6; limits are reached within one part in 1e9.
  [[nodiscard]] int level_for(double r) const;
};

/// One substance of a unit, at its design maximum (4.2.2), not at its filling of the day.
struct HazardItem {
  std::string unit_id;  ///< the record that carries it
  std::string substance_text;
  const Substance* substance = nullptr;  ///< null where the substance table does not know it
  std::optional<double> inventory_t;
  std::optional<double> temperature_K;  ///< of work
  std::optional<double> pressure_abs_Pa;
  std::vector<std::string> stated_classes;  ///< symbols of table 2; win over what follows from the properties
  bool hazardous_process = false;
};

/// What an item counts by, and why.
struct CriticalQuantity {
  double critical_t = 0.0;
  double beta = 0.0;
  Text basis;  ///< "table 1, no. 12", "table 2, class W5.3"
  Confidence confidence = Confidence::recalled;
  std::vector<Text> assumptions;
};

/// The critical quantity of an item: its own row of table 1 (by CAS number, else by name), else the lowest of its classes
/// (4.1.2). The class of a flammable gas or liquid follows from its boiling and flash points (GB 30000.7); other classes
/// have to be stated. Nothing where neither is known; `missing` then says what would settle it.
[[nodiscard]] std::optional<CriticalQuantity> critical_quantity(const HazardItem& item, const MajorHazardPack& pack,
                                                                double ambient_K, Text& missing);

struct HazardShare {
  HazardItem item;
  std::optional<CriticalQuantity> critical;  ///< nothing: the item could not be counted
  Text missing;
  double q_over_Q = 0.0;
  double weighted = 0.0;  ///< beta q/Q
};

/// Where R lies while alpha or an item is not known.
struct Bracket {
  double low = 0.0;
  double high = 0.0;
};

/// One unit of identification: a production unit up to its cut-off valves, the tanks of a bund, a warehouse (3.5, 3.6).
struct MajorHazard {
  std::string id;
  std::vector<HazardShare> shares;
  double s = 0.0;             ///< sum q/Q of what could be counted
  std::optional<bool> major;  ///< S >= 1; nothing where an item that could not be counted leaves it open
  std::optional<double> residents;
  std::optional<double> alpha;
  std::optional<double> r;                   ///< nothing below S = 1, and where alpha is not known
  std::optional<Bracket> bracket;            ///< of R where alpha is not known
  std::optional<int> level;                  ///< 1 to 4; nothing where it is no major hazard, or R may lie in several
  Confidence confidence = Confidence::seen;  ///< the weakest that moved the level
  std::vector<Text> remarks;
};

/// What the leading substance (largest share of R, else of S) would have to be for another answer, in t at 1 part in 1e9;
/// the other substances and the residents staying as they are. Nothing where no quantity of it would do.
struct LevelChange {
  std::string unit_id;
  std::string substance_text;
  std::optional<double> lower_below_t;  ///< below this the level falls, or the unit is no major hazard any more
  std::optional<double> higher_from_t;  ///< from this on the level rises, or the unit becomes a major hazard
};

/// S, alpha, R and level of one unit of identification. `residents`: nothing where nobody counted them.
[[nodiscard]] MajorHazard major_hazard(std::string id, std::vector<HazardItem> items, std::optional<double> residents,
                                       const MajorHazardPack& pack, double ambient_K);

[[nodiscard]] std::optional<LevelChange> level_change(const MajorHazard& hazard, const MajorHazardPack& pack);

}  // namespace sise

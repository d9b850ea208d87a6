// May this be built here? Verdict, and the chain of checks that it rests on.
#pragma once
#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/criteria/advice.hpp"
#include "core/criteria/evidence.hpp"
#include "core/criteria/limits.hpp"
#include "core/criteria/warning_brackets.hpp"
#include "core/grid/progress.hpp"
#include "core/rating/four_colours.hpp"
#include "core/risk/assessment.hpp"
#include "models/base/error.hpp"

namespace sise {

/// `undecided`: it could not be judged at all, and must not be taken for allowed.
enum class Verdict { allow, conditional, veto, undecided };

[[nodiscard]] std::string_view name_of(Verdict verdict);
[[nodiscard]] Text label_of(Verdict verdict);

struct Contributor {
  std::string unit_id;
  double share = 0.0;  ///< of the check's value, 0..1
};

/// The quantity of a design code's check: the distance from its subject.
inline constexpr const char* kSeparation = "separation_m";

/// The subject of a check of all enterprises together.
inline constexpr const char* kAllTogether = "*";

struct ReviewCheck {
  std::string rule_id;
  Text rule;            ///< the rule's title
  Text clause;          ///< where it stands, as people cite it
  std::string source;   ///< of the limit
  Chain rests_on;       ///< the limit, and all else that moved the result: class, toxicity, charge, curve
  std::string subject;  ///< the enterprise or unit that is judged; "*" for all together
  std::string quantity;
  std::string unit;
  double value = std::numeric_limits<double>::quiet_NaN();
  double smallest = std::numeric_limits<double>::quiet_NaN();  ///< on the shape; `value` is the largest
  double limit = std::numeric_limits<double>::quiet_NaN();
  double margin = std::numeric_limits<double>::quiet_NaN();  ///< limit − value: what is left
  bool at_least = false;  ///< the limit is what must be reached (a distance), not what must be kept
  bool passed = true;
  bool informative = false;  ///< shown, but decides nothing ("cumulative" unless it vetoes)
  bool partly = false;       ///< broken on a part of the parcel only
  bool assumed_class =
      false;     ///< against the strictest class of a place whose size is not known; a milder one would pass
  Text settles;  ///< of an assumed class: what would make it pass
  std::string governing_unit;
  std::vector<Contributor> contributors;
  /// Of a breach the smallest value that the warnings leave possible, at the worst place; NaN: they leave it open.
  double low = std::numeric_limits<double>::quiet_NaN();
  std::vector<std::string> codes;  ///< warnings that the value rests on
  /// The largest value that the warnings leave possible, at the worst place; NaN: they leave it open.
  double bracket = std::numeric_limits<double>::quiet_NaN();
  /// Of a breach the least, of a passed check the most that the recalled values behind generated scenarios leave possible;
  /// NaN: none is open, or nobody asked.
  double least = std::numeric_limits<double>::quiet_NaN();
  double most = std::numeric_limits<double>::quiet_NaN();
  Text text;  ///< one clause for the report, without its full stop

  [[nodiscard]] Confidence confidence() const { return joined(rests_on); }
  /// The office confirmed what was recalled.
  [[nodiscard]] bool confirmed() const { return confidence() == Confidence::recalled && all_confirmed(rests_on); }
  /// A warning decides unless its bracket keeps the limit.
  [[nodiscard]] bool warning_decides() const {
    return !codes.empty() && (std::isnan(bracket) || exceeds(bracket, limit));
  }
  /// A passed check whose open values may break the limit.
  [[nodiscard]] bool open_values_decide() const { return !std::isnan(most) && exceeds(most, limit); }
  /// How close to its limit it comes: 1 at the limit, more beyond it.
  [[nodiscard]] double share_of_limit() const { return at_least ? limit / value : value / limit; }
  [[nodiscard]] bool has_limit() const { return limit == limit; }  // a check without one reports missing data
  /// A breach that its warnings may undo: with them the value may lie on either side of the limit.
  [[nodiscard]] bool warning_undoes() const { return !passed && !std::isnan(low) && !exceeds(low, limit); }
};

/// How far the class of a target is open: it is judged by the strictest that it may have.
struct OpenClass {
  TargetClass mildest = TargetClass::general_3;  ///< of those that it may have
  std::string use;               ///< of the table of uses, whose sizes settle it; empty: something else does
  Text settles;                  ///< what would settle it: "name a finer code"; empty: the size
  bool assumed_density = false;  ///< sizes were taken from the parcel's area
};

/// What a plan says of a parcel.
struct LandUseNote {
  std::string code;  ///< as the plan writes it
  std::string name;
  std::string scheme;   ///< id; empty: no code
  std::string meaning;  ///< "0701 城镇住宅用地"; of a mixed use all parts
  bool assumed_density = false;
};

class ProposedUnits;

/// A crowd that is there for some hours a year, outdoors: a fair, a concert.
struct EventTimes {
  double hours_per_year = 0.0;
  std::optional<double> day_share{};  ///< of these hours; none: as the year's
};

/// A proposed development (a protected target) or a proposed hazardous unit.
struct Proposal {
  enum class Kind { development, unit };
  Kind kind = Kind::development;
  Target target;                         ///< for a development
  Unit unit;                             ///< for a unit
  const ProposedUnits* maker = nullptr;  ///< makes a unit's scenarios; none: only its charge is judged
  std::vector<std::size_t> replaces;     ///< units of the study that go when the proposed unit comes
  std::vector<Diagnostic> faults;        ///< why it could not be read; then it is named and not decided, the others are
  std::optional<OpenClass> open_class;   ///< of a development whose class is not settled
  bool use_open = false;                 ///< what is to stand there is not said: the answer is what may
  std::vector<ReviewCheck> conditions;   ///< what was found before any risk is asked for
  std::vector<Text> remarks;             ///< told beside the decision
  std::optional<EventTimes> event{};     ///< of a development that is no building but a crowd now and then
  Occupancy occupancy;                   ///< use and size of a development, as far as stated
  std::optional<LandUseNote> land_use;   ///< of a plan's parcel

  [[nodiscard]] const std::string& id() const { return kind == Kind::unit ? unit.id : target.id; }
  [[nodiscard]] const std::string& name() const { return kind == Kind::unit ? unit.name : target.name; }
  [[nodiscard]] const Geometry& geometry() const { return kind == Kind::unit ? unit.geometry : target.geometry; }
};

/// What the map shows at the proposal's worst place.
struct MapThere {
  CellClass colour;
  double risk_per_year = 0.0;      ///< of all units together
  double risk_new_per_year = 0.0;  ///< of the new units together
};

/// The British advice beside a verdict: every hazard by itself, against as soon as one is.
struct AdviceBeside {
  std::string type;  ///< "DT2.1"
  Text type_title;
  int level = 0;
  std::string by;                         ///< the size test that decided the level
  AdviceZone zone = AdviceZone::outside;  ///< the innermost of all hazards
  Advice advice = Advice::not_needed;
};

struct Decision {
  std::string id;
  Verdict verdict = Verdict::allow;
  Verdict if_confirmed = Verdict::allow;    ///< once every recalled rule is found to stand as recalled
  std::optional<TargetClass> target_class;  ///< none for a unit and for a place that is no protected target
  ClassBasis class_basis;                   ///< of a development
  std::optional<MapThere> map;              ///< none where nothing could be judged
  std::vector<ReviewCheck> checks;          ///< what decides first, then the closest, then the rest
  std::size_t unlisted_checks = 0;          ///< passed too far from their limit to be listed
  double nearest_unlisted_share = 0.0;      ///< largest value of those as a share of its limit
  std::vector<Text> remarks;                ///< of the proposal
  std::optional<AdviceBeside> advice;       ///< for information, where the use and size are known
  std::vector<Text> reasons;                ///< the first says why the verdict is what it is
};

/// Reviews every proposal against the study. Without brackets every warning decides. Throws ModelError, Interrupted.
[[nodiscard]] std::vector<Decision> review(const Assessment& assessment, const std::vector<Proposal>& proposals,
                                           const WarningBrackets& brackets = {}, Progress* progress = nullptr);

}  // namespace sise

// What closing, halving or moving an enterprise gives back: land, people, protected targets.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/decision/enterprises.hpp"
#include "core/decision/held_land.hpp"
#include "core/grid/progress.hpp"
#include "core/grid/projection.hpp"
#include "core/risk/assessment.hpp"

namespace sise {

enum class ReliefMeasure { close, halve, move };
[[nodiscard]] std::string_view name_of(ReliefMeasure measure);

/// Where an enterprise may go.
struct NewPlace {
  std::string name;
  Point place;  ///< of the middle of its units
};

/// Land that is held and targets whose limit is broken by somebody, before and after, or the difference of the two.
struct ReliefSum {
  double area_m2 = 0.0;
  double people = 0.0;         ///< of the population on that land
  std::size_t targets = 0;     ///< protected targets whose own limit is broken
  double target_people = 0.0;  ///< at these, as far as stated

  [[nodiscard]] double all_people() const { return people + target_people; }
};

/// By an enterprise's accidents, people on its own ground left out; deaths a year.
struct ReliefDeaths {
  double before = 0.0;
  double after = 0.0;
};

struct ReliefOption {
  std::size_t enterprise = 0;  ///< index into the enterprises
  ReliefMeasure measure = ReliefMeasure::close;
  std::optional<NewPlace> to;           ///< of a move
  ReliefSum freed;                      ///< what nobody holds any more
  ReliefSum taken;                      ///< by a move: what was free before and is held then
  std::vector<std::size_t> targets;     ///< freed, as indices into the study's
  std::optional<ReliefDeaths> deaths;   ///< to be expected; none where nobody says where people are
  bool proven = false;                  ///< a second run of the whole district says the same
  std::optional<ReliefSum> second_run;  ///< freed less taken, by that run
  std::optional<std::size_t> parcels;   ///< of a plan: that break a limit now, and none by the second run

  [[nodiscard]] double net_people() const { return freed.all_people() - taken.all_people(); }
  [[nodiscard]] double net_area_m2() const { return freed.area_m2 - taken.area_m2; }
};

/// Every enterprise's risk by itself, kept apart: what each measure frees follows without running the district anew.
class ReliefFinder {
 public:
  /// Throws ModelError, Interrupted.
  ReliefFinder(const Assessment& assessment, const Projection& projection, Progress* progress);

  [[nodiscard]] const std::vector<Enterprise>& enterprises() const { return enterprises_; }
  /// What is held now.
  [[nodiscard]] const ReliefSum& now() const { return now_; }
  /// All measures that free anything, by people, ties by land, then by name. Moves go to each of the places; those that
  /// take more people than they free are left out.
  [[nodiscard]] std::vector<ReliefOption> options(const std::vector<NewPlace>& places, Progress* progress) const;

 private:
  void find_broken_targets(Progress* progress);
  [[nodiscard]] ReliefOption option(std::size_t enterprise, ReliefMeasure measure, const std::optional<NewPlace>& to,
                                    Progress* progress) const;
  [[nodiscard]] bool breaks(std::size_t enterprise, const EnterpriseState& state, std::size_t index) const;
  [[nodiscard]] bool reaches(std::size_t enterprise, const EnterpriseState& state, std::size_t target) const;
  void count_land(const EnterpriseState* after, ReliefOption& option, Progress* progress) const;
  void count_targets(const EnterpriseState* after, ReliefOption& option) const;

  const Assessment& assessment_;
  const Projection& projection_;
  std::vector<Enterprise> enterprises_;
  Raster<double> people_;
  HeldLand land_;
  std::vector<std::optional<Bounds>> reach_;        ///< per enterprise, as it stands
  std::vector<std::vector<Point>> places_;          ///< per protected target, where its risk is looked at
  std::vector<Bounds> boxes_;                       ///< per target
  std::vector<std::vector<std::size_t>> breakers_;  ///< enterprises that break each target's limit by themselves
  ReliefSum now_;
};

/// The study after a measure: without the enterprise's units, with half the frequency of their accidents, or with its units
/// and its ground moved.
[[nodiscard]] Study study_after(const Study& study, const Enterprise& enterprise, const ReliefOption& option);

/// How far an enterprise moves so that the middle of its units comes to a place.
[[nodiscard]] EnterpriseState moved_to(const Study& study, const Enterprise& enterprise, Point place);

}  // namespace sise

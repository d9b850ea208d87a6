#include "core/decision/remedies.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <csignal>
#include <functional>
#include <numbers>
#include <optional>
#include <set>
#include <utility>

#include "core/decision/checks.hpp"
#include "core/decision/three_digits.hpp"
#include "core/geometry/operations.hpp"

namespace sise {
namespace {

constexpr double kFirstStep_m = 8.0;
constexpr double kGrowth = 1.4;
constexpr double kFarthest_m = 6000.0;
constexpr double kFine_m = 0.5;  // of a bisection, beside half a per cent
constexpr double kFineShare = 0.005;
constexpr double kLeastInventoryShare = 0.01;  // of what is proposed: less is another project
constexpr int kBearings = 16;
constexpr double kLeastPart_m2 = 100.0;  // a smaller part is nothing to build on
constexpr std::size_t kMostUnits = 3;
constexpr double kKgPerT = 1000.0;

using Passes = std::function<bool(double)>;

/// Distances to the decimetre, upwards: what is written is what was tried.
double up_to_decimetre(double metres) { return std::ceil(metres * 10.0 - 1e-9) / 10.0; }

/// The shortest distance that passes, up to `farthest`; nullopt: none does. Steps grow; the last is halved until it is fine.
std::optional<double> shortest(const Passes& passes, double farthest) {
  double low = 0.0;
  for (double high = kFirstStep_m; low < farthest; high *= kGrowth) {
    high = std::min(high, farthest);
    if (passes(high)) {
      while (high - low > std::max(kFine_m, kFineShare * high)) {
        const double middle = 0.5 * (low + high);
        (passes(middle) ? high : low) = middle;
      }
      const double written = up_to_decimetre(high);
      return passes(written) ? std::optional<double>(written) : std::nullopt;
    }
    low = high;
  }
  return std::nullopt;
}

Proposal moved(const Proposal& proposal, double metres, double bearing_deg) {
  const double angle = bearing_deg * std::numbers::pi / 180.0;
  Proposal there = proposal;
  Geometry& shape = there.kind == Proposal::Kind::unit ? there.unit.geometry : there.target.geometry;
  shape = translated(shape, metres * std::sin(angle), metres * std::cos(angle));
  return there;
}

/// What law or a design code forbids is not moved: the facts that were stated are those of this place.
bool fixed(const Proposal& proposal) {
  return std::any_of(proposal.conditions.begin(), proposal.conditions.end(), breaks_its_limit);
}

void stop_if_cancelled(const Progress* progress) {
  if (progress != nullptr && progress->cancelled()) throw Interrupted(SIGINT);
}

class Search {
 public:
  Search(const Assessment& assessment, const Proposal& proposal, const Decision& decision,
         const WarningBrackets& brackets, Progress* progress)
      : assessment_(assessment),
        proposal_(proposal),
        decision_(decision),
        brackets_(brackets),
        progress_(progress),
        context_(assessment, brackets) {}

  std::vector<Remedy> run() {
    const bool unit = proposal_.kind == Proposal::Kind::unit;
    add_move();
    if (unit) {
      add_inventory();
    } else {
      add_part();
      add_units();
    }
    return std::move(found_);
  }

 private:
  [[nodiscard]] Decision review(const Proposal& changed) const {
    stop_if_cancelled(progress_);
    return decision_on(context_, changed);
  }
  [[nodiscard]] static bool passes(const Decision& d) { return d.verdict != Verdict::undecided && !breaks_a_limit(d); }

  /// As passes(review(changed)). Most trials fail by the check that the one before failed by: it is asked first, alone.
  [[nodiscard]] bool would_pass(const Proposal& changed) {
    stop_if_cancelled(progress_);
    if (!keeps_code_distances(changed) || fails_again(changed)) return false;
    const Decision decision = review(changed);
    if (passes(decision)) return true;
    remember_breach(decision);
    return false;
  }

  /// Design codes were asked about the place as it was proposed.
  [[nodiscard]] bool keeps_code_distances(const Proposal& changed) const {
    return std::all_of(changed.conditions.begin(), changed.conditions.end(), [&](const ReviewCheck& asked) {
      if (asked.quantity != kSeparation || !asked.has_limit()) return true;
      const std::vector<Unit>& units = assessment_.study.units;
      const auto unit = std::find_if(units.begin(), units.end(), [&](const Unit& u) { return u.id == asked.subject; });
      return unit == units.end() || !exceeds(asked.limit, distance_m(unit->geometry, changed.geometry()));
    });
  }

  [[nodiscard]] bool fails_again(const Proposal& changed) const {
    if (changed.kind == Proposal::Kind::unit && at_target_) {
      Decision unused;
      const std::vector<ReviewCheck> checks =
          checks_of_unit(context_, changed, status_of_proposal(context_, changed), {*at_target_}, unused);
      return std::any_of(checks.begin(), checks.end(), breaks_its_limit);
    }
    if (changed.kind != Proposal::Kind::development || changed.use_open) return false;
    if (by_charge_) {
      return !charge_check(context_, assessment_.study.units[*by_charge_], assessment_.statuses[*by_charge_],
                           changed.target)
                  .passed;
    }
    if (!by_group_) return false;
    const double limit = context_.groups[*by_group_].table->of(changed.target.target_class).value;
    return exceeds(risk_on(context_, changed.target.geometry, *by_group_).largest, limit);
  }

  void remember_breach(const Decision& decision) {
    const auto breach = std::find_if(decision.checks.begin(), decision.checks.end(), breaks_its_limit);
    if (breach == decision.checks.end()) return;
    by_charge_.reset();
    by_group_.reset();
    at_target_.reset();
    if (proposal_.kind == Proposal::Kind::unit) {
      for (const Target& target : assessment_.study.targets) {
        if (target.id == breach->subject) at_target_ = target;
      }
      return;
    }
    if (breach->rule_id == assessment_.study.criteria.rules.overpressure.rule_id) {
      const std::vector<Unit>& units = assessment_.study.units;
      const auto unit =
          std::find_if(units.begin(), units.end(), [&](const Unit& u) { return u.id == breach->subject; });
      if (unit != units.end()) by_charge_ = static_cast<std::size_t>(unit - units.begin());
      return;
    }
    for (std::size_t g = 0; g < context_.groups.size(); ++g) {
      const RiskGroup& group = context_.groups[g];
      const bool same = group.kind == RiskGroup::Kind::enterprise && group.enterprise == breach->subject &&
                        group.table->rule_id == breach->rule_id;
      if (same) by_group_ = g;
    }
  }

  void add_move() {
    double best = kFarthest_m;
    std::optional<double> bearing;
    const auto try_bearing = [&](double degrees) {
      const Passes pass = [&](double metres) { return would_pass(moved(proposal_, metres, degrees)); };
      const auto metres = shortest(pass, best);
      if (!metres || !(*metres < best)) return;
      best = *metres;
      bearing = degrees;
    };
    for (int i = 0; i < kBearings; ++i) try_bearing(360.0 / kBearings * i);
    if (!bearing) return;
    for (double step = 180.0 / kBearings; step > 1.0; step /= 2.0) {
      const double middle = *bearing;
      try_bearing(std::fmod(middle + step, 360.0));
      try_bearing(std::fmod(middle - step + 360.0, 360.0));
    }
    Remedy remedy{Remedy::Kind::move, best, *bearing};
    const Text where = compass(*bearing);
    remedy.text = {fmt::format("moved {:.1f} m to the {} (bearing {:.1f}°)", best, where.en, *bearing),
                   fmt::format("向{}({:.1f}°)移动 {:.1f} m", where.zh, *bearing, best)};
    prove_changed(std::move(remedy), moved(proposal_, best, *bearing));
  }

  [[nodiscard]] const Unit* governing() const {
    for (const ReviewCheck& check : decision_.checks) {
      if (!breaks_its_limit(check)) continue;
      for (const Unit& unit : assessment_.study.units) {
        if (unit.id == check.governing_unit) return &unit;
      }
    }
    return nullptr;
  }

  [[nodiscard]] Proposal kept_away(const Unit& unit, double metres) const {
    Proposal part = proposal_;
    part.target.geometry = as_geometry(difference(proposal_.target.geometry.polygons, buffer(unit.geometry, metres)));
    return part;
  }

  void add_part() {
    const Unit* unit = governing();
    const double whole = area_m2(proposal_.target.geometry);
    if (unit == nullptr || proposal_.target.one_building || !(whole > kLeastPart_m2)) return;
    const double nearest = distance_m(unit->geometry, proposal_.target.geometry);
    const Passes pass = [&](double more) {
      const Proposal part = kept_away(*unit, nearest + more);
      if (area_m2(part.target.geometry) < kLeastPart_m2) return false;
      return would_pass(part);
    };
    const Bounds box = bounds(proposal_.target.geometry);
    const auto more = shortest(pass, std::hypot(box.x_max - box.x_min, box.y_max - box.y_min));
    if (!more) return;
    Remedy remedy{Remedy::Kind::part, up_to_decimetre(nearest + *more), 0.0, unit->id};
    const Proposal part = kept_away(*unit, remedy.metres);
    const double area = area_m2(part.target.geometry);
    if (area < kLeastPart_m2) return;
    remedy.share = area / whole;
    remedy.text = {
        fmt::format("only the part at least {:.1f} m from unit '{}' is built on: {:.0f} m², {:.0f} % of the parcel",
                    remedy.metres, unit->id, area, 100.0 * remedy.share),
        fmt::format("仅在距单元“{}”{:.1f} m 以外的部分建设:{:.0f} m²,占地块 {:.0f}%", unit->id, remedy.metres, area,
                    100.0 * remedy.share)};
    prove_changed(std::move(remedy), part);
  }

  /// Units of the checks that are broken, the largest contributor first.
  [[nodiscard]] std::vector<std::pair<std::string, double>> contributors() const {
    std::vector<std::pair<std::string, double>> units;
    for (const ReviewCheck& check : decision_.checks) {
      if (!breaks_its_limit(check)) continue;
      for (const Contributor& c : check.contributors) {
        const auto known =
            std::find_if(units.begin(), units.end(), [&](const auto& u) { return u.first == c.unit_id; });
        if (known == units.end()) units.emplace_back(c.unit_id, c.share);
      }
    }
    std::stable_sort(units.begin(), units.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    if (units.size() > kMostUnits) units.resize(kMostUnits);
    return units;
  }

  void add_units() {
    const std::vector<Unit>& units = assessment_.study.units;
    for (const auto& [id, share] : contributors()) {
      const auto unit = std::find_if(units.begin(), units.end(), [&id = id](const Unit& u) { return u.id == id; });
      if (unit == units.end()) continue;
      const ReviewContext without(assessment_, brackets_, {static_cast<std::size_t>(unit - units.begin())});
      Remedy remedy{Remedy::Kind::without_unit, 0.0, 0.0, id, share};
      remedy.text = {fmt::format("unit '{}', which makes {:.0f} % of it, is closed or moved away", id, 100.0 * share),
                     fmt::format("关闭或迁出单元“{}”(贡献 {:.0f}%)", id, 100.0 * share)};
      prove(std::move(remedy), decision_on(without, proposal_));
    }
  }

  [[nodiscard]] Proposal holding(double kg) const {
    Proposal smaller = proposal_;
    smaller.unit.inventory_kg = kg;
    return smaller;
  }

  void add_inventory() {
    const std::optional<double> stated = proposal_.unit.inventory_kg;
    if (!stated || !(*stated > 0.0)) return;
    double low = 0.0;
    double high = *stated;
    if (passes(review(holding(high)))) return;
    while (high - low > kFineShare * high && high > kLeastInventoryShare * *stated) {
      const double middle = 0.5 * (low + high);
      (passes(review(holding(middle))) ? low : high) = middle;
    }
    if (low < kLeastInventoryShare * *stated) return;
    Remedy remedy{Remedy::Kind::inventory};
    remedy.inventory_t = down_to_three_digits(low / kKgPerT);
    remedy.text = {fmt::format("no more than {:.4g} t are held", remedy.inventory_t),
                   fmt::format("最大存量降至 {:.4g} t", remedy.inventory_t)};
    const Proposal smaller = holding(remedy.inventory_t * kKgPerT);
    prove_changed(std::move(remedy), smaller);
  }

  /// Keeps what the second review does not refuse, and says what that was.
  void prove(Remedy remedy, const Decision& again) {
    if (!passes(again)) return;
    found_.push_back(proven(std::move(remedy), again.verdict));
  }

  void prove_changed(Remedy remedy, const Proposal& changed) {
    const Decision again = review(changed);
    if (!passes(again)) return;
    remedy.again = std::make_shared<const Proposal>(changed);
    remedy.answer = std::make_shared<const Decision>(again);
    prove(std::move(remedy), again);
  }

  const Assessment& assessment_;
  const Proposal& proposal_;
  const Decision& decision_;
  const WarningBrackets& brackets_;
  Progress* progress_;
  ReviewContext context_;
  std::optional<std::size_t> by_charge_;  ///< the unit whose pressure broke the limit at the last trial
  std::optional<std::size_t> by_group_;   ///< or the enterprise whose risk did, as a group of the context
  std::optional<Target> at_target_;       ///< or, of a proposed unit, the target where its limit was broken
  std::vector<Remedy> found_;
};

}  // namespace

Remedy proven(Remedy remedy, Verdict verdict) {
  if (remedy.change.en.empty()) remedy.change = remedy.text;
  remedy.text = remedy.change;
  remedy.verdict = verdict;
  const bool open = verdict != Verdict::allow;
  remedy.text.en += open ? ": no limit is broken then; what else is open stays open (reviewed again)"
                         : ": it passes then (reviewed again)";
  remedy.text.zh += open ? ":复核不再超限,其余待定事项仍待定" : ":复核满足要求";
  return remedy;
}

std::string_view name_of(Remedy::Kind kind) {
  constexpr std::array<std::string_view, 5> kNames{"move", "part", "without_unit", "inventory", "without_case"};
  return kNames.at(static_cast<std::size_t>(kind));
}

Text compass(double bearing_deg) {
  constexpr std::array<std::pair<const char*, const char*>, 8> kNames{{{"north", "北"},
                                                                       {"north-east", "东北"},
                                                                       {"east", "东"},
                                                                       {"south-east", "东南"},
                                                                       {"south", "南"},
                                                                       {"south-west", "西南"},
                                                                       {"west", "西"},
                                                                       {"north-west", "西北"}}};
  const auto sector = static_cast<std::size_t>(std::lround(bearing_deg / 45.0)) % kNames.size();
  return {kNames.at(sector).first, kNames.at(sector).second};
}

bool breaks_its_limit(const ReviewCheck& check) { return check.has_limit() && !check.passed && !check.informative; }

bool breaks_a_limit(const Decision& decision) {
  return std::any_of(decision.checks.begin(), decision.checks.end(), breaks_its_limit);
}

std::vector<Remedy> remedies_for(const Assessment& assessment, const Proposal& proposal, const Decision& decision,
                                 const WarningBrackets& brackets, Progress* progress) {
  if (decision.verdict == Verdict::undecided || !breaks_a_limit(decision) || fixed(proposal)) return {};
  return Search(assessment, proposal, decision, brackets, progress).run();
}

}  // namespace sise

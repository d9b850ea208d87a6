#include "core/kernels/field_store.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/grid/parallel.hpp"
#include "core/kernels/content_key.hpp"
#include "core/kernels/ring_axes.hpp"
#include "core/kernels/scenario_harm.hpp"

namespace sise {
namespace {

/// Of the field that carries a release: with less, not one in 10^17 dies who is always there.
double lowest_ln(const ToxicRelease& release, const HarmPack& pack, bool scales) {
  if (!(release.rate_kg_s > 0.0) || !(release.duration_s > 0.0)) return std::numeric_limits<double>::infinity();
  constexpr double kNobody = 1e-17;
  const double probit = -std::sqrt(-2.0 * std::log(kNobody));  // Φ(−x) <= e^(−x²/2) / 2
  const ToxicHarm harm(release, pack);
  const double ln_rate = scales ? std::log(release.rate_kg_s) : 0.0;
  return (probit - harm.at_one_kg_m3()) / harm.per_ln_concentration() - ln_rate;
}

}  // namespace

FieldStore::FieldStore(const RiskInputs& inputs, const std::vector<WeatherGroup>& groups,
                       std::vector<std::size_t> panels, FieldStore* beside)
    : inputs_(inputs), groups_(groups), panels_(std::move(panels)), beside_(beside) {
  if (groups.empty()) return;
  std::map<std::string, std::shared_ptr<Solved>> wanted;
  for (const RiskUnit& unit : inputs.units) {
    for (const RiskCase& c : unit.cases) {
      if (!c.toxic) continue;
      const std::string carried = carried_key(*c.toxic);
      const auto [known, is_new_kind] = scales_.try_emplace(carried);
      if (is_new_kind) known->second = scales_with_rate(carried, *c.toxic);
      std::shared_ptr<Solved>& one = wanted[key_of(*c.toxic)];
      if (!one) {
        one = std::make_shared<Solved>();
        one->of = *c.toxic;
        one->scales = known->second;
      }
      one->lowest_ln = std::min(one->lowest_ln, lowest_ln(*c.toxic, inputs.harm, known->second));
    }
  }
  std::vector<Solved*> fresh;
  for (auto& [key, one] : wanted) {
    const Release* there = beside_ != nullptr ? beside_->find(key) : nullptr;
    Release& release = releases_[key];
    if (there != nullptr) release = *there;  // as far as units that are the same in both need it
    if (there != nullptr && there->solved->lowest_ln <= one->lowest_ln) continue;
    fresh.push_back(one.get());
    release.solved = std::move(one);
  }
  solve(fresh);
}

const FieldStore::Release* FieldStore::find(const std::string& key) const {
  const auto found = releases_.find(key);
  return found == releases_.end() ? nullptr : &found->second;
}

bool FieldStore::scales_with_rate(const std::string& carried, const ToxicRelease& release) const {
  if (beside_ != nullptr && beside_->scales_.contains(carried)) return beside_->scales_.at(carried);
  const WeatherGroup& any = groups_.front();
  return field_in(inputs_, release, release.rate_kg_s, any.speed_m_s, any.stability)->scales_with_rate();
}

/// Every release in every weather: each is a dense cloud to be followed where the model does not scale.
void FieldStore::solve(const std::vector<Solved*>& all) {
  const std::size_t rings = RingAxes::ring_beyond(RingAxes::farthest_m) + 1;
  for (Solved* release : all) release->axis.resize(groups_.size());
  std::vector<std::shared_ptr<const ConcentrationField>> fields(all.size() * groups_.size());
  parallel_for(static_cast<std::int64_t>(fields.size()), [&](std::int64_t item) {
    const auto i = static_cast<std::size_t>(item);
    Solved& release = *all[i / groups_.size()];
    const std::size_t group = i % groups_.size();
    std::shared_ptr<const ConcentrationField> here = field(release, group);
    release.axis[group] = plume_axis(*here, rings);
    if (!release.scales) fields[i] = std::move(here);
  });
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (fields[i]) all[i / groups_.size()]->own.push_back(std::move(fields[i]));
  }
}

std::string FieldStore::key_of(const ToxicRelease& release) const {
  const std::string carried = carried_key(release);
  return scales_.at(carried) ? carried : carried + release_key(release);
}

std::shared_ptr<const ConcentrationField> FieldStore::field(const Solved& release, std::size_t group) const {
  if (group < release.own.size()) return release.own[group];
  const WeatherGroup& weather = groups_[group];
  const double least_kg_m3 = std::isfinite(release.lowest_ln) ? std::exp(release.lowest_ln) : 0.0;
  return field_in(inputs_, release.of, release.scales ? 1.0 : release.of.rate_kg_s, weather.speed_m_s,
                  weather.stability, least_kg_m3);
}

void FieldStore::need_rings(const std::string& key, std::size_t rings) {
  std::size_t& most = releases_.at(key).rings;
  most = std::max(most, rings);
}

bool FieldStore::is_beside(const std::string& key, const Release& release) const {
  const Release* there = beside_ != nullptr ? beside_->find(key) : nullptr;
  return there != nullptr && there->solved == release.solved && there->rings >= release.rings;
}

std::shared_ptr<const ReleaseFields> FieldStore::get(const std::string& key) {
  const Release& release = releases_.at(key);
  if (is_beside(key, release)) return beside_->get(key);
  std::shared_ptr<Slot> slot;
  {
    const std::lock_guard lock(mutex_);
    const auto found = std::find_if(slots_.begin(), slots_.end(), [&](const auto& s) { return s->key == key; });
    if (found != slots_.end()) {
      slots_.splice(slots_.begin(), slots_, found);
    } else {
      slots_.push_front(std::make_shared<Slot>());
      slots_.front()->key = key;
      if (slots_.size() > kKept) slots_.pop_back();
    }
    slot = slots_.front();
  }
  std::call_once(slot->built, [&] {
    auto fields = std::make_shared<ReleaseFields>();
    for (std::size_t g = 0; g < groups_.size(); ++g) {
      fields->groups.emplace_back(*field(*release.solved, g), release.rings, panels_[g], release.solved->lowest_ln);
    }
    slot->fields = std::move(fields);
  });
  return slot->fields;
}

std::size_t FieldStore::bytes() const {
  std::size_t nodes = 0;
  for (const std::size_t panels : panels_) nodes += panels + 1;
  std::size_t most_rings = 0;
  std::size_t own = 0;
  for (const auto& [key, release] : releases_) {
    if (is_beside(key, release)) continue;
    most_rings = std::max(most_rings, release.rings);
    ++own;
  }
  return std::min(kKept, own) * most_rings * nodes * sizeof(float);
}

}  // namespace sise

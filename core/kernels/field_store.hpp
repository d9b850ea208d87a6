// The concentration fields at hand, built when first asked for.
#pragma once
#include <cstddef>
#include <limits>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "core/accidents/risk_inputs.hpp"
#include "core/kernels/plume_field.hpp"
#include "core/kernels/weather_groups.hpp"

namespace sise {

/// The field of releases that are carried alike, in every group of weather.
struct ReleaseFields {
  std::vector<PlumeField> groups;
};

/// Releases with one dispersion model and one height share a field of 1 kg/s where the model scales with the rate; else
/// each release has its own. Safe from any thread. Units are worked through field by field, so that few are ever needed at
/// once.
class FieldStore {
 public:
  /// Keeps references. `panels`: per group, to 90 degrees. `beside`: of a model in the same surroundings, whose fields serve
  /// here; null: there is none.
  FieldStore(const RiskInputs& inputs, const std::vector<WeatherGroup>& groups, std::vector<std::size_t> panels,
             FieldStore* beside = nullptr);

  /// Names the field that carries a release of the inputs.
  [[nodiscard]] std::string key_of(const ToxicRelease& release) const;
  /// The field is that of 1 kg/s.
  [[nodiscard]] bool scales(const std::string& key) const { return releases_.at(key).solved->scales; }
  /// On the axis at every ring of RingAxes, per group.
  [[nodiscard]] const std::vector<std::vector<float>>& axis(const std::string& key) const {
    return releases_.at(key).solved->axis;
  }
  /// The field reaches so many rings.
  void need_rings(const std::string& key, std::size_t rings);

  [[nodiscard]] std::shared_ptr<const ReleaseFields> get(const std::string& key);
  /// Of the fields kept at a time, besides those that the store beside keeps.
  [[nodiscard]] std::size_t bytes() const;

 private:
  static constexpr std::size_t kKept = 24;

  struct Solved {
    ToxicRelease of;
    bool scales = true;
    /// ln of what nobody asks below, of any of the cases: hardly anyone dies of it.
    double lowest_ln = std::numeric_limits<double>::infinity();
    std::vector<std::vector<float>> axis;
    /// Of a model whose every rate is computed anew, per group: kept from the axis to the rings.
    std::vector<std::shared_ptr<const ConcentrationField>> own{};
  };
  struct Release {
    std::shared_ptr<const Solved> solved;
    std::size_t rings = 0;
  };
  struct Slot {
    std::string key;
    std::once_flag built;
    std::shared_ptr<const ReleaseFields> fields;
  };

  [[nodiscard]] bool scales_with_rate(const std::string& carried, const ToxicRelease& release) const;
  void solve(const std::vector<Solved*>& all);
  [[nodiscard]] std::shared_ptr<const ConcentrationField> field(const Solved& release, std::size_t group) const;
  [[nodiscard]] const Release* find(const std::string& key) const;
  /// The store beside has the field, and as far as it is needed here.
  [[nodiscard]] bool is_beside(const std::string& key, const Release& release) const;

  const RiskInputs& inputs_;
  const std::vector<WeatherGroup>& groups_;
  std::vector<std::size_t> panels_;
  FieldStore* beside_;
  std::map<std::string, bool> scales_;  ///< by model and height
  std::map<std::string, Release> releases_;
  std::mutex mutex_;                        // guards what follows
  std::list<std::shared_ptr<Slot>> slots_;  // the latest used first
};

}  // namespace sise

// What of a plume can burn, for many who ask: for releases that one model carries alike, for the fire and the explosion of one.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <tuple>
#include <utility>

#include "core/effects/concentration_field.hpp"

namespace sise {

struct EffectOptions;

/// Where a field scales with the rate, the mass between two concentrations depends on them over the rate alone. The plume
/// of 1 kg/s is cut once at levels e^(k/20), and a release adds up the parts between its limits; the ends are interpolated.
/// Within 3e-3 of flammable_mass() (the radius of a blast: 1e-3), each part found when first asked for. Where it does not
/// scale, what each release holds is found once. Safe from any thread; an answer does not depend on what was asked before.
class CloudMasses {
 public:
  CloudMasses() = default;
  CloudMasses(const CloudMasses&) = delete;
  CloudMasses(CloudMasses&&) = delete;
  CloudMasses& operator=(const CloudMasses&) = delete;
  CloudMasses& operator=(CloudMasses&&) = delete;
  ~CloudMasses() = default;

  /// The release's own, as flammable_field(). The latest are kept, so that the fire and the explosion of a release share one.
  [[nodiscard]] std::shared_ptr<const ConcentrationField> field(const FlammableRelease& release, const Weather& weather,
                                                                const EffectOptions& options) const;
  [[nodiscard]] std::optional<FlammableMass> of(const FlammableRelease& release, const Weather& weather,
                                                const EffectOptions& options) const;
  /// `field` is the release's own. One store serves one set of options and one ambient air: speed and stability may change.
  [[nodiscard]] std::optional<FlammableMass> of(const FlammableRelease& release, const Weather& weather,
                                                const EffectOptions& options, const ConcentrationField& field) const;

 private:
  /// Between two levels that lie next to each other; kg at 1 kg/s, and its first moment downwind.
  struct Part {
    double mass_kg = 0.0;
    double moment_kg_m = 0.0;
  };
  struct Plume {
    std::mutex mutex;  // guards what follows
    std::unique_ptr<const ConcentrationField> of_1_kg_s;
    std::map<std::int64_t, Part> parts;
  };
  using Key = std::tuple<std::string, double, double, Stability>;  ///< model, height, speed, stability

  /// A release in a weather: the model, and every number of both.
  using OwnKey = std::pair<std::string, std::array<double, 19>>;
  struct Solved {
    OwnKey key;
    std::once_flag once;
    std::shared_ptr<const ConcentrationField> field;
  };
  static constexpr std::size_t kKept = 128;

  [[nodiscard]] static OwnKey key_of(const FlammableRelease& release, const Weather& weather);
  [[nodiscard]] Plume& plume(const FlammableRelease& release, const Weather& weather,
                             const EffectOptions& options) const;
  static Part part(Plume& plume, std::int64_t level);
  static Part above(Plume& plume, double place, std::int64_t anchor);

  mutable std::mutex mutex_;  // guards the maps and the list, not what they hold
  mutable std::map<Key, std::unique_ptr<Plume>> plumes_;
  mutable std::list<std::shared_ptr<Solved>> solved_;  // the latest used first
  mutable std::map<OwnKey, std::optional<FlammableMass>> masses_;
};

}  // namespace sise
